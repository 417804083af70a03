// One conclusion of one rule, asked the two questions of an update.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/evaluate/join.hpp"
#include "engine/evaluate/set_combiner.hpp"
#include "engine/plan/join_plan.hpp"
#include "engine/plan/nesting.hpp"
#include "engine/update/store.hpp"

namespace mingze {

/// Where the tuples of a predicate stand.
struct PredicateTables {
  TableId stated;  ///< what facts say; the same as `holds` where no rule concludes it
  TableId holds;
};

/// A rule over tables. It is matched set by set where its form allows it, else tuple by tuple.
class RuleUpdate {
 public:
  /// Makes the views that it reads. `target`: the table that it concludes into, nested over `nest`
  /// (a column of the conclusion) where that is given. What is given must outlive it.
  RuleUpdate(const Program& program, RuleHead head, TableId target,
             const std::optional<NestColumn>& nest, const std::shared_ptr<const Order>& order,
             const std::vector<PredicateTables>& tables, Store& store);

  [[nodiscard]] TableId target() const { return target_; }

  /// A condition of the body, as the groups that it reads.
  struct Reader {
    PredicateId predicate;
    TableId table;
    bool positive = true;  ///< more of it can only mean more of the conclusion
    // A match of these conditions, all of them positive and the first one of a changed group, gives
    // a group of the target that it may mean something for.
    Body body = {};
    std::vector<TableId> tables = {};  // by condition; the first is not read
    JoinPlan plan = {};
  };
  [[nodiscard]] const std::vector<Reader>& readers() const { return readers_; }

  /// The groups of the target that these groups of a reader's table can mean something for,
  /// whatever holds now or held before; some more than once.
  void affected(const Reader& reader, std::span<const std::uint32_t> rows, const Store& store,
                const std::function<void(std::span<const Value>)>& on_group) const;
  /// Adds what the rule concludes for one group of the target now, as runs in any order.
  void derive(std::span<const Value> group, const Store& store, Runs& out);

 private:
  [[nodiscard]] static NestedRule tuple_by_tuple(const Program& program, RuleHead head);
  [[nodiscard]] const Atom& atom(std::uint32_t condition) const {
    return rule_.source->conditions[condition].atom;
  }
  void find_tables(const std::vector<PredicateTables>& tables, Store& store);
  void add_reader(const Condition& condition, std::optional<std::uint32_t> place, TableId table,
                  PredicateId predicate, bool positive, const Store& store);
  void make_plan(const Store& store);
  [[nodiscard]] JoinPlan planned(const Body& body, const JoinStart& start,
                                 const std::vector<TableId>& tables, const Store& store) const;
  [[nodiscard]] bool unify(std::span<const Value> group);

  const Program& program_;
  const Conclusion& conclusion_;
  TableId target_;
  bool nested_ = false;                  // matched set by set
  std::optional<std::uint32_t> column_;  // of the conclusion, over which the target is nested
  std::shared_ptr<const Order> order_;
  NestedRule rule_;
  std::vector<Term> prefix_;            // of a group of the target
  std::vector<TableId> tables_;         // by condition of rule_.body; invalid for comparisons
  std::vector<TableId> sentences_;      // by sentence
  std::vector<std::uint32_t> matched_;  // by positive sentence: its condition in rule_.body
  std::vector<Reader> readers_;
  JoinPlan plan_;
  std::optional<Join> join_;  // of what is alive
  std::optional<SetCombiner> combiner_;
  // of the group at hand
  std::vector<Value> known_;
  std::vector<std::span<const Run>> said_;
  std::vector<Value> key_;
};

}  // namespace mingze
