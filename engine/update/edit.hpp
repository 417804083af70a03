// A change of what an evaluation stands on, and what came of it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/facts/order.hpp"

namespace mingze {

/// A fact more; nothing where it is stated already. Its values are known to the program's symbols,
/// and its predicate is no decision.
struct AddFact {
  PredicateId predicate;
  std::vector<Value> values;
  Span span = {};  ///< the place that states it
};
/// A fact less; nothing where it is not stated.
struct RemoveFact {
  PredicateId predicate;
  std::vector<Value> values;
};
/// Which rules a rule overrides from now on.
struct SetOverrides {
  RuleId rule;
  std::vector<RuleId> overrides;
};
using Edit = std::variant<AddFact, RemoveFact, SetOverrides>;

/// What a group of tuples lost and gained: as ranks of the table's order, or {0} for the one tuple
/// that a group is where the table has none.
struct SetChange {
  std::span<const Value> others;  ///< the columns but for the nested one
  std::span<const Run> removed;
  std::span<const Run> added;
};

/// What changed in one table, each group once.
class TableChange {
 public:
  enum class What {
    tuples,      ///< of the predicate; of a decision: key and value
    candidates,  ///< of a decision: its slots, then the rule (as in Outcome, like the next ones)
    bars,
    missing,  ///< keys
    conflicts,
  };
  What what = What::tuples;
  PredicateId predicate;
  std::optional<std::uint32_t> column;  ///< the nested one
  std::shared_ptr<const Order> order;   ///< null where `column` is nothing

  /// How many groups.
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] bool empty() const { return ends_.empty(); }
  /// Valid until one is added.
  [[nodiscard]] SetChange operator[](std::size_t group) const;
  void add(const SetChange& group);
  /// Makes room for so many groups with so many runs.
  void reserve(std::size_t groups, std::size_t runs);

  /// Every tuple that was added (true) or removed (false).
  void for_each(const std::function<void(std::span<const Value>, bool)>& visit) const;

 private:
  /// Of a group, in the lists of all.
  struct Ends {
    std::size_t others;
    std::size_t removed;
    std::size_t added;
  };
  std::vector<Value> others_;
  Runs runs_;  // removed and added, by turns
  std::vector<Ends> ends_;
};

struct Changes {
  std::vector<TableChange> tables;  ///< those that changed: by predicate, then by what it is
  /// Findings, in their order. One that has other suggestions now is in both.
  std::vector<RaisedFinding> withdrawn;
  std::vector<RaisedFinding> raised;
  /// The edits reached something that can't be updated; the answers were found from the facts.
  bool from_scratch = false;
  /// A cycle in a hierarchy or of overrides: nothing has been changed.
  Diagnostics errors;
};

}  // namespace mingze
