// What `mingze lint` found in programs, and its faces.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"
#include "report/layout.hpp"
#include "report/sarif_document.hpp"

namespace mingze::report {

struct LintReport {
  /// One sort of finding.
  struct Check {
    std::string code;
    Severity severity = Severity::warning;
    Message title;  ///< what is wrong
    Message when;   ///< when it is told
    bool fixable = false;
  };
  struct Finding {
    Diagnostic diagnostic;
    bool fixable = false;          ///< `--fix` makes its first repair
    std::string fingerprint = {};  ///< survives edits elsewhere
    Message silenced_by = {};      ///< of a silenced one: the reason
    bool in_source = false;        ///< it is silenced by a comment
  };
  const Sources* sources = nullptr;
  std::vector<Check> checks;      ///< by code
  std::vector<Finding> findings;  ///< by file name and place
  std::vector<Finding> silenced;  ///< likewise

  [[nodiscard]] std::optional<Severity> gravest() const;
  [[nodiscard]] std::uint64_t count(Severity severity) const;
  [[nodiscard]] std::uint64_t fixable() const;
};

/// Gives every finding its fingerprint: from its code, file and words, and its number among equal
/// ones.
void give_fingerprints(LintReport& report);

void write_lint_terminal(std::ostream& out, const LintReport& report, const Style& style);
/// docs/schema/lint.schema.json.
void write_lint_json(std::ostream& out, const LintReport& report, Language language);
/// SARIF 2.1.0, for editors and code scanning; silenced findings are suppressed results.
void write_lint_sarif(std::ostream& out, const LintReport& report, Language language,
                      const SarifRun& run);

}  // namespace mingze::report
