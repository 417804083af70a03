#include "report/lint_report.hpp"

#include <algorithm>

#include "report/finding.hpp"

namespace mingze::report {

std::optional<Severity> LintReport::gravest() const {
  std::optional<Severity> gravest;
  for (const Finding& finding : findings)
    if (!gravest || finding.diagnostic.severity < *gravest) gravest = finding.diagnostic.severity;
  return gravest;
}

std::uint64_t LintReport::count(Severity severity) const {
  return static_cast<std::uint64_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& one) { return one.diagnostic.severity == severity; }));
}

std::uint64_t LintReport::fixable() const {
  return static_cast<std::uint64_t>(std::count_if(findings.begin(), findings.end(),
                                                  [](const Finding& one) { return one.fixable; }));
}

void give_fingerprints(LintReport& report) {
  std::map<std::vector<std::string>, std::uint64_t> seen;
  for (auto* list : {&report.findings, &report.silenced})
    for (LintReport::Finding& finding : *list) {
      const Diagnostic& found = finding.diagnostic;
      std::vector<std::string> words{found.code, (*report.sources)[found.span.source].name(),
                                     found.message.en,
                                     std::string(report.sources->text(found.span))};
      const std::uint64_t number = seen[words]++;
      words.push_back(std::to_string(number));
      finding.fingerprint = fingerprint_of(words);
    }
}

}  // namespace mingze::report
