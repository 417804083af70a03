#include "tests/engine/build/run.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/evaluate/findings.hpp"

namespace mingze::test {

namespace {

std::string text_of(const Program& program, PredicateId predicate, std::span<const Value> values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i)
    text +=
        (i == 0 ? "" : " ") + program.symbols.id_of(program[predicate].slots[i].kind, values[i]);
  return text;
}

std::string key_text(const Program& program, const Decision& decision, std::span<const Value> key) {
  std::string text;
  for (std::size_t i = 0; i < key.size(); ++i)
    text += (i == 0 ? "" : " ") +
            program.symbols.id_of(program[decision.predicate].slots[decision.key_slots[i]].kind,
                                  key[i]);
  return text;
}

PredicateId find(const Program& program, const std::string& id) {
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
    if (program.predicates[p].id == id) return {p};
  throw std::invalid_argument("no predicate " + id);
}

}  // namespace

Evaluation run(const Program& program, std::uint32_t nest_from) {
  const Plan made = plan(program);
  if (has_errors(made.diagnostics)) throw std::invalid_argument(made.diagnostics[0].message.en);
  Database database(program);
  database.state(program.facts);
  Settler settler(program);
  return evaluate(program, made, std::move(database), settler, nest_from);
}

std::vector<std::string> tuples(const Program& program, const Evaluation& evaluation,
                                const std::string& predicate) {
  const PredicateId id = find(program, predicate);
  const Relation& relation = evaluation.database[id];
  std::vector<std::string> out;
  for (std::uint32_t row = 0; row < relation.size(); ++row)
    out.push_back(text_of(program, id, relation.row(row)));
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> keys(const Program& program, const Evaluation& evaluation,
                              const std::string& decision) {
  const PredicateId id = find(program, decision);
  const DecisionId number = *program[id].decision;
  const Decision& d = program[number];
  std::map<std::string, std::vector<std::string>> values;
  const Relation& decided = evaluation.database[id];
  for (std::uint32_t row = 0; row < decided.size(); ++row) {
    std::vector<Value> key;
    for (const std::uint32_t slot : d.key_slots) key.push_back(decided.at(row, slot));
    values[key_text(program, d, key)].push_back(
        program.symbols.id_of(program[id].slots[d.value_slot].kind, decided.at(row, d.value_slot)));
  }
  std::vector<std::string> out;
  for (auto& [key, list] : values) {
    std::sort(list.begin(), list.end());
    std::string text = key + ":";
    for (const std::string& value : list) text += " " + value;
    out.push_back(std::move(text));
  }
  const Relation& missing = evaluation.outcomes[number.value].missing;
  for (std::uint32_t row = 0; row < missing.size(); ++row)
    out.push_back(key_text(program, d, missing.row(row)) + ": missing");
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> findings(const Program& program, const Evaluation& evaluation) {
  std::vector<std::string> out;
  for (const RaisedFinding& raised : evaluation.findings.all(program)) {
    const FindingRule& finding = program.findings[raised.finding.value];
    std::string text = finding.id;
    for (const std::uint32_t v : distinguishing_variables(finding))
      text += " " + program.symbols.id_of(finding.body.variables[v].kind, raised.values[v]);
    out.push_back(std::move(text));
  }
  return out;
}

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : diagnostics) out.push_back(diagnostic.code);
  return out;
}

}  // namespace mingze::test
