#include "engine/update/stratum_update.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

bool StratumUpdate::is_own(PredicateId predicate) const {
  return std::find(predicates_.begin(), predicates_.end(), predicate) != predicates_.end();
}

void StratumUpdate::add(const Program& program, RuleHead head, TableId target,
                        const std::optional<NestColumn>& nest,
                        const std::shared_ptr<const Order>& order, Store& store) {
  RuleUpdate& rule = rules_.emplace_back(program, head, target, nest, order, tables_, store);
  for (const RuleUpdate::Reader& reader : rule.readers())
    if (is_own(reader.predicate)) inner_.push_back({&rule, &reader});
}

void StratumUpdate::add_affected(const RuleUpdate& rule, const RuleUpdate::Reader& reader,
                                 std::span<const std::uint32_t> rows, Store& store, Groups& out) {
  if (rows.empty()) return;
  Relation groups(store[rule.target()].groups().arity());
  rule.affected(reader, rows, store, [&](std::span<const Value> group) { groups.insert(group); });
  for (std::uint32_t row = 0; row < groups.size(); ++row)
    out.add({rule.target(), store.put(rule.target(), groups.row(row))});
}

/// What the changes of what the stratum reads may mean for its groups.
void StratumUpdate::find_affected(Store& store, Groups& may_lose, Groups& may_gain) const {
  std::vector<std::uint32_t> lost;
  std::vector<std::uint32_t> gained;
  const auto sort_changes = [&](const Table& table) {
    lost.clear();
    gained.clear();
    for (std::uint32_t i = 0; i < table.changed(); ++i) {
      const Table::Change change = table.change(i);
      if (!change.lost.empty()) lost.push_back(change.row);
      if (!change.gained.empty()) gained.push_back(change.row);
    }
  };
  for (const PredicateId predicate : predicates_) {
    const auto [stated, holds] = tables_[predicate.value];
    if (stated == holds) continue;
    sort_changes(store[stated]);
    for (const std::uint32_t row : lost)
      may_lose.add({holds, store.put(holds, store[stated].groups().row(row))});
    for (const std::uint32_t row : gained)
      may_gain.add({holds, store.put(holds, store[stated].groups().row(row))});
  }
  for (const RuleUpdate& rule : rules_)
    for (const RuleUpdate::Reader& reader : rule.readers()) {
      if (is_own(reader.predicate)) continue;
      sort_changes(store[reader.table]);
      add_affected(rule, reader, reader.positive ? lost : gained, store, may_lose);
      add_affected(rule, reader, reader.positive ? gained : lost, store, may_gain);
    }
}

const Runs& StratumUpdate::derive(GroupRef group, const Store& store) {
  derived_.clear();
  const std::span<const Value> row = store[group.table].groups().row(group.row);
  for (const PredicateId predicate : predicates_) {
    const auto [stated, holds] = tables_[predicate.value];
    if (holds != group.table || stated == holds) continue;
    const std::span<const Run> set = store[stated].set(store[stated].groups().find(row));
    derived_.assign(set.begin(), set.end());
  }
  for (RuleUpdate& rule : rules_)
    if (rule.target() == group.table) rule.derive(row, store, derived_);
  make_set(derived_);
  return derived_;
}

void StratumUpdate::derive_anew(const Groups& groups, Store& store, Meter* meter) {
  for (const GroupRef group : groups.list()) {
    if (meter != nullptr) meter->conclude();
    store.assign(group.table, group.row, derive(group, store));
  }
}

void StratumUpdate::update(Store& store, Meter* meter) {
  const bool rests_on_itself = !inner_.empty() && !decision_;
  for (Inner& inner : inner_) inner.seen = 0;
  Groups may_lose;
  Groups may_gain;
  find_affected(store, may_lose, may_gain);
  if (rests_on_itself) close(may_lose, store);
  Groups all = std::move(may_lose);
  for (const GroupRef group : may_gain.list()) all.add(group);
  if (rests_on_itself) return grow(all.list(), store, meter);
  derive_anew(all, store, meter);
}

bool StratumUpdate::update_below(Store& store, Meter* meter) {
  Groups affected;
  for (Inner& inner : inner_) follow(inner, Events::all, store, affected);
  derive_anew(affected, store, meter);
  return !affected.empty();
}

/// What new events of an inner condition's table may mean.
void StratumUpdate::follow(Inner& inner, Events which, Store& store, Groups& out) {
  const auto& events = store[inner.reader->table].events();
  std::vector<std::uint32_t> rows;
  for (; inner.seen < events.size(); ++inner.seen) {
    const Table::Event& event = events[inner.seen];
    const bool matters = which == Events::gained ? event.gained
                         : which == Events::lost ? event.lost
                                                 : true;
    if (matters) rows.push_back(event.row);
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  add_affected(*inner.rule, *inner.reader, rows, store, out);
}

/// Takes away what may lose, and adds what may lose by that.
void StratumUpdate::close(Groups& may_lose, Store& store) {
  for (std::size_t cleared = 0; cleared < may_lose.list().size();) {
    for (; cleared < may_lose.list().size(); ++cleared) {
      const GroupRef group = may_lose.list()[cleared];
      store.assign(group.table, group.row, {});
    }
    for (Inner& inner : inner_) follow(inner, Events::lost, store, may_lose);
  }
}

/// Derives these groups on top of what they have, and what that means for others, to the end.
void StratumUpdate::grow(std::vector<GroupRef> pending, Store& store, Meter* meter) {
  for (Inner& inner : inner_) inner.seen = store[inner.reader->table].events().size();
  while (!pending.empty()) {
    Runs whole;
    for (const GroupRef group : pending) {
      if (meter != nullptr) meter->conclude();
      unite(derive(group, store), store[group.table].set(group.row), whole);
      store.assign(group.table, group.row, whole);
    }
    Groups next;
    for (Inner& inner : inner_) follow(inner, Events::gained, store, next);
    pending = next.list();
  }
}

}  // namespace mingze
