#include "engine/update/state.hpp"

#include <algorithm>
#include <utility>

#include "engine/evaluate/orders.hpp"

namespace mingze {

namespace {

/// By pair of these rules: whether the first defeats the second.
std::vector<bool> defeats(DecisionId decision, const std::vector<RuleHead>& heads,
                          Precedence& precedence) {
  std::vector<bool> out;
  for (const RuleHead r : heads)
    for (const RuleHead s : heads)
      out.push_back(precedence.defeats(decision, r.rule, s.rule).has_value());
  return out;
}

/// Those that go down a hierarchy too.
std::vector<RuleHead> all_rules(const Stratum& stratum) {
  std::vector<RuleHead> out = stratum.rules;
  if (stratum.descent)
    for (const auto& [head, condition] : stratum.descent->rules) out.push_back(head);
  return out;
}

}  // namespace

State::State(const Program& program, const Plan& plan, const Evaluation& evaluation,
             std::uint32_t nest_from, Precedence& precedence)
    : program_(program) {
  Orders all(program, nest_from);
  for (const auto& [hierarchy, levels] : evaluation.levels)
    all.add(hierarchy, *levels, evaluation.database[hierarchy]);
  orders_ = all.of_hierarchies();
  load(evaluation);
  for (const Stratum& stratum : plan.strata) add_step(stratum, precedence);
}

bool State::has_room(KindId kind, Value value) const {
  return std::all_of(orders_.begin(), orders_.end(), [&](const auto& order) {
    return program_[order->hierarchy()].slots[0].kind != kind || value < order->size();
  });
}

std::optional<NestColumn> State::nest(PredicateId predicate) const {
  std::vector<PredicateId> hierarchies;
  for (const auto& order : orders_) hierarchies.push_back(order->hierarchy());
  return nest_column(program_, predicate, hierarchies);
}

std::shared_ptr<const Order> State::order_of(const std::optional<NestColumn>& column) const {
  if (!column) return nullptr;
  return *std::find_if(orders_.begin(), orders_.end(),
                       [&](const auto& order) { return order->hierarchy() == column->hierarchy; });
}

TableId State::add(std::uint32_t arity, std::optional<std::uint32_t> column,
                   const std::shared_ptr<const Order>& order, const Relation& tuples) {
  const TableId table = store_.add(arity, column, order);
  store_.load(table, tuples);
  return table;
}

void State::load(const Evaluation& evaluation) {
  std::vector<bool> concluded(program_.predicates.size());
  for (const Rule& rule : program_.rules)
    for (const Conclusion& conclusion : rule.conclusions)
      concluded[conclusion.atom.predicate.value] = conclusion.sort == Conclusion::Sort::derive;
  for (std::uint32_t p = 0; p < program_.predicates.size(); ++p) {
    const PredicateId id{p};
    const auto column = nest(id);
    const auto order = order_of(column);
    const auto place = column ? std::optional(column->column) : std::nullopt;
    const Relation& tuples = evaluation.database[id];
    const auto arity = static_cast<std::uint32_t>(program_[id].slots.size());
    const TableId holds = add(arity, place, order, tuples);
    TableId stated = holds;
    if (concluded[p])
      stated =
          add(arity, place, order,
              tuples.first_rows(static_cast<std::uint32_t>(evaluation.database.stated_count(id))));
    tables_.push_back({stated, holds});
  }
  for (std::uint32_t d = 0; d < program_.decisions.size(); ++d)
    add_outcome({d}, evaluation.outcomes[d]);
}

void State::add_outcome(DecisionId id, const Outcome& outcome) {
  const Decision& decision = program_[id];
  const auto column = nest(decision.predicate);
  const auto order = order_of(column);
  const auto arity = static_cast<std::uint32_t>(program_[decision.predicate].slots.size()) + 1;
  std::optional<std::uint32_t> slot;
  std::optional<std::uint32_t> place;  // in the key
  if (column) {
    const auto& keys = decision.key_slots;
    slot = column->column;
    place = static_cast<std::uint32_t>(std::find(keys.begin(), keys.end(), *slot) - keys.begin());
  }
  const auto keys = static_cast<std::uint32_t>(decision.key_slots.size());
  const TableId candidates = add(arity, slot, order, outcome.candidates);
  const TableId bars = add(arity, slot, order, outcome.bars);
  outcomes_.push_back({candidates, bars, add(keys, place, order, outcome.conflicts)});
  decided_.push_back(outcome.decided);
}

bool State::can_be_updated(const Stratum& stratum) const {
  const std::vector<RuleHead> heads = all_rules(stratum);
  return std::none_of(heads.begin(), heads.end(), [&](RuleHead head) {
    const auto& conditions = program_[head.rule].body.conditions;
    return std::any_of(conditions.begin(), conditions.end(), [](const Condition& one) {
      return one.sort == Condition::Sort::at_least && one.count == 0;
    });
  });
}

void State::add_step(const Stratum& stratum, Precedence& precedence) {
  Step& step = steps_.emplace_back(Step{&stratum, std::nullopt, std::nullopt});
  if (!can_be_updated(stratum)) {
    step.heads = all_rules(stratum);
    if (const auto& decision = program_[stratum.predicates.front()].decision)
      step.defeats = defeats(*decision, step.heads, precedence);
    step.reads = stratum.predicates;
    for (const RuleHead head : step.heads)
      for (const Condition& one : program_[head.rule].body.conditions)
        if (one.sort != Condition::Sort::compare) step.reads.push_back(one.atom.predicate);
    return;
  }
  const PredicateId first = stratum.predicates.front();
  if (const auto& decision = program_[first].decision) {
    const auto column = nest(first);
    step.decision.emplace(
        program_, *decision, column ? std::optional(column->column) : std::nullopt,
        tables_[first.value].holds, outcomes_[decision->value], store_, precedence);
  }
  step.rules.emplace(program_, stratum.predicates, tables_);
  for (const RuleHead head : all_rules(stratum)) {
    const Conclusion& conclusion = program_[head.rule].conclusions[head.conclusion];
    const PredicateId predicate = conclusion.atom.predicate;
    TableId target = tables_[predicate.value].holds;
    if (conclusion.sort != Conclusion::Sort::derive) {
      const OutcomeTables& outcome = outcomes_[program_[predicate].decision->value];
      target = conclusion.sort == Conclusion::Sort::bar ? outcome.bars : outcome.candidates;
    }
    const auto column = nest(predicate);
    step.rules->add(program_, head, target, column, order_of(column), store_);
  }
}

bool State::has_changed(PredicateId predicate) const {
  const auto [stated, holds] = tables_[predicate.value];
  for (const TableId id : {stated, holds}) {
    const Table& table = store_[id];
    for (std::uint32_t i = 0; i < table.changed(); ++i)
      if (const auto change = table.change(i); !change.gained.empty() || !change.lost.empty())
        return true;
  }
  return false;
}

bool State::update(Precedence& precedence, bool another, Meter* meter) {
  for (Step& step : steps_) {
    if (meter != nullptr) meter->check();
    const auto& predicates = step.stratum->predicates;
    const auto& decision = program_[predicates.front()].decision;
    if (!step.rules) {
      if (std::any_of(step.reads.begin(), step.reads.end(),
                      [&](PredicateId read) { return has_changed(read); }))
        return false;
      if (another && decision && step.defeats != defeats(*decision, step.heads, precedence))
        return false;
      continue;
    }
    step.rules->update(store_, meter);
    if (step.decision) {
      step.decision->update(store_, precedence, another);
      while (step.rules->update_below(store_, meter)) {
        if (meter != nullptr) meter->check();
        step.decision->update(store_, precedence, false);
      }
      decided_[decision->value] = step.decision->decided();
    }
    for (const PredicateId predicate : predicates)
      if (program_[predicate].hierarchy && has_changed(predicate)) return false;
  }
  return true;
}

}  // namespace mingze
