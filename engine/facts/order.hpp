// The values of a kind in the order of a hierarchy.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/facts/runs.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// Numbers the values of a kind ("ranks") level by level from the top, the children of one next to
/// each other in the order of their parents. Where each has one parent, the children of a run are
/// therefore one run again, and so are all that stand on one level below a value. Values outside of
/// the hierarchy come last. The numbering says nothing but how few runs a set has: any hierarchy
/// without a cycle has one.
class Order {
 public:
  /// `links`: (child, parent) by value. `members`: all that stand in the hierarchy, parents before
  /// children. `values`: how many values the kind has.
  Order(PredicateId hierarchy, std::uint32_t values, const std::vector<Value>& members,
        std::span<const std::pair<Value, Value>> links);

  /// The relation that gives the order: its slots are child and parent.
  [[nodiscard]] PredicateId hierarchy() const { return hierarchy_; }
  /// How many stand in the hierarchy.
  [[nodiscard]] std::uint32_t members() const { return members_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(values_.size()); }
  [[nodiscard]] std::uint32_t rank(Value value) const { return ranks_[value]; }
  [[nodiscard]] Value value(std::uint32_t rank) const { return values_[rank]; }

  /// All children, all parents, of the members of a set of ranks.
  void children(std::span<const Run> set, Runs& out) const;
  void parents(std::span<const Run> set, Runs& out) const;

 private:
  struct Links {
    std::vector<std::uint32_t> ends;  // by rank: the end of its list
    std::vector<std::uint32_t> all;
    [[nodiscard]] std::uint32_t begin(std::uint32_t rank) const {
      return rank == 0 ? 0 : ends[rank - 1];
    }
  };
  [[nodiscard]] static Links lists(
      std::uint32_t count, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);
  static void image(const Links& links, std::span<const Run> set, Runs& out);

  PredicateId hierarchy_;
  std::uint32_t members_;
  std::vector<std::uint32_t> ranks_;
  std::vector<Value> values_;
  Links children_;
  Links parents_;
  /// Whether the lists of children, one after the other, are neighbours.
  bool children_adjoin_ = true;
};

}  // namespace mingze
