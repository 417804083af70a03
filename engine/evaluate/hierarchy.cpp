#include "engine/evaluate/hierarchy.hpp"

#include <algorithm>

namespace mingze {

namespace {

/// The values of a hierarchy as dense numbers, with their links.
struct Links {
  std::vector<Value> values;
  std::unordered_map<Value, std::uint32_t> number;
  std::vector<std::vector<std::uint32_t>> children;
  std::vector<std::vector<std::uint32_t>> parents;

  explicit Links(const Relation& hierarchy) {
    for (std::uint32_t row = 0; row < hierarchy.size(); ++row) {
      const std::uint32_t child = number_of(hierarchy.at(row, 0));
      const std::uint32_t parent = number_of(hierarchy.at(row, 1));
      children[parent].push_back(child);
      parents[child].push_back(parent);
    }
  }

  std::uint32_t number_of(Value value) {
    const auto [place, added] =
        number.try_emplace(value, static_cast<std::uint32_t>(values.size()));
    if (added) {
      values.push_back(value);
      children.emplace_back();
      parents.emplace_back();
    }
    return place->second;
  }
};

/// Follows parents that were never reached from the top until a value comes again. Among several
/// cycles it is the same one whatever the order of the tuples.
std::vector<Value> find_cycle(const Links& links, const std::vector<bool>& settled, KindId kind,
                              const Symbols& symbols) {
  const auto first = [&](std::uint32_t a, std::uint32_t b) {
    return symbols.compare(kind, links.values[a], links.values[b]) < 0;
  };
  const auto unsettled_parent = [&](std::uint32_t child) {
    std::vector<std::uint32_t> open;
    for (const std::uint32_t parent : links.parents[child])
      if (!settled[parent]) open.push_back(parent);
    return *std::min_element(open.begin(), open.end(), first);
  };
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < settled.size(); ++i)
    if (!settled[i]) open.push_back(i);
  std::uint32_t at = *std::min_element(open.begin(), open.end(), first);
  std::vector<bool> seen(settled.size());
  for (; !seen[at]; at = unsettled_parent(at)) seen[at] = true;
  std::vector<std::uint32_t> cycle{at};
  for (std::uint32_t next = unsettled_parent(at); next != at; next = unsettled_parent(next))
    cycle.push_back(next);
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end(), first), cycle.end());
  std::vector<Value> out;
  for (const std::uint32_t i : cycle) out.push_back(links.values[i]);
  return out;
}

}  // namespace

Levels levels(const Relation& hierarchy, KindId kind, const Symbols& symbols) {
  const Links links(hierarchy);
  const auto count = static_cast<std::uint32_t>(links.values.size());
  std::vector<std::size_t> waiting(count);
  std::vector<std::uint32_t> ready;
  for (std::uint32_t i = 0; i < count; ++i) {
    waiting[i] = links.parents[i].size();
    if (waiting[i] == 0) ready.push_back(i);
  }
  std::vector<std::uint32_t> level(count);
  std::vector<bool> settled(count);
  Levels out;
  out.members.resize(1);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    const std::uint32_t parent = ready[i];
    settled[parent] = true;
    if (out.members.size() <= level[parent]) out.members.resize(level[parent] + 1);
    out.members[level[parent]].push_back(links.values[parent]);
    out.level.emplace(links.values[parent], level[parent]);
    for (const std::uint32_t child : links.children[parent]) {
      level[child] = std::max(level[child], level[parent] + 1);
      if (--waiting[child] == 0) ready.push_back(child);
    }
  }
  if (ready.size() < count) out.cycle = find_cycle(links, settled, kind, symbols);
  return out;
}

}  // namespace mingze
