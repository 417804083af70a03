// A set of tuples, with the indexes that joins ask for.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/facts/distinct_count.hpp"
#include "engine/facts/index.hpp"
#include "engine/program/symbols.hpp"

namespace mingze {

class Order;
struct Nested;

/// Tuples of one arity, each once, numbered by their arrival ("row"). Rows are only added, so a
/// range of rows [from, to) is a delta, and what holds for old rows stays true.
///
/// A relation may hold its tuples nested (engine/facts/nested.hpp). Its rows are then made at the
/// first question that needs them; its size, `contains` and nested views never do.
class Relation {
 public:
  explicit Relation(std::uint32_t arity = 0) : arity_(arity) {}
  Relation(const Relation& other);
  Relation& operator=(const Relation& other);
  Relation(Relation&&) noexcept = default;
  Relation& operator=(Relation&&) noexcept = default;
  ~Relation() = default;

  /// Adds a tuple; false if it was there. `tuple` must not point into this relation.
  bool insert(std::span<const Value> tuple);
  /// The row of a tuple, which is added where it was not there.
  std::uint32_t put(std::span<const Value> tuple);
  /// Adds a tuple that is known not to be there.
  void append(std::span<const Value> tuple) {
    data_.insert(data_.end(), tuple.begin(), tuple.end());
    ++rows_;
  }
  /// Takes rows, one after the other, into an empty relation of one column or more; returns the
  /// numbers of those that were there before them, in order: they are left out.
  std::vector<std::uint32_t> assign(std::vector<Value> rows);
  /// Makes room for so many tuples in all.
  void reserve(std::uint32_t rows);
  [[nodiscard]] bool contains(std::span<const Value> tuple) const;
  /// The row of a tuple, or `no_row`.
  [[nodiscard]] std::uint32_t find(std::span<const Value> tuple) const;
  /// The same among the rows that are made: all, or those from before it was nested.
  [[nodiscard]] std::uint32_t find_made(std::span<const Value> tuple) const;

  /// Calls `visit` with each tuple that has the values of `key` in these columns (bit i: column i;
  /// the values in the columns' order), in an order that is open, until it returns false; false
  /// if it did. One that waits for its rows looks among its groups, unless it was asked so often
  /// without one of their columns that rows are cheaper.
  bool for_each_with(std::uint64_t columns, std::span<const Value> key,
                     const std::function<bool(std::span<const Value>)>& visit) const;

  [[nodiscard]] std::uint32_t size() const { return waits_ ? nested_size() : rows_; }
  /// Whether it is nested and its rows have not been made.
  [[nodiscard]] bool waits() const { return waits_; }
  [[nodiscard]] std::uint32_t arity() const { return arity_; }
  /// Valid until the next insert.
  [[nodiscard]] std::span<const Value> row(std::uint32_t row) const {
    unnest();
    return {data_.data() + std::size_t{row} * arity_, arity_};
  }
  [[nodiscard]] Value at(std::uint32_t row, std::uint32_t column) const {
    unnest();
    return data_[std::size_t{row} * arity_ + column];
  }
  [[nodiscard]] const std::vector<Value>& data() const {
    unnest();
    return data_;
  }

  /// The index over these columns (bit i: column i), made or brought up to date.
  /// Valid until the relation is destroyed; follow it with `Index::first` and `Index::next`.
  [[nodiscard]] const Index& index(std::uint64_t columns) const;

  /// About how many tuples have given values in these columns (bit i: column i), if the values of
  /// each column were spread evenly and without regard to the others.
  [[nodiscard]] double expected_with(std::uint64_t columns) const;

  /// The first rows alone, which were there before it was nested.
  [[nodiscard]] Relation first_rows(std::uint32_t rows) const;

  /// Holds these tuples from now on. All rows that there are must be among them; they come first.
  void hold(Nested nested);
  /// Shares nothing with the relation that it is a copy of.
  void part();
  /// The tuples as they are held, or nothing.
  [[nodiscard]] const Nested* nested() const { return nested_.get(); }
  /// Nested over a column, with the columns of `keep` as groups (see `nest`); kept for the next
  /// question. Valid until the relation is written to.
  [[nodiscard]] const Nested& nested_over(std::uint32_t column, std::uint64_t keep,
                                          const std::shared_ptr<const Order>& order) const;
  /// The same of where at least `count` (1 or more) different values of the column `counted`, which
  /// is not kept, stand with a group.
  [[nodiscard]] const Nested& counted_over(std::uint32_t column, std::uint64_t keep,
                                           std::uint32_t counted, std::uint64_t count,
                                           const std::shared_ptr<const Order>& order) const;

  template <NodeOf<Relation> N, typename V>
  friend void fields(N& n, V&& visit) {
    n.unnest();
    visit(n.arity_, n.rows_, n.data_);
  }

 private:
  struct View {
    std::uint32_t column;
    std::uint64_t keep;
    std::uint32_t rows;  // how many there were
    std::shared_ptr<const Nested> nested;
    std::uint64_t count = 0;  // at least so many, or 0 where nothing is counted
    std::uint32_t counted = 0;
  };

  /// About how many different values a column has.
  [[nodiscard]] double distinct(std::uint32_t column) const;
  void drop(std::span<const std::uint32_t> sorted);
  void unnest() const {
    if (waits_) make_rows();
  }
  void make_rows() const;
  [[nodiscard]] std::uint32_t nested_size() const;
  [[nodiscard]] Index& all() const;
  [[nodiscard]] Index& all_made() const;
  template <typename Visit>
  bool for_each_row_with(std::uint64_t columns, std::span<const Value> key, Visit visit) const;
  bool for_each_nested_with(std::uint64_t columns, std::span<const Value> key,
                            const std::function<bool(std::span<const Value>)>& visit) const;

  std::uint32_t arity_;
  mutable std::uint32_t rows_ = 0;
  mutable bool waits_ = false;          // for its rows: only the stated ones are in `data_`
  mutable std::uint64_t searched_ = 0;  // groups that were gone through without an index
  mutable std::vector<Value> data_;
  mutable std::optional<Index> all_ = {};  // over all columns: what makes tuples distinct
  mutable std::vector<std::unique_ptr<Index>> indexes_;
  mutable std::vector<DistinctCount> distinct_;  // by column, or empty
  std::shared_ptr<const Nested> nested_;
  mutable std::vector<View> views_;
};

}  // namespace mingze
