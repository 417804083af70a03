// Levels of a hierarchy, from the top.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze {

struct Levels {
  /// What stands in the hierarchy, by level: at level 0 what has no parent, elsewhere what has its
  /// lowest parent one level higher. At least one level; in the order of the tuples.
  std::vector<std::vector<Value>> members;
  /// If the tuples form a cycle: its values, each a child of the next, the last one of the first;
  /// the levels then mean nothing.
  std::vector<Value> cycle;

  /// The level of a value; 0 for one that stands outside of the hierarchy.
  [[nodiscard]] std::uint32_t of(Value value) const {
    const auto found = std::lower_bound(level.begin(), level.end(), value,
                                        [](const std::pair<Value, std::uint32_t>& one,
                                           Value wanted) { return one.first < wanted; });
    return found == level.end() || found->first != value ? 0 : found->second;
  }

  std::vector<std::pair<Value, std::uint32_t>> level;  ///< in the order of the values
  template <NodeOf<Levels> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.members, n.cycle, n.level);
  }
};

/// Levels of the tuples (child, parent) of a relation. Linear in its size.
[[nodiscard]] Levels levels(const Relation& hierarchy, KindId kind, const Symbols& symbols);

}  // namespace mingze
