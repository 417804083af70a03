#include <sstream>

#include "report/json_writer.hpp"
#include "report/test_report.hpp"

namespace mingze::report {

namespace {

/// The proof of what came instead, or what was lacking, as text.
std::string reason_of(const TestReport::Failed& failed, Language language) {
  std::ostringstream text;
  const Style style{language};
  if (!failed.why.empty())
    write_why_terminal(text, {"", true, failed.why, failed.why.size()}, style);
  else if (!failed.why_not.empty())
    write_attempts_terminal(text, failed.why_not, style);
  return text.str();
}

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
    json.member("reason", reason_of(failed, language));
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

void write_rule(JsonWriter& json, const TestReport::Coverage::Rule& rule) {
  json.begin_object();
  json.member(rule.is_finding ? "finding" : "rule", rule.name.id);
  json.member("file", rule.name.file);
  json.member_number("line", rule.name.line);
  json.member("fired", rule.fired);
  json.key("conditions");
  json.begin_list();
  for (const auto& condition : rule.conditions) {
    json.begin_object();
    json.member("condition", condition.text);
    json.member("failed_alone", condition.failed_alone);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

void write_names(JsonWriter& json, const char* key, const std::vector<std::string>& names) {
  json.key(key);
  json.begin_list();
  for (const std::string& name : names) json.value(name);
  json.end_list();
}

void write_decision(JsonWriter& json, const TestReport::Coverage::Decision& decision) {
  json.begin_object();
  json.member("decision", decision.id);
  json.member("decided", decision.decided);
  json.member("missing", decision.missing);
  json.member("conflict", decision.conflict);
  write_names(json, "values_seen", decision.seen);
  write_names(json, "values_unseen", decision.unseen);
  json.end_object();
}

void write_coverage(JsonWriter& json, const TestReport::Coverage& coverage) {
  const CoverageCounts counts = counts_of(coverage);
  json.begin_object();
  json.member_number("rules", counts.rules);
  json.member_number("rules_fired", counts.rules_fired);
  json.member_number("findings", counts.findings);
  json.member_number("findings_raised", counts.findings_raised);
  json.member_number("conditions", counts.conditions);
  json.member_number("conditions_both_ways", counts.conditions_both_ways);
  json.member_number("clauses", counts.clauses);
  json.member_number("clauses_tested", counts.clauses_tested);
  json.key("by_clause");
  json.begin_list();
  for (const auto& clause : coverage.clauses) {
    json.begin_object();
    json.member("source", clause.basis.source);
    json.member("clause", clause.basis.clause);
    json.member_number("rules", clause.rules);
    json.member_number("fired", clause.fired);
    json.end_object();
  }
  json.end_list();
  json.key("by_rule");
  json.begin_list();
  for (const auto& rule : coverage.rules) write_rule(json, rule);
  json.end_list();
  json.key("by_decision");
  json.begin_list();
  for (const auto& decision : coverage.decisions) write_decision(json, decision);
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
  json.key("coverage");
  write_coverage(json, report.coverage);
  json.key("summary");
  json.begin_object();
  json.member_number("passed", report.tests.size() - report.failed());
  json.member_number("failed", report.failed());
  json.end_object();
  json.end_object();
  json.finish();
}

}  // namespace mingze::report
