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

/// Settles the keys whose candidates or bars have changed, line by line: a line is the keys that
/// differ in the nested slot only, or one key, where there is none.
class DecisionUpdate {
 public:
  /// `column`: the slot over which candidates, bars and tuples are nested. The program must outlive
  /// it.
  DecisionUpdate(const Program& program, DecisionId decision, std::optional<std::uint32_t> column,
                 TableId decided, const OutcomeTables& tables, const Store& store);

  /// Rules whose defeats of one another may have changed.
  using Pairs = std::vector<std::pair<RuleId, RuleId>>;
  /// Also settles the keys for which both rules of one of these pairs put something forward.
  void update(Store& store, Resolver& resolver, const Pairs& pairs);
  /// How many more keys have exactly one value since the last call.
  [[nodiscard]] std::int64_t take_more_decided() { return std::exchange(more_decided_, 0); }

 private:
  /// Lines, and what of each is to be settled: ranks, or {0} where nothing is nested.
  struct Lines {
    Relation keys;
    std::vector<Runs> places;
    void add(std::span<const Value> line, std::span<const Run> more);
    void finish();  // after the last one that is added
  };

  [[nodiscard]] Lines no_lines() const {
    return {Relation(static_cast<std::uint32_t>(conflict_.size())), {}};
  }
  [[nodiscard]] std::vector<Value> line_of(const Table& table, std::uint32_t row) const;
  void add_changed(const Table& table, Lines& lines) const;
  [[nodiscard]] Lines lines_of(RuleId rule, const Table& candidates) const;
  [[nodiscard]] std::vector<std::uint32_t> rows_of(const Table& table,
                                                   std::span<const Value> line) const;
  [[nodiscard]] std::vector<Value> conflict_of(std::span<const Value> line) const;
  void settle(const Lines& lines, Store& store, Resolver& resolver);
  [[nodiscard]] std::uint64_t decided_in(const Lines& lines, std::uint32_t row,
                                         const Store& store) const;
  void settle_nested(const Lines& lines, const Store& store, Resolver& resolver, Outcome& out,
                     Relation& decided) const;
  void settle_plain(const Lines& lines, const Store& store, Resolver& resolver, Outcome& out,
                    Relation& decided) const;

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
