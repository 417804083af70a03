#include "engine/update/contest.hpp"

#include <algorithm>
#include <utility>

#include "engine/resolve/defeat.hpp"

namespace mingze {

ContestId Contests::find_or_add(const Contest& contest, Precedence& precedence) {
  const ContestId next{static_cast<std::uint32_t>(standing_.size())};
  const auto [place, added] = contests_.try_emplace(contest, next);
  if (added) standing_.push_back(judge(contest, precedence));
  return place->second;
}

std::vector<Standing> Contests::judge_again(Precedence& precedence) {
  std::vector<Standing> before(standing_.size());
  for (const auto& [contest, id] : contests_)
    before[id.value] = std::exchange(standing_[id.value], judge(contest, precedence));
  return before;
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
