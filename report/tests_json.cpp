#include "report/json_writer.hpp"
#include "report/test_report.hpp"

namespace mingze::report {

namespace {

void write_test(JsonWriter& json, const TestReport::Test& test, Language language) {
  json.begin_object();
  json.member("label", test.label);
  json.member("file", test.file);
  json.member_number("line", test.line);
  json.member("passed", test.passed());
  json.key("failures");
  json.begin_list();
  for (const TestReport::Failed& failed : test.failures) {
    json.begin_object();
    json.member("expected", failed.expected.in(language));
    json.member("got", failed.got.in(language));
    json.member_number("line", failed.line);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

}  // namespace

void write_tests_json(std::ostream& out, const TestReport& report, Language language) {
  JsonWriter json(out);
  json.begin_object();
  json.member_number("version", 1);
  json.member("command", "test");
  json.key("tests");
  json.begin_list();
  for (const TestReport::Test& test : report.tests) write_test(json, test, language);
  json.end_list();
  const TestReport::Coverage& coverage = report.coverage;
  json.key("coverage");
  json.begin_object();
  json.member_number("rules", coverage.rules);
  json.member_number("rules_fired", coverage.rules_fired);
  json.member_number("conditions", coverage.conditions);
  json.member_number("conditions_both_ways", coverage.conditions_both_ways);
  json.member_number("clauses", coverage.clauses);
  json.member_number("clauses_tested", coverage.clauses_tested);
  json.end_object();
  json.key("summary");
  json.begin_object();
  json.member_number("passed", report.tests.size() - report.failed());
  json.member_number("failed", report.failed());
  json.end_object();
  json.end_object();
  json.finish();
}

}  // namespace mingze::report
