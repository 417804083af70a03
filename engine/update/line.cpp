#include "engine/update/line.hpp"

#include <algorithm>

#include "engine/resolve/defeat.hpp"

namespace mingze {

std::uint32_t standing(std::span<const Line::Candidate> candidates) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!candidates[i].stands) continue;
    const auto before = candidates.first(i);
    if (std::none_of(before.begin(), before.end(), [&](const Line::Candidate& other) {
          return other.stands && other.value == candidates[i].value;
        }))
      ++sum;
  }
  return sum;
}

// --- LineBuilder ---

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

Line LineBuilder::finish() {
  const auto place_of = [](std::uint64_t event) {
    return static_cast<std::uint32_t>(event >> 32U);
  };
  Line out;
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
    out.stretches.push_back({{from, place_of(events_[i])}, situation(out)});
  }
  rows_.clear();
  events_.clear();
  out.candidates.shrink_to_fit();
  out.situations.shrink_to_fit();
  out.stretches.shrink_to_fit();
  return out;
}

/// The situation at hand: a new one, or one of the last, which stretches of a subtree share.
std::uint32_t LineBuilder::situation(Line& line) const {
  const auto from = static_cast<std::ptrdiff_t>(line.candidates.size());
  std::uint64_t rules = 0;
  for (const std::uint32_t row : proposed_) {
    rules |= signature(rows_[row].rule);
    line.candidates.push_back(rows_[row]);
    line.candidates.back().barred = bars_[row] > 0;
  }
  const auto count = static_cast<std::uint32_t>(line.situations.size());
  constexpr std::uint32_t looked_at = 64;
  for (std::uint32_t i = count; i > 0 && i + looked_at > count; --i) {
    if (line.situations[i - 1].rules != rules) continue;
    const auto known = line.of(i - 1);
    if (!std::equal(known.begin(), known.end(), line.candidates.begin() + from,
                    line.candidates.end()))
      continue;
    line.candidates.resize(static_cast<std::size_t>(from));
    return i - 1;
  }
  line.situations.push_back({static_cast<std::uint32_t>(line.candidates.size()), rules});
  return count;
}

// --- LineJudge ---

bool LineJudge::defeats(RuleId r, RuleId s, Precedence& precedence) {
  if (r.value >= known_.size()) known_.resize(r.value + 1);
  std::vector<Known>& known = known_[r.value];
  if (s.value >= known.size()) known.resize(s.value + 1, Known::unknown);
  if (known[s.value] == Known::unknown)
    known[s.value] = precedence.defeats(decision_, r, s) ? Known::defeats : Known::does_not;
  return known[s.value] == Known::defeats;
}

void LineJudge::forget(RuleId r, RuleId s) {
  if (r.value < known_.size() && s.value < known_[r.value].size())
    known_[r.value][s.value] = Known::unknown;
}

void LineJudge::judge(std::span<Line::Candidate> candidates, Precedence& precedence) {
  std::uint32_t defeated = 0;
  for (Line::Candidate& one : candidates) {
    one.stands = !one.barred;
    if (one.barred) continue;
    for (const Line::Candidate& other : candidates)
      if (!other.barred && other.value != one.value && defeats(other.rule, one.rule, precedence)) {
        one.stands = false;
        ++defeated;
        break;
      }
  }
  constexpr std::uint32_t shortest_circle = 3;
  if (defeated >= shortest_circle && are_circular(candidates, precedence))
    judge_in_full(candidates, precedence);
}

/// Candidates that nobody left defeats leave; in a circle nobody does.
bool LineJudge::are_circular(std::span<const Line::Candidate> candidates, Precedence& precedence) {
  std::vector<bool> left(candidates.size());
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (left[i]) continue;
      bool held = false;
      for (std::size_t j = 0; j < candidates.size() && !held; ++j)
        held = !left[j] && !candidates[i].barred && !candidates[j].barred &&
               defeats(candidates[j].rule, candidates[i].rule, precedence);
      if (!held) left[i] = more = true;
    }
  }
  return std::find(left.begin(), left.end(), false) != left.end();
}

void LineJudge::judge_in_full(std::span<Line::Candidate> candidates, Precedence& precedence) const {
  std::vector<Candidate> all;
  std::vector<bool> barred;
  for (const Line::Candidate& one : candidates) {
    all.push_back({one.rule, one.value});
    barred.push_back(one.barred);
  }
  const std::vector<Verdict> verdicts = mingze::judge(decision_, all, barred, precedence);
  for (std::size_t i = 0; i < candidates.size(); ++i) candidates[i].stands = verdicts[i].stands();
}

}  // namespace mingze
