// Names found in a text, which follow it as it is edited.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "draft/clause/lexicon.hpp"
#include "draft/document/document.hpp"

namespace mingze::draft {

/// Whether something is known to be found is told by at most so many characters on either side of
/// it. (The longest names have some thirty; the reader's passes look sixty characters back.)
inline constexpr std::uint32_t hit_reach = 128;

/// A range with so many characters more on both sides, within a text of `size`.
[[nodiscard]] inline Range widened(Range range, std::uint32_t by, std::uint32_t size) {
  return {range.begin - std::min(range.begin, by), std::min(range.end + by, size)};
}

/// Brings hits, in text order, up to date. `find(range)`: the hits in the text of a range alone, by
/// their places in the whole text.
template <typename Find>
void follow(std::vector<NameHit>& hits, const TextChange& change, std::uint32_t size, Find find) {
  const Range again = widened(change.after, hit_reach, size);
  const Range before = {again.begin, again.end - change.after.end + change.before.end};
  const auto at = [&](std::uint32_t place) {
    return std::lower_bound(hits.begin(), hits.end(), place,
                            [](const NameHit& hit, auto begin) { return hit.begin < begin; });
  };
  const auto first = at(before.begin);
  const auto last = at(before.end);
  for (auto hit = last; hit != hits.end(); ++hit) {
    hit->begin = change.moved(hit->begin);
    hit->end = change.moved(hit->end);
  }
  std::vector<NameHit> found = find(widened(again, hit_reach, size));
  std::erase_if(found, [&](const NameHit& hit) {
    return hit.begin < again.begin || (hit.begin >= again.end && again.end < size);
  });
  hits.insert(hits.erase(first, last), found.begin(), found.end());
}

}  // namespace mingze::draft
