#include "engine/update/contest.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/resolve/defeat.hpp"

namespace mingze {

ContestId Contests::find_or_add(const Contest& contest, Precedence& precedence) {
  const ContestId next{static_cast<std::uint32_t>(standing_.size())};
  const auto [place, added] = contests_.try_emplace(contest, next);
  if (added) standing_.push_back(judge(contest, precedence));
  return place->second;
}

std::vector<Contests::Difference> Contests::judge_again(Precedence& precedence) {
  std::vector<Difference> out(standing_.size());
  for (const auto& [contest, id] : contests_) {
    Standing now = judge(contest, precedence);
    Standing& before = standing_[id.value];
    std::ranges::set_difference(before, now, std::back_inserter(out[id.value].lost));
    std::ranges::set_difference(now, before, std::back_inserter(out[id.value].gained));
    before = std::move(now);
  }
  return out;
}

Standing Contests::judge(const Contest& contest, Precedence& precedence) const {
  std::vector<Candidate> candidates;
  std::vector<bool> barred;
  for (const Contender& one : contest) {
    candidates.push_back({one.rule, one.value});
    barred.push_back(one.barred);
  }
  const std::vector<Verdict> verdicts = mingze::judge(decision_, candidates, barred, precedence);
  Standing out;
  for (std::size_t i = 0; i < contest.size(); ++i)
    if (verdicts[i].stands()) out.push_back(contest[i].value);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace mingze
