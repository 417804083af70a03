#include "engine/evaluate/hierarchy.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace mingze {

namespace {

/// Lists of numbers, one for each of `count` numbers, one after the other in one vector.
class Lists {
 public:
  Lists() = default;
  /// The pairs (of whom, what); each list is in their order.
  Lists(std::size_t count, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs)
      : ends_(count + 1), all_(pairs.size()) {
    for (const auto& [whose, what] : pairs) ++ends_[whose + 1];
    for (std::size_t i = 1; i <= count; ++i) ends_[i] += ends_[i - 1];
    std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
    for (const auto& [whose, what] : pairs) all_[next[whose]++] = what;
  }

  [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t whose) const {
    return std::span(all_).subspan(ends_[whose], ends_[whose + 1] - ends_[whose]);
  }

 private:
  std::vector<std::uint32_t> ends_;  // of the list before, so where each begins
  std::vector<std::uint32_t> all_;
};

/// The values of a hierarchy as dense numbers in the order of the tuples, with their links.
struct Links {
  std::vector<Value> values;
  Lists children;
  Lists parents;

  explicit Links(const Relation& hierarchy) {
    const std::vector<Value> sorted = all_values(hierarchy);
    std::vector<std::uint32_t> numbers(sorted.size(), UINT32_MAX);
    const auto number_of = [&](Value value) {
      std::uint32_t& number = numbers[static_cast<std::size_t>(
          std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin())];
      if (number == UINT32_MAX) {
        number = static_cast<std::uint32_t>(values.size());
        values.push_back(value);
      }
      return number;
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> down;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> up;
    for (std::uint32_t row = 0; row < hierarchy.size(); ++row) {
      const std::uint32_t child = number_of(hierarchy.at(row, 0));
      const std::uint32_t parent = number_of(hierarchy.at(row, 1));
      down.emplace_back(parent, child);
      up.emplace_back(child, parent);
    }
    children = Lists(values.size(), down);
    parents = Lists(values.size(), up);
  }

  static std::vector<Value> all_values(const Relation& hierarchy) {
    std::vector<Value> out = hierarchy.data();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
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
    out.level.emplace_back(links.values[parent], level[parent]);
    for (const std::uint32_t child : links.children[parent]) {
      level[child] = std::max(level[child], level[parent] + 1);
      if (--waiting[child] == 0) ready.push_back(child);
    }
  }
  std::sort(out.level.begin(), out.level.end());
  if (ready.size() < count) out.cycle = find_cycle(links, settled, kind, symbols);
  return out;
}

}  // namespace mingze
