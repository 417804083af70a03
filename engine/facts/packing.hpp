// Rows of small numbers, each in one word: what is sorted fastest.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace mingze {

/// Values are dense numbers, so a row of them mostly fits 64 bits. The first column stands highest:
/// words compare as their rows do.
class Packing {
 public:
  /// `most`: by column, the greatest number in it.
  explicit Packing(std::span<const std::uint32_t> most) {
    for (const std::uint32_t one : most) {
      columns_.push_back({static_cast<std::uint32_t>(std::bit_width(one)), 0});
      bits_ += columns_.back().bits;
    }
    for (std::uint32_t shift = 0, i = static_cast<std::uint32_t>(columns_.size()); i-- > 0;) {
      columns_[i].shift = shift;
      shift += columns_[i].bits;
    }
  }

  [[nodiscard]] bool fits() const { return bits_ <= 64; }
  /// The bits that a column adds; 0 for one that holds nothing but zeros.
  [[nodiscard]] std::uint64_t put(std::size_t column, std::uint32_t value) const {
    return columns_[column].bits == 0 ? 0 : std::uint64_t{value} << columns_[column].shift;
  }
  [[nodiscard]] std::uint32_t get(std::uint64_t word, std::size_t column) const {
    const auto [bits, shift] = columns_[column];
    return bits == 0 ? 0
                     : static_cast<std::uint32_t>(word >> shift & ((std::uint64_t{1} << bits) - 1));
  }
  /// The word without its last columns: equal where the first `columns` are.
  [[nodiscard]] std::uint64_t head(std::uint64_t word, std::size_t columns) const {
    if (columns == 0) return 0;
    const std::uint32_t shift = columns_[columns - 1].shift;
    return shift == 64 ? 0 : word >> shift;
  }

 private:
  struct Column {
    std::uint32_t bits;
    std::uint32_t shift;
  };
  std::vector<Column> columns_;
  std::uint32_t bits_ = 0;
};

/// The greatest number of each column of rows of `width` values.
[[nodiscard]] std::vector<std::uint32_t> greatest(std::span<const std::uint32_t> values,
                                                  std::uint32_t width);
/// Sorts words.
void sort_words(std::vector<std::uint64_t>& words);

}  // namespace mingze
