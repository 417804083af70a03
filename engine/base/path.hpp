// Shortest paths in small graphs, for messages that print a cycle.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <vector>

namespace mingze {

/// The nodes of a shortest path from `from` to `to`, both included ({from} where they are equal);
/// empty where there is none. Among paths of one length, the one that the lists name first.
[[nodiscard]] inline std::vector<std::uint32_t> shortest_path(
    const std::vector<std::vector<std::uint32_t>>& next, std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> before(next.size(), UINT32_MAX);
  std::deque<std::uint32_t> queue{from};
  before[from] = from;
  while (!queue.empty() && before[to] == UINT32_MAX) {
    const std::uint32_t at = queue.front();
    queue.pop_front();
    for (const std::uint32_t other : next[at])
      if (before[other] == UINT32_MAX) {
        before[other] = at;
        queue.push_back(other);
      }
  }
  std::vector<std::uint32_t> path;
  if (before[to] == UINT32_MAX) return path;
  for (std::uint32_t at = to; at != from; at = before[at]) path.push_back(at);
  path.push_back(from);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace mingze
