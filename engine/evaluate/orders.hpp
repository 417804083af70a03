// The orders over which relations are nested.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "engine/evaluate/hierarchy.hpp"
#include "engine/facts/order.hpp"

namespace mingze {

/// One order for each hierarchy that is complete and large enough, and for each kind that is asked
/// for.
class Orders {
 public:
  /// `nest_from`: members of a hierarchy, or values of a kind, that are worth an order.
  Orders(const Program& program, std::uint32_t nest_from)
      : program_(program), nest_from_(nest_from) {}

  /// Adds that of a hierarchy without a cycle.
  void add(PredicateId hierarchy, const Levels& levels, const Relation& tuples);

  /// Those of hierarchies, the largest first.
  [[nodiscard]] const std::vector<std::shared_ptr<const Order>>& of_hierarchies() const {
    return by_size_;
  }
  /// That of the kind's largest hierarchy, or of its numbers; null where it is not worth one.
  [[nodiscard]] std::shared_ptr<const Order> of(KindId kind);

 private:
  const Program& program_;
  std::uint32_t nest_from_;
  std::vector<std::shared_ptr<const Order>> by_size_;
  std::map<KindId, std::shared_ptr<const Order>> plain_;
};

}  // namespace mingze
