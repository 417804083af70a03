// Strings as dense numbers.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/hash.hpp"
#include "engine/base/node_of.hpp"

namespace mingze {

/// Numbers distinct strings from 0 in the order of their arrival. Views stay valid.
class Interner {
 public:
  Interner() = default;
  ~Interner() = default;
  Interner(Interner&&) = default;
  Interner& operator=(Interner&&) = default;
  Interner(const Interner& other)
      : owned_(other.owned_), texts_(other.texts_), slots_(other.slots_) {
    auto text = texts_.end() - static_cast<std::ptrdiff_t>(owned_.size());
    for (const std::string& own : owned_) *text++ = own;
  }
  Interner& operator=(const Interner& other) {
    Interner copy(other);
    return *this = std::move(copy);
  }

  std::uint32_t intern(std::string_view text) {
    if (texts_.size() * 2 >= slots_.size()) grow();
    const std::uint64_t hash = hash_of(text);
    const std::size_t slot = slot_of(text, hash);
    if (slots_[slot] != none) return number_in(slots_[slot]);
    slots_[slot] = entry(hash, size());
    texts_.push_back(owned_.emplace_back(text));
    return number_in(slots_[slot]);
  }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const {
    if (slots_.empty()) return std::nullopt;
    const std::uint64_t found = slots_[slot_of(text, hash_of(text))];
    return found == none ? std::nullopt : std::optional(number_in(found));
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  /// Forgets all but the first `size` strings.
  void shrink(std::uint32_t size) {
    // The last one to arrive stands in nobody's way to another slot.
    for (; texts_.size() > size; texts_.pop_back()) {
      slots_[slot_of(texts_.back(), hash_of(texts_.back()))] = none;
      if (!owned_.empty()) owned_.pop_back();
    }
  }

  /// For archives: one that is read points into the bytes that it was read from.
  template <NodeOf<Interner> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.texts_, n.slots_);
  }

 private:
  // A slot holds a number under the upper half of its text's hash, which tells most other texts
  // apart without a look at them.
  static constexpr std::uint64_t none = UINT64_MAX;
  static std::uint64_t entry(std::uint64_t hash, std::uint32_t number) {
    return (hash >> 32U << 32U) | number;
  }
  static std::uint32_t number_in(std::uint64_t slot) { return static_cast<std::uint32_t>(slot); }

  /// Where the text stands, or the empty slot where it would.
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot] != none && (slots_[slot] >> 32U != hash >> 32U ||
                                    !same_bytes(texts_[number_in(slots_[slot])], text)))
      slot = (slot + 1) & mask;
    return slot;
  }
  void grow() {
    slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, none);
    for (std::uint32_t i = 0; i < size(); ++i) {
      const std::uint64_t hash = hash_of(texts_[i]);
      slots_[slot_of(texts_[i], hash)] = entry(hash, i);
    }
  }

  std::deque<std::string> owned_;        // the last of the texts
  std::vector<std::string_view> texts_;  // those before them live elsewhere, for longer
  std::vector<std::uint64_t> slots_;     // open addressing; a power of two, at least half empty
};

}  // namespace mingze
