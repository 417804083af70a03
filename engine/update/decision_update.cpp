#include "engine/update/decision_update.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

namespace {

/// What was settled, put in the place of what was there.
class Fresh {
 public:
  explicit Fresh(const Relation& settled)
      : nested_(settled.nested()),
        groups_(nested_ != nullptr ? nested_->groups : settled),
        used_(groups_.size()) {}

  /// Replaces what a row of a table has in these places.
  void replace(TableId table, std::uint32_t row, std::span<const Run> places, Store& store) {
    const std::uint32_t group = groups_.find(store[table].groups().row(row));
    subtract(store[table].set(row), places, rest_);
    if (group != no_row) {
      used_[group] = true;
      unite(rest_, set(group), whole_);
      rest_.swap(whole_);
    }
    store.assign(table, row, rest_);
  }

  /// Adds the groups that no row has taken.
  void add_rest(TableId table, Store& store) {
    for (std::uint32_t group = 0; group < groups_.size(); ++group)
      if (!used_[group]) store.assign(table, store.put(table, groups_.row(group)), set(group));
  }

 private:
  [[nodiscard]] std::span<const Run> set(std::uint32_t group) const {
    static constexpr Run one[] = {{0, 1}};
    return nested_ != nullptr ? nested_->set(group) : std::span<const Run>(one);
  }

  const Nested* nested_;
  const Relation& groups_;
  std::vector<bool> used_;
  Runs rest_;
  Runs whole_;
};

}  // namespace

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

void DecisionUpdate::Lines::add(std::span<const Value> line, std::span<const Run> more) {
  const std::uint32_t row = keys.put(line);
  if (row == places.size()) places.emplace_back();
  places[row].insert(places[row].end(), more.begin(), more.end());
}

void DecisionUpdate::Lines::finish() {
  for (Runs& set : places) make_set(set);
}

void DecisionUpdate::add_changed(const Table& table, Lines& lines) const {
  for (const Table::Change& change : table.changes()) {
    const SetDelta delta = table.delta(change);
    if (delta.empty()) continue;
    const std::vector<Value> line = line_of(table, change.row);
    lines.add(line, delta.gained);
    lines.add(line, delta.lost);
  }
}

/// Where a rule puts something forward.
DecisionUpdate::Lines DecisionUpdate::lines_of(RuleId rule, const Table& candidates) const {
  Lines out = no_lines();
  const std::uint32_t place = candidates.groups().arity() - 1;
  for (std::uint32_t row = 0; row < candidates.groups().size(); ++row)
    if (candidates.groups().at(row, place) == rule.value && candidates.alive()[row])
      out.add(line_of(candidates, row), candidates.set(row));
  out.finish();
  return out;
}

void DecisionUpdate::update(Store& store, Resolver& resolver, const Pairs& pairs) {
  Lines lines = no_lines();
  add_changed(store[tables_.candidates], lines);
  add_changed(store[tables_.bars], lines);
  Runs both;
  for (const auto& [a, b] : pairs) {
    const Lines of_a = lines_of(a, store[tables_.candidates]);
    const Lines of_b = lines_of(b, store[tables_.candidates]);
    for (std::uint32_t row = 0; row < of_a.keys.size(); ++row) {
      const std::uint32_t other = of_b.keys.find(of_a.keys.row(row));
      if (other == no_row) continue;
      intersect(of_a.places[row], of_b.places[other], both);
      if (!both.empty()) lines.add(of_a.keys.row(row), both);
    }
  }
  lines.finish();
  if (lines.keys.size() > 0) settle(lines, store, resolver);
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

/// How many keys of what is to be settled of a line have exactly one value.
std::uint64_t DecisionUpdate::decided_in(const Lines& lines, std::uint32_t line,
                                         const Store& store) const {
  const Table& conflicts = store[tables_.conflicts];
  Runs here;
  intersect(conflicts.set(conflicts.groups().find(conflict_of(lines.keys.row(line)))),
            lines.places[line], here);
  const std::uint64_t several = count(here);
  std::uint64_t sum = 0;
  Runs all;
  for (const std::uint32_t row : rows_of(store[decided_], lines.keys.row(line))) {
    intersect(store[decided_].set(row), lines.places[line], here);
    if (several > 0) all.insert(all.end(), here.begin(), here.end());
    sum += count(here);
  }
  if (several == 0) return sum;
  make_set(all);
  return count(all) - several;
}

void DecisionUpdate::settle(const Lines& lines, Store& store, Resolver& resolver) {
  Outcome outcome{Relation(slots_ + 1), Relation(slots_ + 1), Relation(), Relation(), 0};
  const auto keys = static_cast<std::uint32_t>(conflict_.size()) + (column_ ? 1 : 0);
  outcome.conflicts = Relation(keys);
  Relation decided(slots_);
  if (column_)
    settle_nested(lines, store, resolver, outcome, decided);
  else
    settle_plain(lines, store, resolver, outcome, decided);
  for (std::uint32_t line = 0; line < lines.keys.size(); ++line)
    more_decided_ -= static_cast<std::int64_t>(decided_in(lines, line, store));
  more_decided_ += static_cast<std::int64_t>(outcome.decided);
  Fresh values(decided);
  Fresh several(outcome.conflicts);
  for (std::uint32_t line = 0; line < lines.keys.size(); ++line) {
    const std::span<const Run> places = lines.places[line];
    for (const std::uint32_t row : rows_of(store[decided_], lines.keys.row(line)))
      values.replace(decided_, row, places, store);
    const Relation& conflicts = store[tables_.conflicts].groups();
    const std::uint32_t row = conflicts.find(conflict_of(lines.keys.row(line)));
    if (row != no_row) several.replace(tables_.conflicts, row, places, store);
  }
  values.add_rest(decided_, store);
  several.add_rest(tables_.conflicts, store);
}

void DecisionUpdate::settle_nested(const Lines& lines, const Store& store, Resolver& resolver,
                                   Outcome& out, Relation& decided) const {
  const std::shared_ptr<const Order>& order = store[decided_].order();
  Runs here;
  for (const bool bar : {false, true}) {
    const Table& table = store[bar ? tables_.bars : tables_.candidates];
    NestBuilder builder(slots_ + 1, *column_, order);
    for (std::uint32_t line = 0; line < lines.keys.size(); ++line)
      for (const std::uint32_t row : rows_of(table, lines.keys.row(line))) {
        intersect(table.set(row), lines.places[line], here);
        if (!here.empty()) builder.add(table.groups().row(row), here);
      }
    (bar ? out.bars : out.candidates).hold(builder.finish());
  }
  resolver.settle_nested(id_, out, decided);
}

void DecisionUpdate::settle_plain(const Lines& lines, const Store& store, Resolver& resolver,
                                  Outcome& out, Relation& decided) const {
  for (const bool bar : {false, true}) {
    const Table& table = store[bar ? tables_.bars : tables_.candidates];
    for (std::uint32_t line = 0; line < lines.keys.size(); ++line)
      for (const std::uint32_t row : rows_of(table, lines.keys.row(line)))
        (bar ? out.bars : out.candidates).append(table.groups().row(row));
  }
  std::vector<std::uint32_t> rows(out.candidates.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) rows[row] = row;
  resolver.settle(id_, std::move(rows), out, decided);
}

}  // namespace mingze
