// In which order a program is evaluated.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// One conclusion of one rule.
struct RuleHead {
  RuleId rule;
  std::uint32_t conclusion = 0;
};

/// A decision that reads itself strictly down a hierarchy: the rules that do so have the
/// hierarchy's sentence with its child in this slot of the conclusion and its parent in the same
/// slot of the decision that they read.
struct Descent {
  PredicateId hierarchy;
  std::uint32_t slot = 0;
  std::vector<std::pair<RuleHead, std::uint32_t>> rules;  ///< with the hierarchy's condition
};

/// Predicates that are completed together, after everything that stands before them.
struct Stratum {
  std::vector<PredicateId> predicates;  ///< one decision, or relations (several: mutual recursion)
  std::vector<RuleHead> rules;          ///< all that conclude one of them, but for the descent's
  bool recursive = false;               ///< the rules read the predicates of this stratum
  std::optional<Descent> descent;       ///< of a decision
};

struct Plan {
  std::vector<Stratum> strata;
  /// Cycles through negation, counting or decisions, and cycles of overrides. With errors the
  /// strata are empty.
  Diagnostics diagnostics;
};

/// Orders the program. Strata follow Apt, Blair, Walker, "Towards a Theory of Declarative
/// Knowledge" (1988); decisions need what they read to be complete, as negation does.
[[nodiscard]] Plan plan(const Program& program);

}  // namespace mingze
