#include "draft/clause/document_rules.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 13> first_words{{U"首位", U"第一位", U"第一个", U"第一名", U"第一为",
                                            U"第一的", U"排第一", U"首个", U"列第一", U"最前",
                                            U"排首", U"列首", U"第一家"}};
constexpr std::array<View, 6> comma_words{
    {U"逗号前", U"逗号之前", U"逗号以前", U"分号前", U"分号之前", U"逗号前面"}};
constexpr std::array<View, 4> each_words{{U"两省", U"分别列", U"各列", U"各自"}};

// The words of one statement stand this close together.
constexpr std::uint32_t reach = 24;

}  // namespace

std::vector<StatedRule> find_rules(const TextView& text) {
  std::vector<StatedRule> rules;
  const View all = text.document().folded();
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    const char32_t c = all[at];
    if (c != U'首' && c != U'第' && c != U'排' && c != U'最' && c != U'逗' && c != U'分' &&
        c != U'列') {
      continue;
    }
    const View rest = all.substr(at, reach);
    StatedRule rule;
    rule.at = at;
    if (starts_with_any(rest, first_words)) rule.rule = LeadRule::first_listed;
    if (starts_with_any(rest, comma_words)) rule.rule = LeadRule::before_comma;
    if (rule.rule == LeadRule::none || !contains(rest, U"牵头")) continue;
    if (!rules.empty() && at - rules.back().at < reach) continue;
    const View after = all.substr(at, reach + 16);
    const View before = all.substr(at > reach ? at - reach : 0, std::min(at, reach));
    rule.lasting =
        contains(after, U"下同") || contains(after, U"以下相同") || contains(before, U"下同");
    rule.each_list = contains_any(before, each_words);
    if (rule.lasting || rules.empty()) {
      rule.lasting_rule = rule.lasting ? rule.rule : LeadRule::none;
      rule.lasting_each_list = rule.lasting && rule.each_list;
    } else {
      rule.lasting_rule = rules.back().lasting_rule;
      rule.lasting_each_list = rules.back().lasting_each_list;
    }
    rules.push_back(rule);
  }
  return rules;
}

}  // namespace mingze::draft
