// How many rounds of rules each tuple of a recursive relation takes.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/explain/cone.hpp"
#include "engine/plan/plan.hpp"

namespace mingze {

/// The height of a tuple is the depth of its flattest derivation within its stratum: 0 where it is
/// stated, else one more than the highest of the tuples of the same stratum that it is derived
/// from. A derivation that only goes down in height is therefore no circle, and short.
///
/// Nothing is kept while a program is evaluated. The rules are matched backwards from the tuple
/// that is asked for (engine/explain/cone.hpp); where that leads to too many others, all rules of
/// its stratum are run again, round by round.
class Heights {
 public:
  /// `most_premises`: of one search backwards; so many take some tenths of a second.
  Heights(const Program& program, const Plan& plan, const Evaluation& evaluation,
          std::size_t most_premises = 300'000);

  /// Whether tuples of the two are derived from each other, so that heights matter.
  [[nodiscard]] bool together(PredicateId a, PredicateId b) const {
    return stratum_[a.value] == stratum_[b.value] && recursive(a);
  }
  /// The height of a tuple that holds; 0 in a stratum without recursion.
  [[nodiscard]] std::uint32_t of(PredicateId predicate, std::span<const Value> tuple);

 private:
  [[nodiscard]] bool recursive(PredicateId predicate) const;
  void run_again(const Stratum& stratum);
  [[nodiscard]] std::uint32_t round_of(PredicateId predicate, std::span<const Value> tuple) const;

  const Program& program_;
  const Plan& plan_;
  const Evaluation& evaluation_;
  std::vector<std::uint32_t> stratum_;  // by predicate
  Cone cone_;
  std::optional<Evaluation> again_;  // tuples of the strata run again, in order of height
  std::vector<std::vector<std::uint32_t>> rounds_;  // by predicate: rows after each round
};

}  // namespace mingze
