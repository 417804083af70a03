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
  /// Makes room for so many rows.
  void reserve(std::uint32_t rows);
  /// Adds the rows from the last one seen up to `rows`.
  void update(const std::vector<Value>& data, std::uint32_t rows);
  /// Of an index over all columns that has seen `rows` rows: the row with this tuple, or `rows`,
  /// which is then its row from now on.
  [[nodiscard]] std::uint32_t find_or_add(const std::vector<Value>& data, std::uint32_t rows,
                                          std::span<const Value> tuple);
  /// The newest row with this key (values of the key columns, in column order), or `no_row`.
  [[nodiscard]] std::uint32_t first(const std::vector<Value>& data,
                                    std::span<const Value> key) const;
  /// The next older row with the same key, or `no_row`.
  [[nodiscard]] std::uint32_t next(std::uint32_t row) const {
    return row < next_.size() ? next_[row] : no_row;
  }

 private:
  /// The newest row of a key, with the upper half of the key's hash: most other keys are told apart
  /// without a look at their rows.
  struct Entry {
    std::uint32_t tag = 0;
    std::uint32_t row = no_row;
  };

  void resize(std::size_t entries);
  [[nodiscard]] std::uint64_t hash_row(const Value* row) const;
  [[nodiscard]] bool has_key(const Value* row, const Value* key) const;

  std::uint64_t columns_;
  std::uint32_t arity_;
  bool whole_ = true;  // all columns
  std::vector<std::uint32_t> positions_;
  std::vector<Entry> entries_;       // open addressing; may be empty
  std::vector<std::uint32_t> next_;  // ends with the last row that has one; rows of an index over
                                     // all columns have none
  std::uint32_t keys_ = 0;
  std::uint32_t seen_ = 0;  // rows
};

}  // namespace mingze
