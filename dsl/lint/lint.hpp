// What is wrong with a program that can be run: rules that do nothing, slips, what is missing.
//
// Each check has a code, a file here and a page docs/lint/CODE.md that says when exactly it tells
// something. None guesses: what it tells is proved of this program, whatever facts it is run with.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/lower/lower.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"
#include "engine/program/program.hpp"

namespace mingze::dsl {

/// A change that leaves the meaning of a statement as it is, as text and as tree.
struct LintFix {
  Repair edit;  ///< in the text: the words at its span become `replacement`
  std::function<void(Module&)> change;
};

struct LintFinding {
  Diagnostic diagnostic;
  std::optional<LintFix> fix = {};
  std::string allowed_because = {};  ///< silenced by a comment: the reason that stands there
};

/// The kind of a finding.
struct LintCheck {
  std::string_view code;
  Severity severity;
  Message title;  ///< what is wrong
  Message when;   ///< when it is told
  bool fixable;   ///< some of its findings are repaired by --fix
};
/// All of them, by code.
[[nodiscard]] const std::vector<LintCheck>& lint_checks();

/// What the checks look at.
struct LintSubject {
  const Sources& sources;
  const std::vector<Input>& inputs;  ///< all modules of the program
  /// Lowered from them with every rule in it (`LowerOptions::lapsed_rules`), without an error.
  const Lowered& lowered;
  /// Whether something is told of what stands in this source.
  std::function<bool(SourceId)> told;
  /// The clauses that a document has, by its id, of those documents whose clauses are known.
  std::map<std::string, std::set<std::string>> clauses = {};
  /// Where the ids of those rules and findings stand that no test made fire; nothing where no test
  /// was run.
  std::optional<std::vector<Span>> never_fired = {};
};

/// Runs every check. By file name, place and code.
[[nodiscard]] std::vector<LintFinding> lint(const LintSubject& subject);

}  // namespace mingze::dsl
