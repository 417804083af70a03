// What the sentences of a nested rule leave of its variable.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "engine/evaluate/link_image.hpp"

namespace mingze {

/// Puts together the sets that the sentences of a rule say, for one match of the rest of its body.
class SetCombiner {
 public:
  /// The rule and the database must outlive it.
  SetCombiner(const Database& database, const NestedRule& rule,
              const std::shared_ptr<const Order>& order);

  /// `frame`: the values of the rule's other variables; `said`: by place in its sentences. The
  /// result is valid until the next call, and as long as what `said` points at.
  [[nodiscard]] std::span<const Run> combine(std::span<const Value> frame,
                                             std::span<const std::span<const Run>> said);
  /// Of what was combined last, where the rule tells the neighbour too: each neighbour by its rank,
  /// with the set of what is linked to it.
  void for_each_neighbour(std::span<const Value> frame,
                          const std::function<void(std::uint32_t, std::span<const Run>)>& visit);

 private:
  void apply(bool negative, std::span<const Run> said);

  const NestedRule& rule_;
  std::optional<LinkImage> link_;
  Runs all_;  // every rank
  std::span<const Run> set_;
  bool whole_ = true;  // `set_` is still everything
  Runs buffers_[2];
  std::size_t buffer_ = 0;
  Runs image_;
  Runs near_;  // the neighbours, where the rule tells them
};

}  // namespace mingze
