// The edges of the automaton of names: from a node by a character to a node.
#pragma once

#include <cstdint>
#include <vector>

namespace mingze::draft {

/// One flat table with open addressing. There are tens of thousands of edges, made anew at every
/// start, so an allocation for each would take longer than reading a draft.
class Edges {
 public:
  explicit Edges(std::size_t expected) {
    while (slots_.size() < expected * 2) slots_.resize(slots_.size() * 2);
  }

  /// The node that the edge leads to, or 0.
  [[nodiscard]] std::uint32_t find(std::uint32_t node, char32_t symbol) const {
    return slots_[slot_of(key_of(node, symbol))].target;
  }

  /// Adds an edge that is not there yet; `target` is not 0.
  void add(std::uint32_t node, char32_t symbol, std::uint32_t target) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    const std::uint64_t key = key_of(node, symbol);
    slots_[slot_of(key)] = {key, target};
    ++count_;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t target = 0;  ///< 0 where the slot is free
  };

  static std::uint64_t key_of(std::uint32_t node, char32_t symbol) {
    return (static_cast<std::uint64_t>(node) << 21U) | symbol;
  }

  /// Where the key stands, or the free slot where it would.
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = ((key * 0x9E3779B97F4A7C15U) >> 32U) & mask;
    while (slots_[at].target != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> before(slots_.size() * 2);
    before.swap(slots_);
    for (const Slot& slot : before)
      if (slot.target != 0) slots_[slot_of(slot.key)] = slot;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a power of two, at most half full
  std::size_t count_ = 0;
};

}  // namespace mingze::draft
