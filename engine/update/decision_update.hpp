// Settling again what changed in a decision.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/resolve/resolver.hpp"
#include "engine/update/store.hpp"

namespace mingze {

/// The tables of a decision besides that of its tuples.
struct OutcomeTables {
  TableId candidates;
  TableId bars;
  TableId conflicts;
};

/// Settles the lines (keys that differ in the nested slot only; keys, where there is none) whose
/// candidates or bars have changed.
class DecisionUpdate {
 public:
  /// `column`: the slot over which candidates, bars and tuples are nested. The program must outlive
  /// it.
  DecisionUpdate(const Program& program, DecisionId decision, std::optional<std::uint32_t> column,
                 TableId decided, const OutcomeTables& tables, const Store& store);

  /// Rules whose defeats of one another may have changed.
  using Pairs = std::vector<std::pair<RuleId, RuleId>>;
  /// Also settles the lines where both rules of one of these pairs put something forward.
  void update(Store& store, Resolver& resolver, const Pairs& pairs);
  /// How many more keys have exactly one value since the last call.
  [[nodiscard]] std::int64_t take_more_decided() { return std::exchange(more_decided_, 0); }

 private:
  [[nodiscard]] std::vector<Value> line_of(const Table& table, std::uint32_t row) const;
  void add_lines(const Table& table, Relation& lines) const;
  void add_lines(RuleId rule, const Table& candidates, Relation& lines) const;
  [[nodiscard]] std::vector<std::uint32_t> rows_of(const Table& table,
                                                   std::span<const Value> line) const;
  [[nodiscard]] std::vector<Value> conflict_of(std::span<const Value> line) const;
  [[nodiscard]] std::uint64_t decided_in(std::span<const Value> line, const Store& store) const;
  void settle(const Relation& lines, Store& store, Resolver& resolver);
  void settle_nested(const Relation& lines, const Store& store, Resolver& resolver, Outcome& out,
                     Relation& decided) const;
  void settle_plain(const Relation& lines, const Store& store, Resolver& resolver, Outcome& out,
                    Relation& decided) const;
  static void replace(TableId table, const std::vector<std::uint32_t>& old, const Relation& now,
                      Store& store);

  DecisionId id_;
  std::optional<std::uint32_t> column_;
  std::uint32_t slots_;
  TableId decided_;
  OutcomeTables tables_;
  std::uint64_t key_ = 0;                // of the groups' columns: those of a line
  std::vector<std::uint32_t> conflict_;  // by column of the conflicts' groups: its place in a line
  std::int64_t more_decided_ = 0;
};

}  // namespace mingze
