#include "engine/update/line.hpp"

#include <algorithm>

namespace mingze {

void LineBuilder::propose(RuleId rule, Value value, std::span<const Run> places) {
  rows_.push_back({rule, value});
  add(places, false);
}

void LineBuilder::add(std::span<const Run> places, bool bar) {
  const std::uint64_t row = (rows_.size() - 1) << 2U;
  for (const Run& run : places) {
    events_.push_back(std::uint64_t{run.from} << 32U | row | (bar ? 2U : 0U) | 1U);
    events_.push_back(std::uint64_t{run.to} << 32U | row | (bar ? 2U : 0U));
  }
}

Line LineBuilder::finish(Contests& contests, Precedence& precedence) {
  const auto place_of = [](std::uint64_t event) {
    return static_cast<std::uint32_t>(event >> 32U);
  };
  Line out;
  number_values(out);
  bars_.assign(rows_.size(), 0);
  std::sort(events_.begin(), events_.end());
  for (std::size_t i = 0; i < events_.size();) {
    const std::uint32_t from = place_of(events_[i]);
    for (; i < events_.size() && place_of(events_[i]) == from; ++i) {
      const std::uint32_t row = static_cast<std::uint32_t>(events_[i]) >> 2U;
      const bool begins = (events_[i] & 1U) != 0;
      if ((events_[i] & 2U) != 0) {
        bars_[row] += begins ? 1U : UINT32_MAX;
        continue;
      }
      const auto at = std::lower_bound(proposed_.begin(), proposed_.end(), row);
      if (begins)
        proposed_.insert(at, row);
      else
        proposed_.erase(at);
    }
    if (proposed_.empty()) continue;
    out.stretches.push_back({{from, place_of(events_[i])}, situation(out, contests, precedence)});
  }
  rows_.clear();
  events_.clear();
  seen_.clear();
  seen_rows_.clear();
  out.picks.shrink_to_fit();
  out.situations.shrink_to_fit();
  out.stretches.shrink_to_fit();
  return out;
}

void LineBuilder::number_values(Line& line) {
  for (const Row& row : rows_) line.values.push_back(row.value);
  std::sort(line.values.begin(), line.values.end());
  line.values.erase(std::unique(line.values.begin(), line.values.end()), line.values.end());
  line.values.shrink_to_fit();
  line.rows.assign(line.values.size(), no_row);
  for (Row& row : rows_)
    row.place = static_cast<std::uint32_t>(
        std::lower_bound(line.values.begin(), line.values.end(), row.value) - line.values.begin());
}

/// The situation at hand: a new one, or one of the last, which stretches of a subtree share.
std::uint32_t LineBuilder::situation(Line& line, Contests& contests, Precedence& precedence) {
  const std::size_t from = seen_rows_.size();
  std::uint64_t bits = 0;
  for (const std::uint32_t row : proposed_) {
    bits |= std::uint64_t{1} << (row % 64);
    seen_rows_.push_back(row << 1U | (bars_[row] > 0 ? 1U : 0U));
  }
  const auto rows = std::span(seen_rows_);
  const auto here = rows.subspan(from);
  const auto count = static_cast<std::uint32_t>(seen_.size());
  constexpr std::uint32_t looked_at = 64;
  for (std::uint32_t i = count; i > 0 && i + looked_at > count; --i) {
    if (seen_[i - 1].bits != bits) continue;
    const std::size_t begin = i == 1 ? 0 : seen_[i - 2].end;
    if (!std::ranges::equal(rows.subspan(begin, seen_[i - 1].end - begin), here)) continue;
    seen_rows_.resize(from);
    return i - 1;
  }
  seen_.push_back({bits, seen_rows_.size()});
  add_situation(line, contests, precedence);
  return count;
}

void LineBuilder::add_situation(Line& line, Contests& contests, Precedence& precedence) {
  const auto from = static_cast<std::ptrdiff_t>(line.picks.size());
  contest_.clear();
  for (const std::uint32_t row : proposed_) {
    const auto begin = line.picks.begin() + from;
    const auto known = std::find(begin, line.picks.end(), rows_[row].place);
    contest_.push_back(
        {rows_[row].rule, static_cast<std::uint32_t>(known - begin), bars_[row] > 0});
    if (known == line.picks.end()) line.picks.push_back(rows_[row].place);
  }
  line.situations.push_back(
      {static_cast<std::uint32_t>(line.picks.size()), contests.find_or_add(contest_, precedence)});
}

}  // namespace mingze
