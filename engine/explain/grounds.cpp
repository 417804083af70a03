#include "engine/explain/grounds.hpp"

#include "engine/evaluate/findings.hpp"
#include "engine/evaluate/join.hpp"
#include "engine/explain/instance.hpp"

namespace mingze {

namespace {

/// A count, written out: a sentence that is met by each of what it counts.
void add_counted(Body& body, Condition condition) {
  const auto each = static_cast<std::uint32_t>(body.variables.size());
  body.variables.push_back(body.variables[condition.counted]);
  for (Term& term : condition.atom.terms)
    if (term.is_variable && term.value == condition.counted) term.value = each;
  condition.sort = Condition::Sort::positive;
  body.conditions.push_back(std::move(condition));
}

}  // namespace

Grounds::Grounds(const Program& program, const Evaluation& evaluation, FindingId finding)
    : program_(program), database_(evaluation.database) {
  const FindingRule& rule = program.findings[finding.value];
  body_ = rule.body;
  for (const Condition& condition : rule.body.conditions)
    if (condition.sort == Condition::Sort::at_least) add_counted(body_, condition);
  JoinStart start;
  start.known.resize(body_.variables.size());
  start.needed.resize(body_.variables.size());
  for (const std::uint32_t variable : distinguishing_variables(rule)) start.known[variable] = true;
  for (const Condition& condition : body_.conditions)
    if (condition.sort == Condition::Sort::positive)
      for_each_variable(condition, [&](std::uint32_t variable) { start.needed[variable] = true; });
  plan_ = plan_join(body_, start, database_);
}

std::vector<StatedFact> Grounds::of(const RaisedFinding& raised) const {
  std::vector<Value> known = raised.values;
  known.resize(body_.variables.size());
  std::set<StatedFact> facts;
  Join join(program_.symbols, database_, body_, plan_);
  join.run(known, [&](std::span<const Value> frame) {
    for (const Condition& condition : body_.conditions) {
      if (condition.sort != Condition::Sort::positive) continue;
      const PredicateId predicate = condition.atom.predicate;
      std::vector<Value> values = instance(condition.atom, frame);
      if (const Span* origin = database_.origin(predicate, values))
        facts.insert({predicate, std::move(values), *origin});
    }
    return true;
  });
  return in_order_of_ids(program_, facts);
}

}  // namespace mingze
