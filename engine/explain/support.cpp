#include "engine/explain/support.hpp"

#include <set>

#include "engine/evaluate/join.hpp"
#include "engine/explain/instance.hpp"

namespace mingze {

struct Support::Search {
  std::set<Goal> seen;
  std::vector<Goal> open;
  std::set<StatedFact> facts;

  void add(PredicateId predicate, std::vector<Value> values) {
    Goal goal{predicate, std::move(values)};
    if (seen.insert(goal).second) open.push_back(std::move(goal));
  }
};

namespace {

void mark(const Atom& atom, std::vector<bool>& flags) {
  for (const Term term : atom.terms)
    if (term.is_variable) flags[term.value] = true;
}

}  // namespace

Support::Support(const Program& program, const Evaluation& evaluation)
    : program_(program), evaluation_(evaluation), heads_(program.predicates.size()) {
  for (std::uint32_t r = 0; r < program.rules.size(); ++r)
    for (std::uint32_t c = 0; c < program.rules[r].conclusions.size(); ++c)
      if (program.rules[r].conclusions[c].sort != Conclusion::Sort::bar)
        heads_[program.rules[r].conclusions[c].atom.predicate.value].push_back({{r}, c});
}

/// Opens what the rule reads in every match that concludes the goal.
void Support::expand(RuleHead at, const Goal& goal, Search& search) const {
  const Rule& rule = program_[at.rule];
  const Database& database = evaluation_.database;
  JoinStart start;
  start.needed.resize(rule.body.variables.size());
  Binding known(rule.body.variables.size());
  const Atom& head = rule.conclusions[at.conclusion].atom;
  if (!unify(head, goal.values, known)) return;
  start.known = known.bound;
  mark(head, start.needed);
  for (const Condition& condition : rule.body.conditions)
    if (condition.sort == Condition::Sort::positive) mark(condition.atom, start.needed);
  const JoinPlan plan = plan_join(rule.body, start, database);
  Join join(program_.symbols, database, rule.body, plan);
  join.run(known.values, [&](std::span<const Value> frame) {
    for (const Condition& condition : rule.body.conditions)
      if (condition.sort == Condition::Sort::positive)
        search.add(condition.atom.predicate, instance(condition.atom, frame));
      else if (condition.sort == Condition::Sort::at_least)
        expand_count(rule.body, head, condition, frame, search);
    return true;
  });
}

/// Opens everything that a condition counts in one match of its body.
void Support::expand_count(const Body& body, const Atom& head, const Condition& condition,
                           std::span<const Value> frame, Search& search) const {
  JoinStart start;
  start.known.resize(body.variables.size());
  mark(head, start.known);
  for (const Condition& other : body.conditions)
    if (&other != &condition)
      for_each_variable(other, [&](std::uint32_t v) { start.known[v] = true; });
  Body counted{body.variables, {condition}};
  counted.conditions[0].sort = Condition::Sort::positive;
  const JoinPlan plan = plan_join(counted, start);
  Join(program_.symbols, evaluation_.database, counted, plan)
      .run(frame, [&](std::span<const Value> match) {
        search.add(condition.atom.predicate, instance(condition.atom, match));
        return true;
      });
}

void Support::visit(const Goal& goal, Search& search) const {
  if (!evaluation_.database[goal.predicate].contains(goal.values)) return;
  if (const Span* origin = evaluation_.database.origin(goal.predicate, goal.values)) {
    search.facts.insert({goal.predicate, goal.values, *origin});
    return;
  }
  for (const RuleHead head : heads_[goal.predicate.value]) expand(head, goal, search);
}

std::vector<StatedFact> Support::finish(Search& search) const {
  while (!search.open.empty()) {
    const Goal goal = std::move(search.open.back());
    search.open.pop_back();
    visit(goal, search);
  }
  return in_order_of_ids(program_, search.facts);
}

std::vector<StatedFact> Support::behind_candidate(RuleId rule, PredicateId decision,
                                                  const std::vector<Value>& values) const {
  Search search;
  for (const RuleHead head : heads_[decision.value])
    if (head.rule == rule) expand(head, {decision, values}, search);
  return finish(search);
}

std::vector<StatedFact> Support::behind(PredicateId predicate,
                                        const std::vector<Value>& values) const {
  Search search;
  search.add(predicate, values);
  return finish(search);
}

}  // namespace mingze
