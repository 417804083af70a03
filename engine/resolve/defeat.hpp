// Who is out among the candidates of one key.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/resolve/precedence.hpp"

namespace mingze {

/// A value put forward by a rule for some key.
struct Candidate {
  RuleId rule;
  Value value = 0;
};

/// What became of a candidate.
struct Verdict {
  bool barred = false;
  /// The first candidate (by rule id, then place) that defeats it, and on which ground.
  std::optional<std::uint32_t> defeated_by;
  DefeatGround ground = DefeatGround::overrides;
  [[nodiscard]] bool stands() const { return !barred && !defeated_by; }
};

/// Judges all candidates of one key. A candidate defeats another where its rule defeats the other's
/// and their values differ; barred ones defeat nobody; a defeat does not count if its victim leads
/// back to it through defeats.
[[nodiscard]] std::vector<Verdict> judge(DecisionId decision,
                                         const std::vector<Candidate>& candidates,
                                         const std::vector<bool>& barred, Precedence& precedence);

}  // namespace mingze
