#include "engine/evaluate/rules.hpp"

namespace mingze {

namespace {

/// What a tuple takes in a relation: its values, and its place in the index that makes it distinct.
std::uint64_t bytes_of(std::span<const Value> tuple) {
  return tuple.size_bytes() + 3 * sizeof(std::uint32_t);
}

}  // namespace

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
  place->second = plan_join(rule.body, start, evaluation_.database);
  return place->second;
}

OnTuple RuleRunner::adder(RuleHead head) {
  const Conclusion& conclusion = program_[head.rule].conclusions[head.conclusion];
  const PredicateId predicate = conclusion.atom.predicate;
  Relation* target = nullptr;
  if (conclusion.sort == Conclusion::Sort::derive) {
    target = &evaluation_.database[predicate];
  } else {
    Outcome& outcome = evaluation_.outcomes[program_[predicate].decision->value];
    target = conclusion.sort == Conclusion::Sort::bar ? &outcome.bars : &outcome.candidates;
  }
  return [target, meter = meter_](std::span<const Value> tuple) {
    if (target->insert(tuple) && meter != nullptr) meter->keep(bytes_of(tuple));
  };
}

void RuleRunner::conclude(RuleHead head, Join& join, std::span<const Value> known,
                          const OnTuple& add) {
  if (spent()) return;
  const Conclusion& conclusion = program_[head.rule].conclusions[head.conclusion];
  const std::vector<Term>& terms = conclusion.atom.terms;
  std::vector<Value> tuple(terms.size());
  if (conclusion.sort != Conclusion::Sort::derive) tuple.push_back(head.rule.value);
  join.count_with(meter_);
  join.run(known, [&](std::span<const Value> frame) {
    for (std::size_t i = 0; i < terms.size(); ++i)
      tuple[i] = terms[i].is_variable ? frame[terms[i].value] : terms[i].value;
    add(tuple);
    if (meter_ != nullptr) meter_->conclude();
    if (++concluded_ % ticks_every == 0 && tick_) tick_();
    return !spent();
  });
}

void RuleRunner::run(RuleHead head) { run(head, adder(head)); }

void RuleRunner::run(RuleHead head, const OnTuple& add) {
  const JoinPlan& plan = plan_for(head, none, none);
  Join join(program_.symbols, evaluation_.database, program_[head.rule].body, plan);
  conclude(head, join, {}, add);
}

void RuleRunner::run(RuleHead head, std::uint32_t delta, RowRange range,
                     std::span<const std::pair<std::uint32_t, RowRange>> others) {
  const JoinPlan& plan = plan_for(head, delta, none);
  const OnTuple add = adder(head);  // before the join, which keeps what it reads
  Join join(program_.symbols, evaluation_.database, program_[head.rule].body, plan);
  for (const auto& [condition, rows] : others) join.restrict(condition, rows);
  join.restrict(delta, range);
  conclude(head, join, {}, add);
}

void RuleRunner::run_for(RuleHead head, std::uint32_t first, std::uint32_t variable, Value value) {
  const Rule& rule = program_[head.rule];
  const JoinPlan& plan = plan_for(head, first, variable);
  const OnTuple add = adder(head);
  Join join(program_.symbols, evaluation_.database, rule.body, plan);
  std::vector<Value> known(rule.body.variables.size());
  known[variable] = value;
  conclude(head, join, known, add);
}

}  // namespace mingze
