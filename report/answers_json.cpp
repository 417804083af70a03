#include "report/answers.hpp"
#include "report/finding_json.hpp"

namespace mingze::report {

namespace {

void write_rules(JsonWriter& json, const std::vector<Answers::By>& rules) {
  json.key("by");
  json.begin_list();
  for (const Answers::By& by : rules) {
    json.begin_object();
    json.member("rule", by.rule);
    write_basis(json, "cites", by.cites);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

void write_answers_json(std::ostream& out, const Answers& answers, Language language) {
  JsonWriter json(out);
  json.begin_object();
  json.member_number("version", 1);
  json.member("command", "ask");
  json.member("sentence", answers.question);
  json.member("holds", answers.holds);
  json.key("answers");
  json.begin_list();
  for (const Answers::Answer& answer : answers.answers) {
    json.begin_object();
    json.member("sentence", answer.sentence.in(language));
    json.key("values");
    json.begin_object();
    for (std::size_t i = 0; i < answer.values.size(); ++i)
      json.member(answers.variables[i], answer.values[i]);
    json.end_object();
    write_rules(json, answer.by);
    json.end_object();
  }
  json.end_list();
  json.end_object();
  json.finish();
}

}  // namespace mingze::report
