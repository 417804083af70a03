// Contests for keys: which rules put values forward, and what of that stands.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "engine/resolve/precedence.hpp"

namespace mingze {

/// A candidate of a key, its value numbered: the first one that a key has is 0.
struct Contender {
  RuleId rule;
  std::uint32_t value = 0;
  bool barred = false;
  auto operator<=>(const Contender&) const = default;
};
/// All that decides what stands of a key's candidates. Many keys have the same, so that few have to
/// be judged.
using Contest = std::vector<Contender>;
using ContestId = Id<struct ContestTag>;
/// Numbers of values, ascending.
using Standing = std::vector<std::uint32_t>;

/// The contests for the keys of one decision, judged as `judge` does (engine/resolve/defeat.hpp).
class Contests {
 public:
  explicit Contests(DecisionId decision) : decision_(decision) {}

  /// Judges a contest that is new.
  [[nodiscard]] ContestId find_or_add(const Contest& contest, Precedence& precedence);
  /// Which values stand. Valid until one is added.
  [[nodiscard]] const Standing& standing(ContestId contest) const {
    return standing_[contest.value];
  }
  /// What stood and does not, and the other way round.
  struct Difference {
    Standing lost;
    Standing gained;
  };
  /// Judges all of them anew, by another precedence. By ContestId: what that comes to.
  [[nodiscard]] std::vector<Difference> judge_again(Precedence& precedence);

 private:
  [[nodiscard]] Standing judge(const Contest& contest, Precedence& precedence) const;

  DecisionId decision_;
  std::map<Contest, ContestId> contests_;
  std::vector<Standing> standing_;  // by ContestId
};

}  // namespace mingze
