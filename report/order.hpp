// The order in which tuples are listed: by the code points of their ids, whatever the order in
// which they arrived.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze::report {

/// The rank of every value of a kind among the ids of its kind. Built for the kinds and values
/// that are asked for; comparing ranks is then comparing ids.
class Ranks {
 public:
  explicit Ranks(const Program& program)
      : program_(program), ranks_(program.symbols.kind_count()) {}

  /// Ranks of a kind with entities, by value. Other kinds have none.
  const std::vector<std::uint32_t>& of(KindId kind);

  /// -1, 0 or 1, by the code points of the ids.
  int compare(KindId kind, Value a, Value b);

 private:
  const Program& program_;
  std::vector<std::vector<std::uint32_t>> ranks_;
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

/// All rows of a relation, ordered by these columns.
[[nodiscard]] std::vector<std::uint32_t> sorted_rows(const Relation& relation,
                                                     const std::vector<Column>& columns,
                                                     Ranks& ranks);

}  // namespace mingze::report
