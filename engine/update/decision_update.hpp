// Settling again what changed in a decision.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/program/program.hpp"
#include "engine/update/line.hpp"
#include "engine/update/store.hpp"

namespace mingze {

/// The tables of a decision besides that of its tuples.
struct OutcomeTables {
  TableId candidates;
  TableId bars;
  TableId conflicts;
};

/// Settles the keys whose candidates or bars have changed, line by line: a line is the keys that
/// differ in the nested slot only, or one key, where there is none. Lines are kept as they were
/// settled, so that another precedence of rules costs a look at each stretch and what changes.
class DecisionUpdate {
 public:
  /// `column`: the slot over which candidates, bars and tuples are nested.
  DecisionUpdate(const Program& program, DecisionId decision, std::optional<std::uint32_t> column,
                 TableId decided, const OutcomeTables& tables, Store& store,
                 Precedence& precedence);

  /// Settles lines whose candidates or bars have changed; all, by `another` precedence.
  void update(Store& store, Precedence& precedence, bool another);
  /// How many keys have exactly one value.
  [[nodiscard]] std::uint64_t decided() const { return decided_count_; }

 private:
  /// What a value of a line gained and lost.
  struct Moved {
    Value value = 0;
    std::uint32_t row = no_row;  // of its group, if that is known
    SetDelta delta;
  };

  /// What becomes of a contest: values by number, and keys.
  struct Turn {
    /// `now`: how many values stand in the end.
    Turn(std::span<const std::uint32_t> less, std::span<const std::uint32_t> more, std::size_t now);
    [[nodiscard]] bool moves() const { return !lost.empty() || !gained.empty(); }

    std::span<const std::uint32_t> lost;
    std::span<const std::uint32_t> gained;
    int decided = 0;    // keys with one value: one more or one less
    int conflicts = 0;  // keys with several
    bool any = false;   // it has a value that had none, or no longer
  };

  [[nodiscard]] std::vector<Value> line_of(const Table& table, std::uint32_t row) const;
  [[nodiscard]] std::uint32_t put(std::span<const Value> key);
  void find_rows(const Table& table, std::span<const Value> line,
                 std::vector<std::uint32_t>& out) const;
  void find_tuples(const Table& decided);
  void add_changed(const Table& table, Relation& keys) const;
  [[nodiscard]] Line line(std::span<const Value> key, std::span<const std::uint32_t> candidates,
                          const Store& store, Precedence& precedence);
  void settle(std::span<const Value> key, Store& store, Precedence& precedence);
  void judge_again(Store& store, Precedence& precedence);
  void clear_moves();
  Moved& moved(Value value, std::uint32_t row, std::size_t known);
  template <typename TurnOf>
  void move(const Line& line, TurnOf turn_of);
  void apply_moves(Line& line, std::span<const Value> key, Store& store);
  [[nodiscard]] std::uint32_t put_tuple(std::span<const Value> key, Value value,
                                        Store& store) const;
  void set_conflicts(std::span<const Value> key, const SetDelta& delta, Store& store) const;

  TableId decided_;
  OutcomeTables tables_;
  std::uint32_t value_ = 0;              // the place of the value in a group
  std::uint64_t key_ = 0;                // of the groups' columns: those of a line
  std::vector<std::uint32_t> conflict_;  // by column of the conflicts' groups: its place in a line
  Contests contests_;
  Relation keys_;                 // of lines
  std::vector<Line> lines_;       // by row of `keys_`
  std::uint32_t renumbered_ = 0;  // how often the rows of lines_ were
  std::uint64_t decided_count_ = 0;
  // of the line at hand
  LineBuilder builder_;
  std::vector<std::uint32_t> rows_;
  std::deque<Moved> moves_;  // the first `moved_` mean something
  std::size_t moved_ = 0;
  std::vector<Moved*> moves_of_;  // by place of a value in the line, or null
  bool any_ = false;              // some keys have a value that had none, or no longer
  SetDelta conflicts_;
};

}  // namespace mingze
