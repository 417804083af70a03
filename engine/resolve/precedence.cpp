#include "engine/resolve/precedence.hpp"

#include <algorithm>
#include <limits>

#include "engine/resolve/specificity.hpp"

namespace mingze {

Precedence::Precedence(const Program& program) : program_(program) {}

std::optional<DefeatGround> Precedence::defeats(DecisionId decision, RuleId r, RuleId s) {
  const auto [place, added] = known_.try_emplace({decision, {r, s}});
  if (added) place->second = judge(program_[decision], r, s);
  return place->second;
}

bool Precedence::overrides(RuleId r, RuleId s) {
  const auto [place, added] = reach_.try_emplace(r);
  std::vector<bool>& reached = place->second;
  if (added) {
    reached.resize(program_.rules.size());
    std::vector<RuleId> open{r};
    while (!open.empty()) {
      const RuleId at = open.back();
      open.pop_back();
      for (const RuleId other : program_[at].overrides) {
        if (reached[other.value]) continue;
        reached[other.value] = true;
        open.push_back(other);
      }
    }
  }
  return reached[s.value];
}

std::optional<DefeatGround> Precedence::judge(const Decision& decision, RuleId r, RuleId s) {
  if (r == s) return std::nullopt;
  if (overrides(r, s)) return DefeatGround::overrides;
  if (overrides(s, r)) return std::nullopt;
  for (const Ground ground : decision.prefer) {
    const int better = compare(ground, r, s);
    if (better < 0) return std::nullopt;
    if (better == 0) continue;
    return ground == Ground::rank   ? DefeatGround::rank
           : ground == Ground::date ? DefeatGround::date
                                    : DefeatGround::specificity;
  }
  return std::nullopt;
}

/// 1 where r is better on this ground, -1 where s is, 0 where they don't differ.
int Precedence::compare(Ground ground, RuleId r, RuleId s) const {
  const auto sign = [](std::int64_t a, std::int64_t b) { return a < b ? -1 : a > b ? 1 : 0; };
  switch (ground) {
    case Ground::rank:
      return sign(rank(s), rank(r));
    case Ground::date:
      return sign(issued(r), issued(s));
    case Ground::specificity:
      break;
  }
  if (is_more_specific(program_[r].body, program_[s].body)) return 1;
  return is_more_specific(program_[s].body, program_[r].body) ? -1 : 0;
}

/// The best (lowest) rank among the cited documents in force; citing none is worst.
std::int64_t Precedence::rank(RuleId rule) const {
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  for (const Citation& citation : program_[rule].cites) {
    const Document& document = program_[citation.document];
    if (document.rank && document.period.contains(program_.as_of))
      best = std::min(best, *document.rank);
  }
  return best;
}

/// The newest date of issue among the cited documents in force; undated is oldest.
std::int64_t Precedence::issued(RuleId rule) const {
  std::int64_t newest = std::numeric_limits<std::int64_t>::min();
  for (const Citation& citation : program_[rule].cites) {
    const Document& document = program_[citation.document];
    if (document.issued && document.period.contains(program_.as_of))
      newest = std::max<std::int64_t>(newest, document.issued->days);
  }
  return newest;
}

}  // namespace mingze
