#include "engine/explain/cone.hpp"

#include <algorithm>
#include <queue>

#include "engine/evaluate/join.hpp"
#include "engine/explain/instance.hpp"

namespace mingze {

namespace {

constexpr std::uint32_t unknown = UINT32_MAX;

}  // namespace

struct Cone::Search {
  using Reached = std::pair<std::uint32_t, std::uint32_t>;  // height, node
  std::vector<Derivation> derivations;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> uses;  // node, derivation
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> reached;
};

Cone::Cone(const Program& program, const Plan& plan, const Evaluation& evaluation,
           std::size_t most_premises)
    : program_(program),
      evaluation_(evaluation),
      most_premises_(most_premises),
      stratum_(program.predicates.size()),
      heads_(program.predicates.size()),
      nodes_(program.predicates.size()) {
  for (std::uint32_t i = 0; i < plan.strata.size(); ++i) {
    for (const PredicateId predicate : plan.strata[i].predicates) stratum_[predicate.value] = i;
    for (const RuleHead head : plan.strata[i].rules)
      heads_[program[head.rule].conclusions[head.conclusion].atom.predicate.value].push_back(head);
  }
  for (const Predicate& predicate : program.predicates)
    seen_.emplace_back(static_cast<std::uint32_t>(predicate.slots.size()));
}

std::optional<std::uint32_t> Cone::height(PredicateId predicate, std::span<const Value> tuple) {
  const std::uint32_t asked = node(predicate, tuple);
  if (heights_[asked] != unknown) return heights_[asked];
  Search search;
  for (std::uint32_t next = asked; next < all_.size(); ++next) {  // what is found comes behind it
    expand(next, search);
    if (search.uses.size() > most_premises_) return std::nullopt;
  }
  settle(search);
  return heights_[asked];
}

std::uint32_t Cone::node(PredicateId predicate, std::span<const Value> tuple) {
  auto& nodes = nodes_[predicate.value];
  const std::uint32_t row = seen_[predicate.value].put(tuple);
  if (row == nodes.size()) {
    nodes.push_back(static_cast<std::uint32_t>(all_.size()));
    all_.push_back({predicate, row});
    heights_.push_back(unknown);
  }
  return nodes[row];
}

const JoinPlan& Cone::plan_for(RuleHead head) {
  const auto [place, added] = plans_.try_emplace({head.rule, head.conclusion});
  if (!added) return place->second;
  const Rule& rule = program_[head.rule];
  const Atom& conclusion = rule.conclusions[head.conclusion].atom;
  JoinStart start;
  start.known.resize(rule.body.variables.size());
  start.needed.resize(rule.body.variables.size());
  for (const Term term : conclusion.terms)
    if (term.is_variable) start.known[term.value] = start.needed[term.value] = true;
  for (const Condition& condition : rule.body.conditions)
    if (is_premise(condition, conclusion.predicate))
      for_each_variable(condition, [&](std::uint32_t v) { start.needed[v] = true; });
  place->second = plan_join(rule.body, start, evaluation_.database);
  return place->second;
}

void Cone::expand(std::uint32_t node, Search& search) {
  const auto [predicate, row] = all_[node];
  const std::span<const Value> tuple = seen_[predicate.value].row(row);
  if (evaluation_.database.origin(predicate, tuple) != nullptr)
    search.reached.emplace(0, node);
  else
    for (const RuleHead head : heads_[predicate.value]) expand(head, node, search);
}

/// One derivation for each match of the rule that concludes the node's tuple.
void Cone::expand(RuleHead head, std::uint32_t at, Search& search) {
  const auto [predicate, row] = all_[at];
  const Rule& rule = program_[head.rule];
  Binding known(rule.body.variables.size());
  if (!unify(rule.conclusions[head.conclusion].atom, seen_[predicate.value].row(row), known))
    return;
  Join join(program_.symbols, evaluation_.database, rule.body, plan_for(head));
  join.run(known.values, [&](std::span<const Value> frame) {
    const auto number = static_cast<std::uint32_t>(search.derivations.size());
    Derivation derivation{at, 0, 0};
    for (const Condition& condition : rule.body.conditions) {
      if (!is_premise(condition, predicate)) continue;
      const std::uint32_t premise = node(condition.atom.predicate, instance(condition.atom, frame));
      if (heights_[premise] != unknown) {
        derivation.highest = std::max(derivation.highest, heights_[premise]);
        continue;
      }
      search.uses.emplace_back(premise, number);
      ++derivation.open;
    }
    search.derivations.push_back(derivation);
    if (derivation.open == 0) search.reached.emplace(derivation.highest + 1, at);
    return search.uses.size() <= most_premises_;
  });
}

void Cone::settle(Search& search) {
  std::sort(search.uses.begin(), search.uses.end());
  while (!search.reached.empty()) {
    const auto [height, node] = search.reached.top();
    search.reached.pop();
    if (heights_[node] != unknown) continue;
    heights_[node] = height;
    auto use = std::lower_bound(search.uses.begin(), search.uses.end(), std::pair(node, 0U));
    for (; use != search.uses.end() && use->first == node; ++use) {
      Derivation& derivation = search.derivations[use->second];
      derivation.highest = std::max(derivation.highest, height);
      if (--derivation.open == 0) search.reached.emplace(derivation.highest + 1, derivation.of);
    }
  }
}

}  // namespace mingze
