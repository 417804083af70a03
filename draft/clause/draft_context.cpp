#include "draft/clause/draft_context.hpp"

namespace mingze::draft {

namespace {

// A rule may follow its clause after the bracket: （……负责）。列第一位者为牵头单位，下同。
constexpr std::uint32_t after_clause = 12;

}  // namespace

RuleInForce rule_for(const DraftContext& context, Range clause) {
  RuleInForce in_force;
  for (const StatedRule& stated : context.rules) {
    const bool own = stated.at >= clause.begin && stated.at < clause.end + after_clause;
    const bool before = stated.at < clause.begin && stated.lasting;
    if (own || before) in_force = {stated.rule, stated.each_list};
  }
  return in_force;
}

}  // namespace mingze::draft
