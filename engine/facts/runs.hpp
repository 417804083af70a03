// Sets of numbers as runs of neighbours.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mingze {

/// The numbers [from, to); never empty.
struct Run {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool operator==(const Run&) const = default;
};

/// A set: its runs from the lowest to the highest, with a gap between any two. One set has one
/// form, so equal sets compare equal.
using Runs = std::vector<Run>;

/// Adds a run that begins at or after the last one's beginning.
inline void append(Runs& set, Run run) {
  if (!set.empty() && run.from <= set.back().to) {
    if (run.to > set.back().to) set.back().to = run.to;
  } else {
    set.push_back(run);
  }
}

/// Makes a set of runs in any order that may overlap.
void make_set(Runs& runs);

[[nodiscard]] std::uint64_t count(std::span<const Run> set);
[[nodiscard]] bool contains(std::span<const Run> set, std::uint32_t number);

/// What is in both, in either, in `a` alone. `out` is overwritten and is neither of them. Linear in
/// the number of runs; where one side has far fewer, in its number times the logarithm of the
/// other's.
void intersect(std::span<const Run> a, std::span<const Run> b, Runs& out);
void unite(std::span<const Run> a, std::span<const Run> b, Runs& out);
void subtract(std::span<const Run> a, std::span<const Run> b, Runs& out);

}  // namespace mingze
