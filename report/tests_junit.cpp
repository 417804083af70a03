#include <map>
#include <ostream>

#include "report/markup.hpp"
#include "report/test_report.hpp"

namespace mingze::report {

namespace {

std::string counts(std::size_t tests, std::size_t failures) {
  return " tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) +
         "\" errors=\"0\" time=\"0\"";
}

void write_case(std::ostream& out, const TestReport::Test& test, Language language) {
  const bool zh = language == Language::zh;
  out << "    <testcase classname=\"" << escaped(test.file) << "\" name=\"" << escaped(test.label)
      << "\" time=\"0\"";
  if (test.passed()) {
    out << "/>\n";
    return;
  }
  const TestReport::Failed& first = test.failures.front();
  out << ">\n      <failure type=\"expectation\" message=\"" << escaped(first.expected.in(language))
      << "\">";
  for (const TestReport::Failed& failed : test.failures)
    out << escaped(test.file) << ":" << failed.line << "\n"
        << (zh ? "应得：" : "expected: ") << escaped(failed.expected.in(language)) << "\n"
        << (zh ? "实得：" : "got: ") << escaped(failed.got.in(language)) << "\n";
  out << "</failure>\n    </testcase>\n";
}

}  // namespace

void write_tests_junit(std::ostream& out, const TestReport& report, Language language) {
  std::map<std::string, std::vector<const TestReport::Test*>> suites;
  for (const TestReport::Test& test : report.tests) suites[test.file].push_back(&test);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mingze test\""
      << counts(report.tests.size(), report.failed()) << ">\n";
  for (const auto& [file, tests] : suites) {
    std::size_t failures = 0;
    for (const TestReport::Test* test : tests) failures += test->passed() ? 0 : 1;
    out << "  <testsuite name=\"" << escaped(file) << "\"" << counts(tests.size(), failures)
        << ">\n";
    for (const TestReport::Test* test : tests) write_case(out, *test, language);
    out << "  </testsuite>\n";
  }
  out << "</testsuites>\n";
}

}  // namespace mingze::report
