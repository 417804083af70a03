#include "engine/update/differences.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace mingze {

namespace {

std::vector<Value> values_of(std::span<const Value> group) { return {group.begin(), group.end()}; }

/// Orders that number all values alike.
bool same_ranks(const Order* a, const Order* b) {
  if (a == nullptr || b == nullptr) return a == b;
  if (a->size() != b->size()) return false;
  for (std::uint32_t rank = 0; rank < a->size(); ++rank)
    if (a->value(rank) != b->value(rank)) return false;
  return true;
}

/// What a table held when it was settled.
std::vector<Runs> settled_sets(const Table& table) {
  std::vector<Runs> out;
  for (std::uint32_t row = 0; row < table.groups().size(); ++row) {
    const std::span<const Run> set = table.set(row);
    out.emplace_back(set.begin(), set.end());
  }
  for (std::uint32_t i = 0; i < table.changed(); ++i)
    out[table.change(i).row] = table.before(table.change(i));
  return out;
}

/// The same tuples in a table of another form.
TableId recast(const Store& before, TableId old, const Store& after, TableId now, Store& out) {
  const Table& table = before[old];
  const auto column = before.column(old);
  const std::uint32_t arity = table.groups().arity() + (column ? 1 : 0);
  Relation tuples(arity);
  const auto sets = settled_sets(table);
  std::vector<Value> tuple;
  for (std::uint32_t row = 0; row < sets.size(); ++row)
    for (const Run& run : sets[row])
      for (std::uint32_t member = run.from; member < run.to; ++member) {
        tuple = values_of(table.groups().row(row));
        if (column) tuple.insert(tuple.begin() + *column, table.order()->value(member));
        tuples.append(tuple);
      }
  const TableId id = out.add(arity, after.column(now), after[now].order());
  out.load(id, tuples);
  return id;
}

}  // namespace

TableChange changes_of(const Store& store, TableId id) {
  const Table& table = store[id];
  TableChange out;
  out.column = store.column(id);
  out.order = table.order();
  out.reserve(table.changed(), table.changed_runs());
  for (std::uint32_t i = 0; i < table.changed(); ++i)
    if (const auto [row, gained, lost] = table.change(i); !gained.empty() || !lost.empty())
      out.add({table.groups().row(row), lost, gained});
  return out;
}

TableChange difference(const Store& before, TableId old, const Store& after, TableId now) {
  const Table& present = after[now];
  if (before.column(old) != after.column(now) ||
      !same_ranks(before[old].order().get(), present.order().get())) {
    Store same_form;
    const TableId id = recast(before, old, after, now, same_form);
    return difference(same_form, id, after, now);
  }
  TableChange out;
  out.column = after.column(now);
  out.order = present.order();
  const Relation& groups = before[old].groups();
  const auto sets = settled_sets(before[old]);
  Runs removed;
  Runs added;
  const auto add = [&](std::span<const Value> group, std::span<const Run> was,
                       std::span<const Run> is) {
    subtract(was, is, removed);
    subtract(is, was, added);
    if (!removed.empty() || !added.empty()) out.add({group, removed, added});
  };
  for (std::uint32_t row = 0; row < groups.size(); ++row)
    add(groups.row(row), sets[row], present.set(present.groups().find(groups.row(row))));
  for (std::uint32_t row = 0; row < present.groups().size(); ++row)
    if (groups.find(present.groups().row(row)) == no_row)
      add(present.groups().row(row), {}, present.set(row));
  return out;
}

Relation relation_of(const Store& store, TableId id) {
  const Table& table = store[id];
  const auto column = store.column(id);
  const Relation& groups = table.groups();
  Relation out(groups.arity() + (column ? 1 : 0));
  if (column) {
    NestBuilder builder(out.arity(), *column, table.order());
    for (std::uint32_t row = 0; row < groups.size(); ++row)
      if (table.alive()[row]) builder.add(groups.row(row), table.set(row));
    out.hold(builder.finish());
    return out;
  }
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < groups.size(); ++row)
    if (table.alive()[row]) rows.push_back(row);
  std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::ranges::lexicographical_compare(groups.row(a), groups.row(b));
  });
  for (const std::uint32_t row : rows) out.append(groups.row(row));
  return out;
}

}  // namespace mingze
