// What differs between two relations, and between the values of two decisions.
#pragma once

#include <cstdint>

#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// Tuples of one relation that are not in the other. Nested where both are, in the same order: the
/// cost then goes with the runs.
struct Difference {
  Relation before;  ///< only here
  Relation after;
  [[nodiscard]] bool empty() const { return before.size() == 0 && after.size() == 0; }
};
[[nodiscard]] Difference difference(const Relation& before, const Relation& after);

/// The keys of a decision that came to other values, with all values of each before and after; a
/// key without values has no tuple.
struct ChangedKeys {
  Relation before;
  Relation after;
  std::uint64_t gained = 0;  ///< keys that had no value
  std::uint64_t lost = 0;    ///< keys that have none now
  std::uint64_t moved = 0;   ///< keys with values before and after
  [[nodiscard]] std::uint64_t all() const { return gained + lost + moved; }
};
/// `value`: the slot of the value; all others are the key.
[[nodiscard]] ChangedKeys changed_keys(const Relation& before, const Relation& after,
                                       std::uint32_t value);

}  // namespace mingze
