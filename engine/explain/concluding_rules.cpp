#include "engine/explain/concluding_rules.hpp"

#include <algorithm>

#include "engine/evaluate/join.hpp"
#include "engine/explain/instance.hpp"

namespace mingze {

ConcludingRules::ConcludingRules(const Program& program, const Evaluation& evaluation)
    : program_(program),
      evaluation_(evaluation),
      resolver_(program),
      heads_(program.predicates.size()) {
  for (std::uint32_t r = 0; r < program.rules.size(); ++r) {
    const auto& conclusions = program.rules[r].conclusions;
    for (std::uint32_t c = 0; c < conclusions.size(); ++c)
      if (conclusions[c].sort == Conclusion::Sort::derive)
        heads_[conclusions[c].atom.predicate.value].push_back({{r}, c});
  }
}

bool ConcludingRules::derives(RuleHead head, const std::vector<Value>& values) const {
  const Rule& rule = program_[head.rule];
  Binding binding(rule.body.variables.size());
  if (!unify(rule.conclusions[head.conclusion].atom, values, binding)) return false;
  const JoinStart start{binding.bound, binding.bound, {}};
  const JoinPlan plan = plan_join(rule.body, start, evaluation_.database);
  return !Join(program_.symbols, evaluation_.database, rule.body, plan)
              .run(binding.values, [](std::span<const Value>) { return false; });
}

std::vector<RuleId> ConcludingRules::deciding(DecisionId id, const std::vector<Value>& values) {
  const Decision& decision = program_[id];
  std::vector<Value> key;
  for (const std::uint32_t slot : decision.key_slots) key.push_back(values[slot]);
  std::vector<RuleId> rules;
  for (const auto& judged : resolver_.judged(id, evaluation_.outcomes[id.value], key))
    if (judged.verdict.stands() && judged.candidate.value == values[decision.value_slot])
      rules.push_back(judged.candidate.rule);
  return rules;
}

std::vector<RuleId> ConcludingRules::of(PredicateId predicate, const std::vector<Value>& values) {
  std::vector<RuleId> rules;
  if (const auto decision = program_[predicate].decision) {
    rules = deciding(*decision, values);
  } else {
    const Database& database = evaluation_.database;
    if (!database[predicate].contains(values) || database.origin(predicate, values) != nullptr)
      return {};
    for (const RuleHead head : heads_[predicate.value])
      if (derives(head, values)) rules.push_back(head.rule);
  }
  std::sort(rules.begin(), rules.end(),
            [this](RuleId a, RuleId b) { return program_[a].id < program_[b].id; });
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  return rules;
}

}  // namespace mingze
