// Tuples that differ in one column only, kept as one tuple and a set.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/facts/order.hpp"
#include "engine/facts/relation.hpp"
#include "engine/facts/runs.hpp"

namespace mingze {

/// A relation nested over one column (Jaeschke and Schek, "Remarks on the algebra of non first
/// normal form relations", 1982): each combination of its other columns once ("group"), with the
/// set of the values that stand with it. What holds for a whole province is one group and a few
/// runs.
struct Nested {
  std::uint32_t column = 0;  ///< in the relation that is nested
  std::shared_ptr<const Order> order;
  Relation groups;                  ///< the other columns, in their order
  std::vector<std::uint32_t> ends;  ///< by row of `groups`: where its runs end
  std::vector<Run> runs;
  std::uint64_t size = 0;  ///< how many tuples

  /// The set of a group, as ranks of `order`; empty for `no_row`.
  [[nodiscard]] std::span<const Run> set(std::uint32_t group) const {
    if (group == no_row) return {};
    const std::uint32_t from = group == 0 ? 0 : ends[group - 1];
    return std::span(runs).subspan(from, ends[group] - from);
  }
  [[nodiscard]] bool contains(std::span<const Value> tuple) const;
};

/// Puts a nested relation together from pieces in any order, which may overlap.
class NestBuilder {
 public:
  /// `arity`: of the relation that is nested.
  NestBuilder(std::uint32_t arity, std::uint32_t column, std::shared_ptr<const Order> order);

  /// Adds tuples that have these values in the other columns, and a set in this one.
  void add(std::span<const Value> others, std::span<const Run> set);
  /// Adds one tuple of the relation.
  void add(std::span<const Value> tuple);

  /// Sorts the pieces; the groups come in the order of their values.
  [[nodiscard]] Nested finish();

 private:
  [[nodiscard]] std::vector<std::uint32_t> sorted(std::vector<bool>& first) const;

  Nested out_;
  std::uint32_t width_;              // columns of a group
  std::vector<Value> others_;        // of each piece
  std::vector<std::uint32_t> ends_;  // by piece: where its runs end
  std::vector<Run> runs_;
};

/// A relation nested over `column` with the columns of `keep` (bit i: column i) as its groups. The
/// columns that are neither are left out: what any of their values stands with is in the set.
[[nodiscard]] Nested nest(const Relation& relation, std::uint32_t column, std::uint64_t keep,
                          const std::shared_ptr<const Order>& order);
/// The same of one that is nested over that column.
[[nodiscard]] Nested project(const Nested& nested, std::uint64_t keep);
/// Without one of the groups' columns (by its place among them): the set of a group is where at
/// least `count` (1 or more) different values of that column stand. Groups without such a place are
/// left out. Cost goes with the runs, whatever the places in them.
[[nodiscard]] Nested at_least(const Nested& nested, std::uint32_t counted, std::uint64_t count);

}  // namespace mingze
