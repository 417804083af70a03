#include <ostream>

#include "report/table.hpp"
#include "report/test_report.hpp"

namespace mingze::report {

namespace {

std::string of(std::uint64_t part, std::uint64_t whole) {
  return std::to_string(part) + "/" + std::to_string(whole);
}

void write_failed(std::ostream& out, const TestReport::Test& test, const Style& style) {
  const bool zh = style.language == Language::zh;
  out << painted(style, Paint::red, zh ? "未通过" : "failed") << "  "
      << painted(style, Paint::bold, harmless(test.label)) << "  "
      << painted(style, Paint::faint, test.file + ":" + std::to_string(test.line)) << "\n";
  for (const TestReport::Failed& failed : test.failures) {
    out << (zh ? "  应得：" : "  expected: ") << harmless(failed.expected.in(style.language))
        << painted(style, Paint::faint, "  " + test.file + ":" + std::to_string(failed.line))
        << "\n"
        << (zh ? "  实得：" : "  got:      ") << harmless(failed.got.in(style.language)) << "\n";
  }
  out << "\n";
}

}  // namespace

void write_tests_terminal(std::ostream& out, const TestReport& report, const Style& style) {
  const bool zh = style.language == Language::zh;
  for (const TestReport::Test& test : report.tests)
    if (!test.passed()) write_failed(out, test, style);
  const std::uint64_t failed = report.failed();
  const std::string passed = std::to_string(report.tests.size() - failed);
  const std::string counts =
      zh ? "用例：通过 " + passed + "，未通过 " + std::to_string(failed)
         : "tests: " + passed + " passed, " + std::to_string(failed) + " failed";
  out << painted(style, failed == 0 ? Paint::green : Paint::red, counts) << "\n";
  const TestReport::Coverage& coverage = report.coverage;
  const std::string rules = of(coverage.rules_fired, coverage.rules);
  const std::string conditions = of(coverage.conditions_both_ways, coverage.conditions);
  const std::string clauses = of(coverage.clauses_tested, coverage.clauses);
  out << (zh ? "覆盖：规则 " + rules + "，条件（成立与不成立都有）" + conditions + "，条款 " +
                   clauses
             : "coverage: rules " + rules + ", conditions both ways " + conditions + ", clauses " +
                   clauses)
      << "\n";
}

}  // namespace mingze::report
