// Strings as dense numbers.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace mingze {

/// Numbers distinct strings from 0 in the order of their arrival. Views stay valid.
class Interner {
 public:
  std::uint32_t intern(std::string_view text) {
    if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
    const std::string& kept = texts_.emplace_back(text);
    const auto number = static_cast<std::uint32_t>(texts_.size() - 1);
    numbers_.emplace(kept, number);
    return number;
  }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const {
    const auto found = numbers_.find(text);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] const std::string& operator[](std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  /// Forgets all but the first `size` strings.
  void shrink(std::uint32_t size) {
    for (; texts_.size() > size; texts_.pop_back()) numbers_.erase(texts_.back());
  }

  Interner() = default;
  Interner(Interner&&) = default;
  Interner& operator=(Interner&&) = default;
  Interner(const Interner& other) : texts_(other.texts_) {
    numbers_.reserve(texts_.size());
    for (const std::string& text : texts_)
      numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size()));
  }
  Interner& operator=(const Interner& other) {
    Interner copy(other);
    return *this = std::move(copy);
  }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace mingze
