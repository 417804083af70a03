// Settling a decision for many neighbouring keys at once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/facts/nested.hpp"
#include "engine/facts/outcome.hpp"
#include "engine/resolve/defeat.hpp"

namespace mingze {

/// Settles the keys that differ in one slot only ("line") by going along it: between two places
/// where a candidate or a bar begins or ends, all keys have the same candidates, and one judgement.
class NestedSettling {
 public:
  /// `outcome.candidates` and `outcome.bars` are nested over the same key slot.
  NestedSettling(const Program& program, DecisionId decision, Precedence& precedence,
                 const Outcome& outcome);

  /// Settles every key: adds to `outcome` and gives the decided tuples to `decided`.
  void settle(Outcome& outcome, Relation& decided);

 private:
  /// A candidate along the line.
  struct Row {
    std::uint32_t rule = 0;   // a place in rules_
    std::uint32_t value = 0;  // a place in values_
    std::span<const Run> proposed;
    std::span<const Run> barred;
  };
  /// Where a candidate or its bar begins or ends.
  struct Event {
    std::uint32_t place;
    std::uint32_t row;
    bool bar;
  };
  using Mask = std::vector<std::uint64_t>;  // one bit a row of the line

  void compare_rules();
  void gather(std::span<const std::uint32_t> rows);
  void find_attackers();
  void go_along(Outcome& outcome);
  void judge_place();
  void judge_in_full();
  void stand(std::uint32_t row);

  const Program& program_;
  DecisionId id_;
  const Decision& decision_;
  Precedence& precedence_;
  const Nested& candidates_;
  const Nested& bars_;  // by the decision's slots, whichever rule bars
  std::uint32_t slots_;
  std::uint32_t column_;
  std::vector<RuleId> rules_;                   // that propose, by id
  std::vector<std::vector<std::uint32_t>> by_;  // which rules defeat a rule, by place in rules_
  bool circular_ = false;                       // some defeat each other in a circle

  // of the line at hand
  std::vector<Row> line_;
  std::vector<Value> values_;
  std::vector<Mask> attackers_;  // by row: those that defeat it where both are
  Mask proposed_;
  Mask barred_;
  std::vector<Event> events_;
  std::vector<std::uint32_t> standing_;  // values that stand at the place at hand
  std::vector<Runs> decided_;            // by value
  Runs conflicts_;
  std::vector<Mask> of_rule_;   // rows, by rule
  std::vector<Mask> of_value_;  // rows, by value
};

}  // namespace mingze
