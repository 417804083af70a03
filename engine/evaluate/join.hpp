// Matching the conditions of one body against a database.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "engine/base/meter.hpp"
#include "engine/facts/database.hpp"
#include "engine/plan/join_plan.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// Rows [from, to) of a relation.
struct RowRange {
  std::uint32_t from = 0;
  std::uint32_t to = UINT32_MAX;
};

/// Orders the conditions of a body by what the relations hold now.
[[nodiscard]] JoinPlan plan_join(const Body& body, const JoinStart& start,
                                 const Database& database);

/// Called for every match with one value per variable of the body (variables that stand only
/// inside a negation or a count have none); returns whether to go on.
using OnMatch = std::function<bool(std::span<const Value>)>;

/// Runs a plan. New tuples may be added to the database while it runs: each positive condition
/// reads the rows of its range that are there when `run` is called.
class Join {
 public:
  /// `body` and `plan` must outlive the join.
  Join(const Symbols& symbols, const Database& database, const Body& body, const JoinPlan& plan);
  /// Reads each condition's tuples from a relation of its own (by condition; none for comparisons).
  Join(const Symbols& symbols, std::vector<const Relation*> relations, const Body& body,
       const JoinPlan& plan)
      : symbols_(symbols), relations_(std::move(relations)), body_(body), plan_(plan) {}

  /// Counts what is looked at; may be null.
  void count_with(Meter* meter) { meter_ = meter; }
  /// Restricts a condition to some rows.
  void restrict(std::uint32_t condition, RowRange range);
  /// Reads only the rows of a condition that are set in `alive`, which must outlive the join.
  void read_only(std::uint32_t condition, const std::vector<bool>& alive);
  /// Matches; `known` holds the values of the variables that the plan took as known.
  /// False if `on_match` ended it. It can be run again.
  bool run(std::span<const Value> known, const OnMatch& on_match);
  /// Of the match at hand: the row that a positive condition was matched with; `no_row` where its
  /// relation has none yet.
  [[nodiscard]] std::uint32_t row(std::uint32_t condition) const { return rows_[condition]; }

 private:
  /// How far the matching of one step has come.
  struct Cursor {
    const Index* index = nullptr;
    std::uint32_t row = no_row;
    bool waits = false;
    std::vector<Value> tuples;  ///< of a relation that waits for its rows: those that fit
    std::size_t next_tuple = 0;
    std::vector<Value> groups;  ///< at_least: the values of the groups left
    std::size_t next_group = 0;
    bool done = false;  ///< a filter that has been passed
  };

  void open(std::size_t depth);
  bool finish(std::size_t depth, const OnMatch& on_match);
  bool advance(std::size_t depth);
  bool advance_sentence(const JoinStep& step, Cursor& cursor);
  bool matches_row(const JoinStep& step, const Relation& relation, std::uint32_t row);
  bool matches(const JoinStep& step, std::span<const Value> tuple);
  [[nodiscard]] bool is_read(std::uint32_t condition, std::uint32_t row) const {
    return alive_.empty() || alive_[condition] == nullptr || (*alive_[condition])[row];
  }
  bool for_each(const JoinStep& step, const std::function<bool(std::span<const Value>)>& visit);
  [[nodiscard]] bool exists(const JoinStep& step);
  void count_groups(const JoinStep& step, Cursor& cursor);
  [[nodiscard]] bool has_enough(const JoinStep& step, std::uint64_t enough);
  [[nodiscard]] bool compare(const Condition& condition) const;
  [[nodiscard]] Value value(Term term) const {
    return term.is_variable ? frame_[term.value] : term.value;
  }
  [[nodiscard]] std::span<const Value> key(const JoinStep& step);

  const Symbols& symbols_;
  std::vector<const Relation*> relations_;  // by condition
  const Body& body_;
  const JoinPlan& plan_;
  std::vector<RowRange> restricted_;             // by condition, or empty
  std::vector<RowRange> ranges_;                 // by condition: the rows of this run
  std::vector<const std::vector<bool>*> alive_;  // by condition, or empty; null: all rows
  std::vector<std::uint32_t> rows_;              // by condition: of the match at hand
  std::vector<Value> frame_;                     // by variable
  std::vector<Value> key_;
  std::vector<Cursor> cursors_;  // by step
  Meter* meter_ = nullptr;
  std::vector<const Index*> indexes_;  // by step: of the rows that there are when the run begins
};

}  // namespace mingze
