// What the sentences of a nested rule leave of its variable.
#pragma once

#include <memory>
#include <span>

#include "engine/facts/order.hpp"
#include "engine/plan/nesting.hpp"

namespace mingze {

/// Puts together the sets that the sentences of a rule say, for one match of the rest of its body.
class SetCombiner {
 public:
  /// Both must outlive it.
  SetCombiner(const NestedRule& rule, const Order& order);

  /// `said`: by place in the rule's sentences. The result is valid until the next call, and as long
  /// as what `said` points at.
  [[nodiscard]] std::span<const Run> combine(std::span<const std::span<const Run>> said);

 private:
  void apply(bool negative, std::span<const Run> said);

  const NestedRule& rule_;
  const Order& order_;
  Runs all_;  // every rank
  std::span<const Run> set_;
  bool whole_ = true;  // `set_` is still everything
  Runs buffers_[2];
  std::size_t buffer_ = 0;
  Runs image_;
};

}  // namespace mingze
