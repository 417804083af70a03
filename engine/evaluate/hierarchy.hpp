// Levels of a hierarchy, from the top.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze {

struct Levels {
  /// By entity: 0 at the top, below its highest-numbered parent otherwise.
  std::vector<std::uint32_t> level;
  std::uint32_t count = 1;  ///< number of levels, at least 1
  /// If the tuples form a cycle: its entities, each a child of the next, the last one of the first;
  /// the levels then mean nothing.
  std::vector<Value> cycle;
};

/// Levels of the tuples (child, parent) of a relation. Linear in its size.
[[nodiscard]] Levels levels(const Relation& hierarchy, KindId kind, const Symbols& symbols);

}  // namespace mingze
