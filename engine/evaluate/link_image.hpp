// What a sentence links to the members of a set.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/facts/database.hpp"
#include "engine/facts/nested.hpp"
#include "engine/plan/nesting.hpp"

namespace mingze {

/// The image of sets under the link of a nested rule: the places below those of a set.
class LinkImage {
 public:
  /// The rule has a link, and outlives this, as the database does.
  LinkImage(const Database& database, const NestedRule& rule, std::shared_ptr<const Order> order);

  /// All that is linked to a member of `set` where the rule's variables have these values. `out` is
  /// overwritten.
  void of(std::span<const Value> frame, std::span<const Run> set, Runs& out);
  /// All that is linked the other way; the link is a sentence of the hierarchy.
  void back(std::span<const Run> set, Runs& out) const;

 private:
  enum class Way { children, parents, one_by_one };

  const NestedLink& link_;
  std::shared_ptr<const Order> order_;
  Way way_ = Way::one_by_one;
  const Nested* linked_ = nullptr;     // by the columns kept
  std::vector<std::uint32_t> groups_;  // by rank, where the neighbour's column alone is kept
  std::vector<Value> key_;
};

}  // namespace mingze
