#include "engine/evaluate/rules.hpp"

namespace mingze {

void mark_variables(const Atom& atom, std::vector<bool>& flags) {
  for (const Term term : atom.terms)
    if (term.is_variable) flags[term.value] = true;
}

const JoinPlan& RuleRunner::plan_for(RuleHead head, std::uint32_t first, std::uint32_t known) {
  const auto [place, added] = plans_.try_emplace({head.rule.value, head.conclusion, first, known});
  if (!added) return place->second;
  const Rule& rule = program_[head.rule];
  JoinStart start;
  start.known.resize(rule.body.variables.size());
  start.needed.resize(rule.body.variables.size());
  if (known != none) start.known[known] = true;
  if (first != none) start.first = first;
  mark_variables(rule.conclusions[head.conclusion].atom, start.needed);
  const Database& database = evaluation_.database;
  place->second = plan_join(rule.body, start,
                            [&](PredicateId predicate) { return database[predicate].size(); });
  return place->second;
}

void RuleRunner::conclude(Join& join, RuleHead head, std::span<const Value> known) {
  const Conclusion& conclusion = program_[head.rule].conclusions[head.conclusion];
  const PredicateId predicate = conclusion.atom.predicate;
  Relation* target = &evaluation_.database[predicate];
  const bool derives = conclusion.sort == Conclusion::Sort::derive;
  if (!derives) {
    Outcome& outcome = evaluation_.outcomes[program_[predicate].decision->value];
    target = conclusion.sort == Conclusion::Sort::bar ? &outcome.bars : &outcome.candidates;
  }
  std::vector<Value> tuple;
  join.run(known, [&](std::span<const Value> frame) {
    tuple.clear();
    for (const Term term : conclusion.atom.terms)
      tuple.push_back(term.is_variable ? frame[term.value] : term.value);
    if (!derives) tuple.push_back(head.rule.value);
    target->insert(tuple);
    return true;
  });
}

void RuleRunner::run(RuleHead head) {
  const JoinPlan& plan = plan_for(head, none, none);
  Join join(program_.symbols, evaluation_.database, program_[head.rule].body, plan);
  conclude(join, head, {});
}

void RuleRunner::run(RuleHead head, std::uint32_t delta, RowRange range,
                     std::span<const std::pair<std::uint32_t, RowRange>> others) {
  const JoinPlan& plan = plan_for(head, delta, none);
  Join join(program_.symbols, evaluation_.database, program_[head.rule].body, plan);
  for (const auto& [condition, rows] : others) join.restrict(condition, rows);
  join.restrict(delta, range);
  conclude(join, head, {});
}

void RuleRunner::run_for(RuleHead head, std::uint32_t first, std::uint32_t variable, Value value) {
  const Rule& rule = program_[head.rule];
  const JoinPlan& plan = plan_for(head, first, variable);
  Join join(program_.symbols, evaluation_.database, rule.body, plan);
  std::vector<Value> known(rule.body.variables.size());
  known[variable] = value;
  conclude(join, head, known);
}

}  // namespace mingze
