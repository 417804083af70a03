#include "draft/clause/draft_context.hpp"

#include <algorithm>
#include <iterator>

namespace mingze::draft {

namespace {

// A rule may follow its clause after the bracket: （……负责）。列第一位者为牵头单位，下同。
constexpr std::uint32_t after_clause = 12;

}  // namespace

RuleInForce rule_for_all(const std::vector<StatedRule>& rules) {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [](const StatedRule& stated) { return stated.for_all; });
  return found == rules.end() ? RuleInForce{} : RuleInForce{found->rule, found->each_list};
}

RuleInForce rule_for(const DraftContext& context, Range clause) {
  const auto& rules = context.rules;
  const auto first_own =
      std::lower_bound(rules.begin(), rules.end(), clause.begin,
                       [](const StatedRule& stated, std::uint32_t at) { return stated.at < at; });
  RuleInForce in_force = context.for_all;
  if (first_own != rules.begin()) {
    const StatedRule& before = *std::prev(first_own);
    if (before.lasting_rule != LeadRule::none) {
      in_force = {before.lasting_rule, before.lasting_each_list};
    }
  }
  for (auto own = first_own; own != rules.end() && own->at < clause.end + after_clause; ++own) {
    in_force = {own->rule, own->each_list};
  }
  return in_force;
}

}  // namespace mingze::draft
