// Bringing the relations of one stratum up to date.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "engine/base/meter.hpp"
#include "engine/plan/plan.hpp"
#include "engine/update/groups.hpp"
#include "engine/update/rule_update.hpp"

namespace mingze {

/// The rules of a stratum over what they read and conclude. Deletion and rederivation (Gupta,
/// Mumick, Subrahmanian, "Maintaining views incrementally", 1993), by groups: a group that may lose
/// something is found anew from the rules; one that may gain, too, on top of what it has. Where a
/// stratum reads itself, all that may lose is taken away first, with all that was found through it.
/// A decision that goes down a hierarchy needs none of that: nothing of it rests on itself, so it
/// is settled and read in turns until nothing changes.
class StratumUpdate {
 public:
  StratumUpdate(const Program& program, std::vector<PredicateId> predicates,
                const std::vector<PredicateTables>& tables)
      : predicates_(std::move(predicates)),
        tables_(tables),
        decision_(program[predicates_.front()].decision.has_value()) {}

  /// Adds a rule; the arguments are those of RuleUpdate.
  void add(const Program& program, RuleHead head, TableId target,
           const std::optional<NestColumn>& nest, const std::shared_ptr<const Order>& order,
           Store& store);

  /// Brings the tables that the rules conclude into up to date.
  /// `meter` may be null; to it a group that is found anew is a tuple.
  void update(Store& store, Meter* meter);
  /// The same for what the stratum's decision has come to since the last call of either. False
  /// where that means nothing: each turn is right one level further down.
  [[nodiscard]] bool update_below(Store& store, Meter* meter);

 private:
  /// A condition that reads the stratum itself, and how many of its table's events it has seen.
  struct Inner {
    RuleUpdate* rule;
    const RuleUpdate::Reader* reader;
    std::size_t seen = 0;
  };

  void find_affected(Store& store, Groups& may_lose, Groups& may_gain) const;
  static void add_affected(const RuleUpdate& rule, const RuleUpdate::Reader& reader,
                           std::span<const std::uint32_t> rows, Store& store, Groups& out);
  [[nodiscard]] const Runs& derive(GroupRef group, const Store& store);
  void derive_anew(const Groups& groups, Store& store, Meter* meter);
  void close(Groups& may_lose, Store& store);
  void grow(std::vector<GroupRef> pending, Store& store, Meter* meter);
  enum class Events { gained, lost, all };
  static void follow(Inner& inner, Events which, Store& store, Groups& out);
  [[nodiscard]] bool is_own(PredicateId predicate) const;

  std::vector<PredicateId> predicates_;
  const std::vector<PredicateTables>& tables_;
  bool decision_;
  std::deque<RuleUpdate> rules_;
  std::vector<Inner> inner_;
  Runs derived_;  // of the group at hand
};

}  // namespace mingze
