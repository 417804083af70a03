#include "engine/update/store.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

namespace {

constexpr std::uint32_t no_column = UINT32_MAX;

std::vector<Value> picked(std::span<const Value> group, const std::vector<std::uint32_t>& places) {
  std::vector<Value> out;
  out.reserve(places.size());
  for (const std::uint32_t place : places) out.push_back(group[place]);
  return out;
}

/// A tuple of a nested relation, from its group and the member at `column`.
std::vector<Value> joined(std::span<const Value> group, std::uint32_t column, Value member) {
  std::vector<Value> out(group.begin(), group.end());
  out.insert(out.begin() + column, member);
  return out;
}

std::vector<Value> without(std::span<const Value> tuple, std::uint32_t column) {
  std::vector<Value> out(tuple.begin(), tuple.end());
  out.erase(out.begin() + column);
  return out;
}

/// False where all of one set is before the other.
bool may_meet(std::span<const Run> a, std::span<const Run> b) {
  return !a.empty() && !b.empty() && a.front().from < b.back().to && b.front().from < a.back().to;
}

}  // namespace

TableId Store::add(std::uint32_t arity, std::optional<std::uint32_t> column,
                   std::shared_ptr<const Order> order) {
  nodes_.push_back({Table(column ? arity - 1 : arity, std::move(order)), arity, column, {}});
  return {static_cast<std::uint32_t>(nodes_.size() - 1)};
}

void Store::load(TableId id, const Relation& tuples) {
  Node& node = nodes_[id.value];
  if (!node.column) {
    Relation groups(node.arity);
    for (std::uint32_t row = 0; row < tuples.size(); ++row) groups.append(tuples.row(row));
    return node.table.load(std::move(groups), {});
  }
  const std::shared_ptr<const Order>& order = node.table.order();
  const Nested* held = tuples.nested();
  std::optional<Nested> made;
  // Orders of one hierarchy number its members alike.
  if (held == nullptr || held->column != *node.column ||
      held->order->hierarchy() != order->hierarchy()) {
    made = nest(tuples, *node.column, every_column, order);
    held = &*made;
  }
  Relation groups(node.arity - 1);
  std::vector<Runs> sets;
  for (std::uint32_t row = 0; row < held->groups.size(); ++row) {
    groups.append(held->groups.row(row));
    const std::span<const Run> set = held->set(row);
    sets.emplace_back(set.begin(), set.end());
  }
  node.table.load(std::move(groups), std::move(sets));
}

// --- views ---

TableId Store::plain(TableId id) {
  if (!nodes_[id.value].column) return id;
  const auto known = views_.find({id, no_column, every_column});
  if (known != views_.end()) return known->second;
  const std::uint32_t arity = nodes_[id.value].arity;
  const TableId out = add_view(id, {{}, Way::unnested, 0, {}, 0}, arity, std::nullopt, nullptr);
  views_[{id, no_column, every_column}] = out;
  return out;
}

TableId Store::nested(TableId id, std::uint32_t column, std::uint64_t keep,
                      const std::shared_ptr<const Order>& order) {
  if (const auto known = views_.find({id, column, keep}); known != views_.end())
    return known->second;
  const Node& node = nodes_[id.value];
  const bool same = node.column == column;
  const TableId source = same ? id : plain(id);
  View view{{}, same ? Way::projected : Way::renested, column, {}, 0};
  for (std::uint32_t c = 0, place = 0; c < node.arity; ++c) {
    if (same && c == column) continue;
    if (c != column && (keep >> c & 1U) != 0) view.places.push_back(place);
    ++place;
  }
  const auto width = static_cast<std::uint32_t>(view.places.size());
  if (same && width + 1 == node.arity) return id;
  for (const std::uint32_t place : view.places) view.key |= std::uint64_t{1} << place;
  if (!same) view.key |= std::uint64_t{1} << column;
  const TableId out = add_view(source, std::move(view), width, std::nullopt, order);
  views_[{id, column, keep}] = out;
  return out;
}

TableId Store::add_view(TableId source, View view, std::uint32_t width,
                        std::optional<std::uint32_t> column, std::shared_ptr<const Order> order) {
  const TableId id{static_cast<std::uint32_t>(nodes_.size())};
  nodes_.push_back({Table(width, std::move(order)), width, column, {}});
  view.table = id;
  fill(nodes_[source.value], view);
  nodes_[source.value].views.push_back(std::move(view));
  return id;
}

void Store::fill(const Node& source, const View& view) {
  Table& table = nodes_[view.table.value].table;
  Relation groups(table.groups().arity());
  std::vector<Runs> sets;
  for (std::uint32_t row = 0; row < source.table.groups().size(); ++row) {
    const std::span<const Value> group = source.table.groups().row(row);
    const std::span<const Run> set = source.table.set(row);
    if (view.way == Way::unnested) {
      for (const Run& run : set)
        for (std::uint32_t rank = run.from; rank < run.to; ++rank)
          groups.append(joined(group, *source.column, source.table.order()->value(rank)));
      continue;
    }
    if (set.empty()) continue;
    const std::uint32_t place = groups.put(picked(group, view.places));
    if (place == sets.size()) sets.emplace_back();
    if (view.way == Way::projected) {
      sets[place].insert(sets[place].end(), set.begin(), set.end());
    } else {
      const std::uint32_t rank = table.order()->rank(group[view.column]);
      sets[place].push_back({rank, rank + 1});
    }
  }
  table.load(std::move(groups), std::move(sets));
}

void Store::follow(const Node& source, const View& view, std::uint32_t row, const SetDelta& delta) {
  switch (view.way) {
    case Way::projected:
      return project(source, view, row, delta);
    case Way::unnested:
      return unnest(source, view, row, delta);
    case Way::renested:
      return renest(source, view, row, delta);
  }
}

void Store::project(const Node& source, const View& view, std::uint32_t row,
                    const SetDelta& delta) {
  const std::vector<Value> key = picked(source.table.groups().row(row), view.places);
  SetDelta own{{}, delta.lost};
  Runs rest;
  const Relation& groups = source.table.groups();
  if (!own.lost.empty()) {  // but for what stands in another group too
    const Index& index = groups.index(view.key);
    for (std::uint32_t other = index.first(groups.data(), key);
         other != no_row && !own.lost.empty(); other = index.next(other)) {
      const std::span<const Run> set = source.table.set(other);
      if (other == row || !may_meet(own.lost, set)) continue;
      subtract(own.lost, set, rest);
      own.lost.swap(rest);
    }
  }
  const std::uint32_t place = put(view.table, key);
  subtract(delta.gained, (*this)[view.table].set(place), own.gained);
  if (!own.empty()) apply(view.table, place, own);
}

void Store::unnest(const Node& source, const View& view, std::uint32_t row, const SetDelta& delta) {
  const std::span<const Value> group = source.table.groups().row(row);
  constexpr Run one[] = {{0, 1}};
  for (const bool gained : {true, false})
    for (const Run& run : gained ? delta.gained : delta.lost)
      for (std::uint32_t rank = run.from; rank < run.to; ++rank) {
        const std::uint32_t place =
            put(view.table, joined(group, *source.column, source.table.order()->value(rank)));
        change(view.table, place, gained ? std::span<const Run>(one) : std::span<const Run>());
      }
}

void Store::renest(const Node& source, const View& view, std::uint32_t row, const SetDelta& delta) {
  const Relation& groups = source.table.groups();
  const std::span<const Value> tuple = groups.row(row);
  if (delta.gained.empty()) {  // whether another tuple says the same
    std::vector<Value> same;
    for (std::uint32_t c = 0; c < tuple.size(); ++c)
      if ((view.key >> c & 1U) != 0) same.push_back(tuple[c]);
    const Index& index = groups.index(view.key);
    for (std::uint32_t other = index.first(groups.data(), same); other != no_row;
         other = index.next(other))
      if (source.table.alive()[other]) return;
  }
  const std::uint32_t rank = (*this)[view.table].order()->rank(tuple[view.column]);
  const Run one[] = {{rank, rank + 1}};
  const std::uint32_t place = put(view.table, picked(tuple, view.places));
  Runs now;
  if (delta.gained.empty())
    subtract((*this)[view.table].set(place), one, now);
  else
    unite((*this)[view.table].set(place), one, now);
  change(view.table, place, now);
}

// --- changes ---

void Store::assign(TableId table, std::uint32_t row, std::span<const Run> set) {
  change(table, row, set);
}

void Store::apply(TableId id, std::uint32_t row, const SetDelta& delta, std::uint64_t same) {
  Node& node = nodes_[id.value];
  node.table.apply(row, delta);
  follow(node, row, delta, same);
}

void Store::change(TableId id, std::uint32_t row, std::span<const Run> set) {
  Node& node = nodes_[id.value];
  follow(node, row, node.table.assign(row, set), 0);
}

void Store::follow(const Node& source, std::uint32_t row, const SetDelta& delta,
                   std::uint64_t same) {
  if (delta.empty()) return;
  for (const View& view : source.views)
    if (view.way != Way::projected || same == 0 || (view.key & ~same) != 0)
      follow(source, view, row, delta);
}

void Store::set(TableId id, std::span<const Value> tuple, bool holds) {
  const Node& node = nodes_[id.value];
  const std::uint32_t row = put(id, node.column ? without(tuple, *node.column)
                                                : std::vector<Value>(tuple.begin(), tuple.end()));
  const std::uint32_t rank = node.column ? node.table.order()->rank(tuple[*node.column]) : 0;
  const Run one[] = {{rank, rank + 1}};
  Runs now;
  if (holds)
    unite(node.table.set(row), one, now);
  else
    subtract(node.table.set(row), one, now);
  change(id, row, now);
}

bool Store::contains(TableId id, std::span<const Value> tuple) const {
  const Node& node = nodes_[id.value];
  if (!node.column) return !node.table.set(node.table.groups().find(tuple)).empty();
  const std::uint32_t row = node.table.groups().find(without(tuple, *node.column));
  return mingze::contains(node.table.set(row), node.table.order()->rank(tuple[*node.column]));
}

void Store::settle() {
  for (Node& node : nodes_) node.table.settle();
}

}  // namespace mingze
