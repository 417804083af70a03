#include "engine/base/nearest.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/utf8.hpp"

namespace mingze {

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replace, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

std::vector<std::string_view> nearest(std::string_view word,
                                      const std::vector<std::string_view>& candidates,
                                      std::size_t max) {
  constexpr std::size_t longest = 64;  // a longer one is no slip of the pen, and slow to compare
  const std::u32string points = to_code_points(word);
  if (points.size() > longest) return {};
  const std::size_t limit = std::max<std::size_t>(1, points.size() / 3);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > 4 * (longest + limit)) continue;
    const std::u32string other = to_code_points(candidate);
    const std::size_t distance = edit_distance(points, other, limit);
    const bool something_left = distance < std::max(points.size(), other.size());
    if (distance <= limit && something_left) near.emplace_back(distance, candidate);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < near.size() && i < max; ++i) out.push_back(near[i].second);
  return out;
}

}  // namespace mingze
