#include "engine/evaluate/hierarchy.hpp"

#include <algorithm>

namespace mingze {

namespace {

/// Follows parents that were never reached from the top until an entity comes again. Among several
/// cycles it is the same one whatever the order of the tuples.
std::vector<Value> find_cycle(const std::vector<std::vector<Value>>& parents,
                              const std::vector<bool>& settled, KindId kind,
                              const Symbols& symbols) {
  const auto first = [&](Value a, Value b) { return symbols.compare(kind, a, b) < 0; };
  const auto unsettled_parent = [&](Value child) {
    std::vector<Value> open;
    for (const Value parent : parents[child])
      if (!settled[parent]) open.push_back(parent);
    return *std::min_element(open.begin(), open.end(), first);
  };
  std::vector<Value> open;
  for (Value entity = 0; entity < settled.size(); ++entity)
    if (!settled[entity]) open.push_back(entity);
  Value at = *std::min_element(open.begin(), open.end(), first);
  std::vector<bool> seen(settled.size());
  for (; !seen[at]; at = unsettled_parent(at)) seen[at] = true;
  std::vector<Value> cycle{at};
  for (Value next = unsettled_parent(at); next != at; next = unsettled_parent(next))
    cycle.push_back(next);
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end(), first), cycle.end());
  return cycle;
}

}  // namespace

Levels levels(const Relation& hierarchy, KindId kind, const Symbols& symbols) {
  const std::uint32_t count = symbols.entity_count(kind);
  std::vector<std::vector<Value>> children(count);
  std::vector<std::vector<Value>> parents(count);
  std::vector<std::uint32_t> waiting(count);
  for (std::uint32_t row = 0; row < hierarchy.size(); ++row) {
    children[hierarchy.at(row, 1)].push_back(hierarchy.at(row, 0));
    parents[hierarchy.at(row, 0)].push_back(hierarchy.at(row, 1));
    ++waiting[hierarchy.at(row, 0)];
  }
  Levels out;
  out.level.assign(count, 0);
  std::vector<Value> ready;
  for (Value entity = 0; entity < count; ++entity)
    if (waiting[entity] == 0) ready.push_back(entity);
  std::vector<bool> settled(count);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    const Value parent = ready[i];
    settled[parent] = true;
    for (const Value child : children[parent]) {
      out.level[child] = std::max(out.level[child], out.level[parent] + 1);
      out.count = std::max(out.count, out.level[child] + 1);
      if (--waiting[child] == 0) ready.push_back(child);
    }
  }
  if (ready.size() < count) out.cycle = find_cycle(parents, settled, kind, symbols);
  return out;
}

}  // namespace mingze
