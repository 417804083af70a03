// The trees of all files → one neutral program, as of one date, and every error in one run.
//
// Nothing here depends on the order of files or statements: declarations are read first, then what
// uses them. The program may be run only where no diagnostic is an error.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/check/vocabulary.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"
#include "engine/program/program.hpp"

namespace mingze::dsl {

/// One file. The module must outlive the call.
struct Input {
  const Module* module = nullptr;
  bool embedded = false;  ///< of a shipped pack
};

struct LowerOptions {
  Date as_of;
  /// `as_of` is the date of the run: tests without a date of their own belong to it. A test with
  /// another date is checked then too (so that one run tells every error), but not lowered.
  bool default_date = true;
  /// Rules out of their dates, or whose sources are all out of theirs, stand in the program too.
  /// Such a program can be looked at, not run.
  bool lapsed_rules = false;
  /// Called once, when kinds, relations, declared entities and fact files stand in the program and
  /// no sentence has been read; not called where the kind of a relation's slot is unknown. Whoever
  /// loads data here lets sentences name what only data names.
  std::function<void(Program&)> load_data = {};
  /// Where the modules' files have syntax errors. The statements there are missing, so nothing is
  /// said of unknown names and sentences that they may have declared.
  std::vector<Span> syntax_errors = {};
};

struct Lowered {
  Program program;
  Vocabulary vocabulary;    ///< for questions about the program
  Diagnostics diagnostics;  ///< by file name and place
};

[[nodiscard]] Lowered lower(const Sources& sources, const std::vector<Input>& inputs,
                            const LowerOptions& options);

/// The dates other than the run's that tests name themselves (`as of`), each once, in order. Each
/// needs a run of its own with `default_date` false; only tests of that date are lowered in it.
[[nodiscard]] std::vector<Date> test_dates(const std::vector<Input>& inputs, Date default_date);

/// Conditions joined by `and`, as a body over variables, against a lowered program: for questions.
/// Names that only data knows are known. Nothing where there are errors.
[[nodiscard]] std::optional<mingze::Body> lower_question(const std::vector<Condition>& conditions,
                                                         Lowered& lowered,
                                                         Diagnostics& diagnostics);

/// Sentences stated besides the program's own: facts, so without variables, `not` and decisions.
/// Only those without an error are returned.
[[nodiscard]] std::vector<mingze::Fact> lower_facts(const std::vector<Condition>& sentences,
                                                    Lowered& lowered, Diagnostics& diagnostics);

}  // namespace mingze::dsl
