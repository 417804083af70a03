// About how many different values there are among many.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/program/symbols.hpp"

namespace mingze {

/// Linear counting (Whang, Vander-Zanden and Taylor, "A linear-time probabilistic counting
/// algorithm for database applications", 1990): each value marks a place of a fixed table, and the
/// places without a mark tell how many values there were. Within a few percent up to 300,000
/// different values; beyond that it says less than there are.
class DistinctCount {
 public:
  void add(Value value) {
    if (marked_.empty()) marked_.resize(places);
    ++seen_;
    const std::uint32_t place = value * 0x9E3779B1U >> shift;
    if (marked_[place]) return;
    marked_[place] = true;
    ++marks_;
  }
  /// How many values were added, equal ones too.
  [[nodiscard]] std::uint32_t seen() const { return seen_; }
  [[nodiscard]] double estimate() const {
    const double free = std::max(places - marks_, 1U);
    return places * std::log(places / free);
  }

 private:
  static constexpr std::uint32_t shift = 16;
  static constexpr std::uint32_t places = 1U << (32U - shift);

  std::vector<bool> marked_;
  std::uint32_t marks_ = 0;
  std::uint32_t seen_ = 0;
};

}  // namespace mingze
