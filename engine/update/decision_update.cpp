#include "engine/update/decision_update.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

DecisionUpdate::DecisionUpdate(const Program& program, DecisionId decision,
                               std::optional<std::uint32_t> column, TableId decided,
                               const OutcomeTables& tables, const Store& store)
    : id_(decision),
      column_(column),
      slots_(static_cast<std::uint32_t>(program[program[decision].predicate].slots.size())),
      decided_(decided),
      tables_(tables) {
  const std::vector<std::uint32_t>& keys = program[decision].key_slots;
  std::vector<std::uint32_t> line;  // its slots, in order
  for (const std::uint32_t slot : keys)
    if (slot != column_) line.push_back(slot);
  std::sort(line.begin(), line.end());
  for (const std::uint32_t slot : line)
    key_ |= std::uint64_t{1} << (column_ && slot > *column_ ? slot - 1 : slot);
  for (const std::uint32_t slot : keys)
    if (slot != column_)
      conflict_.push_back(static_cast<std::uint32_t>(
          std::lower_bound(line.begin(), line.end(), slot) - line.begin()));
  if (key_ == 0) return;
  for (const TableId table : {tables_.candidates, tables_.bars, decided_})  // makes the indexes
    static_cast<void>(store[table].groups().index(key_));
}

std::vector<Value> DecisionUpdate::line_of(const Table& table, std::uint32_t row) const {
  const std::span<const Value> group = table.groups().row(row);
  std::vector<Value> out;
  for (std::uint32_t c = 0; c < group.size(); ++c)
    if ((key_ >> c & 1U) != 0) out.push_back(group[c]);
  return out;
}

void DecisionUpdate::add_lines(const Table& table, Relation& lines) const {
  for (const Table::Change& change : table.changes())
    if (!table.delta(change).empty()) lines.insert(line_of(table, change.row));
}

void DecisionUpdate::add_lines(RuleId rule, const Table& candidates, Relation& lines) const {
  const std::uint32_t place = candidates.groups().arity() - 1;
  const std::vector<Value>& data = candidates.groups().data();
  for (std::uint32_t row = 0; row < candidates.groups().size(); ++row)
    if (data[std::size_t{row} * (place + 1) + place] == rule.value && candidates.alive()[row])
      lines.insert(line_of(candidates, row));
}

void DecisionUpdate::update(Store& store, Resolver& resolver, const Pairs& pairs) {
  Relation lines(static_cast<std::uint32_t>(conflict_.size()));
  add_lines(store[tables_.candidates], lines);
  add_lines(store[tables_.bars], lines);
  for (const auto& [a, b] : pairs) {
    Relation of_a(lines.arity());
    Relation of_b(lines.arity());
    add_lines(a, store[tables_.candidates], of_a);
    add_lines(b, store[tables_.candidates], of_b);
    for (std::uint32_t row = 0; row < of_a.size(); ++row)
      if (of_b.contains(of_a.row(row))) lines.insert(of_a.row(row));
  }
  if (lines.size() > 0) settle(lines, store, resolver);
}

/// The rows of a line in candidates, bars or tuples, from the oldest to the newest.
std::vector<std::uint32_t> DecisionUpdate::rows_of(const Table& table,
                                                   std::span<const Value> line) const {
  std::vector<std::uint32_t> out;
  if (key_ == 0) {  // one line
    for (std::uint32_t row = 0; row < table.groups().size(); ++row)
      if (table.alive()[row]) out.push_back(row);
    return out;
  }
  const Index& index = table.groups().index(key_);
  for (std::uint32_t row = index.first(table.groups().data(), line); row != no_row;
       row = index.next(row))
    if (table.alive()[row]) out.push_back(row);
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<Value> DecisionUpdate::conflict_of(std::span<const Value> line) const {
  std::vector<Value> out;
  for (const std::uint32_t place : conflict_) out.push_back(line[place]);
  return out;
}

std::uint64_t DecisionUpdate::decided_in(std::span<const Value> line, const Store& store) const {
  const Table& conflicts = store[tables_.conflicts];
  const std::uint64_t several = count(conflicts.set(conflicts.groups().find(conflict_of(line))));
  std::uint64_t sum = 0;
  Runs all;
  for (const std::uint32_t row : rows_of(store[decided_], line)) {
    const std::span<const Run> set = store[decided_].set(row);
    if (several > 0) all.insert(all.end(), set.begin(), set.end());
    sum += count(set);
  }
  if (several == 0) return sum;
  make_set(all);
  return count(all) - several;
}

void DecisionUpdate::settle(const Relation& lines, Store& store, Resolver& resolver) {
  Outcome outcome{Relation(slots_ + 1), Relation(slots_ + 1), Relation(), Relation(), 0};
  const auto keys = static_cast<std::uint32_t>(conflict_.size()) + (column_ ? 1 : 0);
  outcome.conflicts = Relation(keys);
  Relation decided(slots_);
  std::vector<std::uint32_t> values;  // rows that there are
  std::vector<std::uint32_t> several;
  for (std::uint32_t row = 0; row < lines.size(); ++row) {
    more_decided_ -= static_cast<std::int64_t>(decided_in(lines.row(row), store));
    const auto rows = rows_of(store[decided_], lines.row(row));
    values.insert(values.end(), rows.begin(), rows.end());
    const std::uint32_t conflict =
        store[tables_.conflicts].groups().find(conflict_of(lines.row(row)));
    if (conflict != no_row) several.push_back(conflict);
  }
  if (column_)
    settle_nested(lines, store, resolver, outcome, decided);
  else
    settle_plain(lines, store, resolver, outcome, decided);
  more_decided_ += static_cast<std::int64_t>(outcome.decided);
  replace(decided_, values, decided, store);
  replace(tables_.conflicts, several, outcome.conflicts, store);
}

void DecisionUpdate::settle_nested(const Relation& lines, const Store& store, Resolver& resolver,
                                   Outcome& out, Relation& decided) const {
  const std::shared_ptr<const Order>& order = store[decided_].order();
  for (const bool bar : {false, true}) {
    const Table& table = store[bar ? tables_.bars : tables_.candidates];
    NestBuilder builder(slots_ + 1, *column_, order);
    for (std::uint32_t line = 0; line < lines.size(); ++line)
      for (const std::uint32_t row : rows_of(table, lines.row(line)))
        builder.add(table.groups().row(row), table.set(row));
    (bar ? out.bars : out.candidates).hold(builder.finish());
  }
  resolver.settle_nested(id_, out, decided);
}

void DecisionUpdate::settle_plain(const Relation& lines, const Store& store, Resolver& resolver,
                                  Outcome& out, Relation& decided) const {
  for (const bool bar : {false, true}) {
    const Table& table = store[bar ? tables_.bars : tables_.candidates];
    for (std::uint32_t line = 0; line < lines.size(); ++line)
      for (const std::uint32_t row : rows_of(table, lines.row(line)))
        (bar ? out.bars : out.candidates).append(table.groups().row(row));
  }
  std::vector<std::uint32_t> rows(out.candidates.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) rows[row] = row;
  resolver.settle(id_, std::move(rows), out, decided);
}

/// Puts what holds now in the place of these rows.
void DecisionUpdate::replace(TableId table, const std::vector<std::uint32_t>& old,
                             const Relation& now, Store& store) {
  constexpr Run one[] = {{0, 1}};
  const Nested* nested = now.nested();
  const Relation& groups = nested != nullptr ? nested->groups : now;
  const auto set = [&](std::uint32_t group) {
    return nested != nullptr ? nested->set(group) : std::span<const Run>(one);
  };
  for (const std::uint32_t row : old)
    if (groups.find(store[table].groups().row(row)) == no_row) store.assign(table, row, {});
  for (std::uint32_t group = 0; group < groups.size(); ++group)
    store.assign(table, store.put(table, groups.row(group)), set(group));
}

}  // namespace mingze
