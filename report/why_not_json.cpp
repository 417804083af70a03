#include <algorithm>

#include "report/finding_json.hpp"
#include "report/why_not.hpp"

namespace mingze::report {

namespace {

void write_rule_or_null(JsonWriter& json, std::string_view key, const RuleName& rule) {
  json.key(key);
  if (rule.id.empty())
    json.null();
  else
    json.value("rule " + rule.id);
}

void write_messages(JsonWriter& json, std::string_view key, const std::vector<Message>& messages,
                    Language language) {
  json.key(key);
  json.begin_list();
  for (const Message& message : messages) json.value(message.in(language));
  json.end_list();
}

void write_attempt(JsonWriter& json, const WhyNotReport::Attempt& attempt, Language language) {
  json.begin_object();
  write_rule_or_null(json, "rule", attempt.rule);
  json.key("failed");
  const auto failed = std::find_if(attempt.conditions.begin(), attempt.conditions.end(),
                                   [](const auto& condition) { return !condition.holds; });
  if (failed == attempt.conditions.end())
    json.null();
  else
    json.value(failed->sentence.in(language));
  write_messages(json, "needs", attempt.needs, language);
  json.key("blocked_by");
  json.begin_list();
  for (const WhyNotReport::Obstacle& obstacle : attempt.blocked_by) {
    json.begin_object();
    json.member("sentence", obstacle.sentence.in(language));
    write_rule_or_null(json, "by", obstacle.by);
    json.member("ground", obstacle.ground);
    json.end_object();
  }
  json.end_list();
  json.member("by", attempt.by);
  if (!attempt.rule.label.empty()) json.member("label", attempt.rule.label);
  write_basis(json, "cites", attempt.rule.cites);
  json.member_or_null("file", attempt.rule.file);
  json.key("line");
  if (attempt.rule.file.empty())
    json.null();
  else
    json.number(attempt.rule.line);
  json.key("conditions");
  json.begin_list();
  for (const WhyNotReport::Condition& condition : attempt.conditions) {
    json.begin_object();
    json.member("sentence", condition.sentence.in(language));
    json.member("holds", condition.holds);
    json.end_object();
  }
  json.end_list();
  write_messages(json, "limits", attempt.limits, language);
  json.member("found", attempt.found);
  json.member("complete", !attempt.cut);
  json.end_object();
}

}  // namespace

void write_why_not_json(std::ostream& out, const WhyNotReport& report, Language language) {
  JsonWriter json(out);
  json.begin_object();
  json.member_number("version", 1);
  json.member("command", "why-not");
  json.member("sentence", report.question);
  json.member("holds", report.holds);
  json.key("attempts");
  json.begin_list();
  for (const WhyNotReport::Attempt& attempt : report.attempts)
    write_attempt(json, attempt, language);
  json.end_list();
  json.end_object();
  json.finish();
}

}  // namespace mingze::report
