#include "app/session/ask.hpp"

#include <algorithm>

#include "engine/evaluate/evaluate.hpp"
#include "engine/explain/concluding_rules.hpp"
#include "engine/explain/instance.hpp"
#include "report/order.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

/// The named variables of a question, in the order in which it names them.
std::vector<std::uint32_t> asked_variables(const Body& body) {
  std::vector<std::uint32_t> asked;
  const auto add = [&](const Term& term) {
    if (!term.is_variable || body.variables[term.value].name == "_") return;
    if (std::find(asked.begin(), asked.end(), term.value) == asked.end())
      asked.push_back(term.value);
  };
  for (const Condition& condition : body.conditions)
    if (condition.sort == Condition::Sort::positive)
      for (const Term& term : condition.atom.terms) add(term);
  return asked;
}

/// The positive sentences of the question with these values in place of its variables.
std::string filled_in(const Program& program, const Body& body, const std::vector<bool>& asked,
                      const std::vector<Value>& values, Language language) {
  std::string out;
  for (const Condition& condition : body.conditions) {
    if (condition.sort != Condition::Sort::positive) continue;
    Atom atom = condition.atom;
    for (Term& term : atom.terms)
      if (term.is_variable && asked[term.value]) term = {false, values[term.value]};
    if (!out.empty()) out += language == Language::zh ? " 且 " : " and ";
    out += report::sentence(program, atom, body, language);
  }
  return out;
}

/// The rules that conclude the question's positive sentences with these values. A sentence in which
/// something is left open ("some") has no single conclusion, and none is told.
std::vector<report::Answers::By> rules_behind(ConcludingRules& concluding, const Program& program,
                                              const Body& body, const std::vector<bool>& asked,
                                              const std::vector<Value>& values) {
  std::vector<report::Answers::By> out;
  for (const Condition& condition : body.conditions) {
    const auto& terms = condition.atom.terms;
    const bool open = std::any_of(terms.begin(), terms.end(), [&](Term term) {
      return term.is_variable && !asked[term.value];
    });
    if (condition.sort != Condition::Sort::positive || open) continue;
    for (const RuleId id :
         concluding.of(condition.atom.predicate, instance(condition.atom, values))) {
      const Rule& rule = program[id];
      out.push_back({rule.id, rule.label, report::basis_of(program, rule.cites)});
    }
  }
  return out;
}

/// What an answer takes besides its values, which were counted when they were found.
void count(const report::Answers::Answer& answer, Meter& meter) {
  constexpr std::uint64_t looks = 64;
  std::uint64_t bytes = sizeof answer + answer.sentence.zh.size() + answer.sentence.en.size();
  for (const std::string& value : answer.values) bytes += sizeof value + value.size();
  meter.keep(bytes);
  meter.look(looks);
}

}  // namespace

AnswerRows rows_of_answers(const Body& question, const Program& program, const Database& database,
                           Meter* meter) {
  AnswerRows answers{asked_variables(question), {}};
  std::vector<bool> needed(question.variables.size(), false);
  for (const std::uint32_t variable : answers.variables) needed[variable] = true;
  answers.rows = matches(program, database, question, needed, meter);
  report::Ranks ranks(program);
  std::sort(answers.rows.begin(), answers.rows.end(), [&](const auto& a, const auto& b) {
    for (const std::uint32_t variable : answers.variables) {
      const KindId kind = question.variables[variable].kind;
      if (const int order = ranks.compare(kind, a[variable], b[variable]); order != 0)
        return order < 0;
    }
    return false;
  });
  return answers;
}

report::Answers answers_to(const Question& question, const Program& program,
                           const Evaluation& evaluation, Meter* meter) {
  const Body& body = question.body;
  const AnswerRows found = rows_of_answers(body, program, evaluation.database, meter);
  report::Answers answers;
  answers.question = question.text;
  answers.holds = !found.rows.empty();
  if (found.variables.empty()) return answers;
  std::vector<bool> asked(body.variables.size(), false);
  for (const std::uint32_t variable : found.variables) {
    asked[variable] = true;
    answers.variables.push_back(body.variables[variable].name);
  }
  ConcludingRules concluding(program, evaluation);
  for (const auto& values : found.rows) {
    report::Answers::Answer answer;
    answer.sentence = {filled_in(program, body, asked, values, Language::zh),
                       filled_in(program, body, asked, values, Language::en)};
    for (const std::uint32_t variable : found.variables)
      answer.values.push_back(
          program.symbols.id_of(body.variables[variable].kind, values[variable]));
    answer.by = rules_behind(concluding, program, body, asked, values);
    if (meter != nullptr) count(answer, *meter);
    answers.answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace mingze::app
