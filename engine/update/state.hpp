// An evaluation, taken apart so that it can be kept up to date.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/base/meter.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/plan/plan.hpp"
#include "engine/update/decision_update.hpp"
#include "engine/update/stratum_update.hpp"

namespace mingze {

/// All tables of a program, and its strata as what brings them up to date.
class State {
 public:
  /// `evaluation` is of this program, whole and without errors; `nest_from` as in `evaluate`. The
  /// program must outlive it.
  State(const Program& program, const Plan& plan, const Evaluation& evaluation,
        std::uint32_t nest_from, Precedence& precedence);
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// States or takes back a fact; `update` follows.
  void state(PredicateId predicate, std::span<const Value> values, bool holds) {
    store_.set(tables_[predicate.value].stated, values, holds);
  }
  /// Brings everything up to date; `another`: by another precedence than the last time. False where
  /// a change reaches what can't be: a hierarchy, a count of none; the tables then mean nothing but
  /// for what they held before. `meter` may be null.
  [[nodiscard]] bool update(Precedence& precedence, bool another, Meter* meter = nullptr);
  /// Begins anew with the changes.
  void settle() { store_.settle(); }

  /// Whether the tables have room for a value: it was known when they were made, or they are nested
  /// over no values of its kind.
  [[nodiscard]] bool has_room(KindId kind, Value value) const;

  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] TableId table(PredicateId predicate) const {
    return tables_[predicate.value].holds;
  }
  [[nodiscard]] const OutcomeTables& outcome(DecisionId decision) const {
    return outcomes_[decision.value];
  }
  /// How many keys have exactly one value.
  [[nodiscard]] std::uint64_t decided(DecisionId decision) const {
    return decided_[decision.value];
  }

 private:
  /// A stratum, in the program's order.
  struct Step {
    const Stratum* stratum;
    std::optional<StratumUpdate> rules;  // nothing: it can't be updated
    std::optional<DecisionUpdate> decision;
    // of what can't be updated
    std::vector<PredicateId> reads = {};  // itself too
    std::vector<RuleHead> heads = {};
    std::vector<bool> defeats = {};  // of a decision: by pair of the heads' rules
  };
  [[nodiscard]] std::optional<NestColumn> nest(PredicateId predicate) const;
  [[nodiscard]] std::shared_ptr<const Order> order_of(
      const std::optional<NestColumn>& column) const;
  void load(const Evaluation& evaluation);
  TableId add(std::uint32_t arity, std::optional<std::uint32_t> column,
              const std::shared_ptr<const Order>& order, const Relation& tuples);
  void add_outcome(DecisionId decision, const Outcome& outcome);
  void add_step(const Stratum& stratum, Precedence& precedence);
  [[nodiscard]] bool can_be_updated(const Stratum& stratum) const;
  [[nodiscard]] bool has_changed(PredicateId predicate) const;

  const Program& program_;
  std::vector<std::shared_ptr<const Order>> orders_;  // of hierarchies
  Store store_;
  std::vector<PredicateTables> tables_;  // by PredicateId
  std::vector<OutcomeTables> outcomes_;  // by DecisionId
  std::vector<std::uint64_t> decided_;
  std::deque<Step> steps_;
};

}  // namespace mingze
