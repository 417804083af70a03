#include "report/test_report.hpp"

#include <algorithm>

namespace mingze::report {

std::uint64_t TestReport::Coverage::Rule::both_ways() const {
  if (!fired) return 0;
  return static_cast<std::uint64_t>(
      std::count_if(conditions.begin(), conditions.end(),
                    [](const Condition& condition) { return condition.failed_alone; }));
}

std::uint64_t TestReport::failed() const {
  return static_cast<std::uint64_t>(
      std::count_if(tests.begin(), tests.end(), [](const Test& test) { return !test.passed(); }));
}

CoverageCounts counts_of(const TestReport::Coverage& coverage) {
  CoverageCounts counts;
  for (const TestReport::Coverage::Rule& rule : coverage.rules) {
    (rule.is_finding ? counts.findings : counts.rules) += 1;
    (rule.is_finding ? counts.findings_raised : counts.rules_fired) += rule.fired ? 1 : 0;
    if (rule.is_finding) continue;
    counts.conditions += rule.conditions.size();
    counts.conditions_both_ways += rule.both_ways();
  }
  for (const TestReport::Coverage::Clause& clause : coverage.clauses) {
    counts.clauses += 1;
    counts.clauses_tested += clause.fired > 0 ? 1 : 0;
  }
  return counts;
}

}  // namespace mingze::report
