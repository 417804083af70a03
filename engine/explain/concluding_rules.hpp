// The rules that conclude a sentence at once: the last step of an explanation, without the rest.
#pragma once

#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/plan/plan.hpp"
#include "engine/resolve/resolver.hpp"

namespace mingze {

/// Looks at a finished evaluation; both must outlive it. Costs one match for each rule that could
/// conclude the sentence.
class ConcludingRules {
 public:
  ConcludingRules(const Program& program, const Evaluation& evaluation);

  /// Of a tuple that holds: all rules that derive it, and for a decision those whose candidate of
  /// this value was left standing; by their ids. Empty for a stated fact.
  [[nodiscard]] std::vector<RuleId> of(PredicateId predicate, const std::vector<Value>& values);

 private:
  [[nodiscard]] bool derives(RuleHead head, const std::vector<Value>& values) const;
  [[nodiscard]] std::vector<RuleId> deciding(DecisionId decision, const std::vector<Value>& values);

  const Program& program_;
  const Evaluation& evaluation_;
  Resolver resolver_;
  std::vector<std::vector<RuleHead>> heads_;  // by predicate: rules that derive it
};

}  // namespace mingze
