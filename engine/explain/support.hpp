// What stands behind a conclusion: the stated facts that its rules lead back to.
#pragma once

#include <compare>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/explain/stated_fact.hpp"
#include "engine/plan/plan.hpp"

namespace mingze {

/// Looks back through a finished evaluation. Nothing is kept while a program is evaluated: the
/// rules are matched again with their conclusion given.
class Support {
 public:
  Support(const Program& program, const Evaluation& evaluation);

  /// The stated facts behind one candidate of a decision as proposed by one rule: every stated
  /// fact that some derivation of it uses. In the order of their sentences' ids.
  [[nodiscard]] std::vector<StatedFact> behind_candidate(RuleId rule, PredicateId decision,
                                                         const std::vector<Value>& values) const;
  /// The same for any tuple that holds.
  [[nodiscard]] std::vector<StatedFact> behind(PredicateId predicate,
                                               const std::vector<Value>& values) const;

 private:
  struct Goal {
    PredicateId predicate;
    std::vector<Value> values;
    auto operator<=>(const Goal&) const = default;
  };
  struct Search;

  void expand(RuleHead head, const Goal& goal, Search& search) const;
  void expand_count(const Body& body, const Atom& head, const Condition& condition,
                    std::span<const Value> frame, Search& search) const;
  void visit(const Goal& goal, Search& search) const;
  [[nodiscard]] std::vector<StatedFact> finish(Search& search) const;

  const Program& program_;
  const Evaluation& evaluation_;
  std::vector<std::vector<RuleHead>> heads_;  // by predicate
};

}  // namespace mingze
