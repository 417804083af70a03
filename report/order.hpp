// The order in which tuples are listed: by the code points of their ids, whatever the order in
// which they arrived.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/facts/packing.hpp"
#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze::report {

/// The rank of every value of a kind among the ids of its kind. Built for the kinds that are asked
/// for; comparing ranks is then comparing ids.
class Ranks {
 public:
  explicit Ranks(const Program& program)
      : program_(program), kinds_(program.symbols.kind_count()) {}

  std::uint32_t rank(KindId kind, Value value) {
    return kind == date_kind ? value : of(kind).ranks[value];
  }
  /// The value that has a rank.
  Value value(KindId kind, std::uint32_t rank) {
    return kind == date_kind ? rank : of(kind).values[rank];
  }
  /// The greatest rank of a kind.
  std::uint32_t last(KindId kind);
  /// -1, 0 or 1, by the code points of the ids.
  int compare(KindId kind, Value a, Value b);

 private:
  struct Kind {
    std::vector<std::uint32_t> ranks;  // by value
    std::vector<Value> values;         // by rank
  };
  const Kind& of(KindId kind);

  const Program& program_;
  std::vector<Kind> kinds_;
};

/// A column of tuples, with the kind of its values.
struct Column {
  std::uint32_t index = 0;
  KindId kind;
};

/// The columns of a predicate's tuples for these slots.
[[nodiscard]] std::vector<Column> columns_of(const Predicate& predicate,
                                             std::span<const std::uint32_t> slots);
/// The columns of all its slots.
[[nodiscard]] std::vector<Column> columns_of(const Predicate& predicate);

/// The tuples of a relation one after the other, ordered by its columns. Of a relation that is
/// nested, only those are put in order at a time that agree in all columns before the nested one:
/// the first of twelve million are there at once.
class OrderedTuples {
 public:
  /// `columns`: all columns of the relation, the first to be ordered by first. Relation and ranks
  /// must outlive it.
  OrderedTuples(const Relation& relation, std::vector<Column> columns, Ranks& ranks);

  /// Goes to the next tuple, or the first; false after the last.
  bool next();
  /// The tuple that it stands on, its values by column of the relation; until the next `next`.
  [[nodiscard]] std::span<const Value> tuple() const { return tuple_; }

 private:
  bool fill();
  void fill_from_groups();
  void add(std::span<const Value> tuple);
  [[nodiscard]] std::vector<std::uint32_t> sorted_groups();
  [[nodiscard]] bool same_before_nested(std::uint32_t a, std::uint32_t b) const;

  const Relation& relation_;
  std::vector<Column> columns_;
  Ranks& ranks_;
  Packing packing_;
  std::vector<Value> tuple_;
  // Those that are in order at the moment: packed, or where they don't fit, the ranks of each and
  // their order.
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> ranks_of_all_;
  std::vector<std::uint32_t> order_;
  std::size_t next_ = 0;
  bool filled_ = false;                // of a relation with rows: all have been taken
  std::vector<std::uint32_t> groups_;  // of a nested one: in order
  std::vector<std::uint32_t> before_;  // the columns of a group that come before the nested one
  std::size_t next_group_ = 0;
};

}  // namespace mingze::report
