#include "draft/clause/place_names.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "draft/document/fold.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

/// The length of a name that the text starts with, or 0.
std::uint32_t match_length(std::u32string_view text, std::string_view name) {
  FoldedName rest(name);
  std::uint32_t length = 0;
  for (char32_t c = rest.next(); c != 0; c = rest.next(), ++length)
    if (length == text.size() || text[length] != c) return 0;
  return length;
}

/// Where two characters stand in the table of those that names start with.
std::size_t slot_of(char32_t first, char32_t second) { return (first * 89U ^ second) & 0xFFFFU; }

/// 苏州 is bare, 凉山州 is not.
bool is_bare(std::u32string_view place) {
  constexpr std::u32string_view endings = U"省市县区旗盟";
  if (place.back() == U'州') return place.size() == 2;
  return endings.find(place.back()) == std::u32string_view::npos;
}

}  // namespace

PlaceNames::PlaceNames(std::vector<PlaceName> names) : names_(std::move(names)) {
  starts_.reserve(names_.size());
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    FoldedName name(names_[i].name);
    const char32_t first = name.next();
    if (first == 0) continue;
    starts_.push_back({first, name.next(), i});
    longest_ = std::max(longest_, static_cast<std::uint32_t>(count_code_points(names_[i].name)));
  }
  std::sort(starts_.begin(), starts_.end(), [](const Start& a, const Start& b) {
    return std::tie(a.first, a.second, a.name) < std::tie(b.first, b.second, b.name);
  });
  restore();
}

void PlaceNames::restore() {
  is_start_.assign(std::size_t{1} << 16U, false);
  for (const Start& start : starts_) is_start_[slot_of(start.first, start.second)] = true;
}

/// Calls `visit(name, length)` for every name that the text starts with; those that are the same as
/// they were given.
template <typename Visit>
void PlaceNames::for_each_at_start(std::u32string_view folded, Visit visit) const {
  if (folded.empty() || is_start_.empty()) return;
  const auto visit_those_with = [&](char32_t second) {
    if (!is_start_[slot_of(folded[0], second)]) return;
    const auto before = [](const Start& each, std::pair<char32_t, char32_t> wanted) {
      return std::pair(each.first, each.second) < wanted;
    };
    auto start =
        std::lower_bound(starts_.begin(), starts_.end(), std::pair(folded[0], second), before);
    for (; start != starts_.end() && start->first == folded[0] && start->second == second;
         ++start) {
      const PlaceName& name = names_[start->name];
      if (const std::uint32_t length = match_length(folded, name.name); length > 0)
        visit(name, length);
    }
  };
  visit_those_with(0);
  if (folded.size() > 1) visit_those_with(folded[1]);
}

std::uint32_t PlaceNames::length_at_start(std::u32string_view folded) const {
  std::uint32_t longest = 0;
  for_each_at_start(
      folded, [&](const PlaceName&, std::uint32_t length) { longest = std::max(longest, length); });
  return longest;
}

PlaceNames::Chain PlaceNames::chain_at_start(std::u32string_view folded) const {
  Chain chain;
  while (const std::uint32_t length = length_at_start(folded)) {
    Level level = Level::unknown;
    for (const PlaceName* place : called(folded.substr(0, length)))
      if (level == Level::unknown && place->level > chain.level) level = place->level;
    if (level == Level::unknown && chain.length > 0) break;
    chain = {chain.length + length, level, is_bare(folded.substr(0, length))};
    if (level == Level::unknown) break;
    folded.remove_prefix(length);
  }
  return chain;
}

std::vector<const PlaceName*> PlaceNames::called(std::u32string_view folded) const {
  std::vector<const PlaceName*> out;
  for_each_at_start(folded, [&](const PlaceName& name, std::uint32_t length) {
    const bool told = std::any_of(
        out.begin(), out.end(), [&](const PlaceName* other) { return other->level == name.level; });
    if (length == folded.size() && !told) out.push_back(&name);
  });
  return out;
}

bool PlaceNames::reaches_over(std::u32string_view folded, std::uint32_t begin,
                              std::uint32_t end) const {
  for (std::uint32_t back = 0; back < longest_ && back <= begin; ++back) {
    const std::uint32_t at = begin - back;
    const std::uint32_t length = length_at_start(folded.substr(at, longest_));
    if (at + length >= end && length > end - begin) return true;
  }
  return false;
}

}  // namespace mingze::draft
