// A set of tuples, with the indexes that joins ask for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/facts/index.hpp"
#include "engine/program/symbols.hpp"

namespace mingze {

/// Tuples of one arity, each once, numbered by their arrival ("row"). Rows are only added, so a
/// range of rows [from, to) is a delta, and what holds for old rows stays true.
class Relation {
 public:
  explicit Relation(std::uint32_t arity = 0) : arity_(arity) {}
  Relation(const Relation& other);
  Relation& operator=(const Relation& other);
  Relation(Relation&&) noexcept = default;
  Relation& operator=(Relation&&) noexcept = default;

  /// Adds a tuple; false if it was there. `tuple` must not point into this relation.
  bool insert(std::span<const Value> tuple);
  [[nodiscard]] bool contains(std::span<const Value> tuple) const;
  /// The row of a tuple, or `no_row`.
  [[nodiscard]] std::uint32_t find(std::span<const Value> tuple) const;

  [[nodiscard]] std::uint32_t size() const { return rows_; }
  [[nodiscard]] std::uint32_t arity() const { return arity_; }
  /// Valid until the next insert.
  [[nodiscard]] std::span<const Value> row(std::uint32_t row) const {
    return {data_.data() + std::size_t{row} * arity_, arity_};
  }
  [[nodiscard]] Value at(std::uint32_t row, std::uint32_t column) const {
    return data_[std::size_t{row} * arity_ + column];
  }
  [[nodiscard]] const std::vector<Value>& data() const { return data_; }

  /// The index over these columns (bit i: column i), made or brought up to date.
  /// Valid until the relation is destroyed; follow it with `Index::first` and `Index::next`.
  [[nodiscard]] const Index& index(std::uint64_t columns) const;

  /// The first rows alone.
  [[nodiscard]] Relation first_rows(std::uint32_t rows) const;

  template <NodeOf<Relation> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.arity_, n.rows_, n.data_);
  }

 private:
  [[nodiscard]] const Index& all() const;

  std::uint32_t arity_;
  std::uint32_t rows_ = 0;
  std::vector<Value> data_;
  mutable std::optional<Index> all_ = {};  // over all columns: what makes tuples distinct
  mutable std::vector<std::unique_ptr<Index>> indexes_;
};

}  // namespace mingze
