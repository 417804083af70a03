// Which facts would make conditions hold that don't.
//
// A search backwards through the rules, with a bound on how much may be assumed: what holds is
// free, each fact assumed and each sentence that holds and should not costs one. It is bounded in
// depth and in steps. It does not look ahead to what the new facts change elsewhere (they may bar,
// defeat or feed a negation); whoever uses it tries each answer out (engine/explain/trial.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/explain/supposition.hpp"
#include "engine/plan/plan.hpp"

namespace mingze {

struct AbductionLimits {
  std::uint32_t cost = 6;          ///< facts to be stated, at most
  std::uint32_t depth = 12;        ///< rules below each other
  std::uint32_t conditions = 400;  ///< of all rules that one derivation goes through
  std::uint32_t steps = 30'000;    ///< for each bound on the cost
  std::uint32_t found = 64;        ///< suppositions of one cost
  std::uint32_t rows = 300;        ///< tuples tried for one sentence
};

class Abduction {
 public:
  Abduction(const Program& program, const Evaluation& evaluation, const AbductionLimits& limits);

  /// Whether a relation's sentences are stated: no rule concludes it, or some are stated already.
  [[nodiscard]] bool is_input(PredicateId predicate) const { return input_[predicate.value]; }

  /// What a body is for, where it is a rule's.
  struct Aim {
    const Atom* conclusion = nullptr;  ///< the rule's, in its variables
    const Atom* sentence = nullptr;    ///< as asked: not to be rested on again
  };
  /// What would make the conditions of `body` hold where `known` binds its variables: all that cost
  /// exactly this, up to the limit, best first (fewest that hold and should not, fewest unknowns,
  /// then by their ids).
  [[nodiscard]] std::vector<Supposition> suppositions(const Body& body,
                                                      const std::vector<Term>& known,
                                                      const Aim& aim, std::uint32_t cost);
  /// Whether the last call left something untried.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  class Search;

  void find_uncertain();
  void find_grounds();

  const Program& program_;
  const Evaluation& evaluation_;
  AbductionLimits limits_;
  std::vector<bool> input_;                   // by predicate
  std::vector<std::vector<RuleHead>> heads_;  // by predicate, by rule id
  std::vector<bool> uncertain_;               // by predicate
  std::vector<std::vector<bool>> rests_on_;   // by predicate: which others lead to it, if by steps
  bool cut_ = false;
};

}  // namespace mingze
