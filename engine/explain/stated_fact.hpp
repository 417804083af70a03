// A fact as somebody stated it.
#pragma once

#include <compare>
#include <set>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// A stated tuple and where it is stated.
struct StatedFact {
  PredicateId predicate;
  std::vector<Value> values;
  Span origin;
  auto operator<=>(const StatedFact&) const = default;
};

/// In code-point order of their relations' ids, then of the ids of what they name.
[[nodiscard]] std::vector<StatedFact> in_order_of_ids(const Program& program,
                                                      const std::set<StatedFact>& facts);

}  // namespace mingze
