// A hash index over some columns of a relation.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/program/symbols.hpp"

namespace mingze {

inline constexpr std::uint32_t no_row = UINT32_MAX;
/// The column set of a relation of any arity; narrower sets name the first 63 columns only.
inline constexpr std::uint64_t every_column = UINT64_MAX;

/// Rows by the values of some columns. Rows with one key form a chain from the newest to the
/// oldest, so a delta is the head of its chain.
class Index {
 public:
  /// `columns`: bit i set means column i belongs to the key.
  Index(std::uint64_t columns, std::uint32_t arity);

  [[nodiscard]] std::uint64_t columns() const { return columns_; }
  /// Adds the rows from the last one seen up to `rows`.
  void update(const std::vector<Value>& data, std::uint32_t rows);
  /// The newest row with this key (values of the key columns, in column order), or `no_row`.
  [[nodiscard]] std::uint32_t first(const std::vector<Value>& data,
                                    std::span<const Value> key) const;
  /// The next older row with the same key, or `no_row`.
  [[nodiscard]] std::uint32_t next(std::uint32_t row) const { return next_[row]; }

 private:
  void grow(const std::vector<Value>& data);
  [[nodiscard]] std::uint64_t hash_row(const std::vector<Value>& data, std::uint32_t row) const;
  [[nodiscard]] bool same_key(const std::vector<Value>& data, std::uint32_t a,
                              std::uint32_t b) const;

  std::uint64_t columns_;
  std::uint32_t arity_;
  std::vector<std::uint32_t> positions_;
  std::vector<std::uint32_t> heads_;  // open addressing: the newest row of a key, or no_row; may be
                                      // empty
  std::vector<std::uint32_t> next_;
  std::uint32_t keys_ = 0;
};

}  // namespace mingze
