#include "report/explanation_words.hpp"

namespace mingze::report {

std::string label_words(const RuleName& rule, Language language) {
  if (rule.label.empty() || rule.label == rule.id) return "";
  return language == Language::zh ? "“" + rule.label + "”" : "\"" + rule.label + "\"";
}

std::string rule_words(const RuleName& rule, Language language) {
  const bool zh = language == Language::zh;
  const std::string label = label_words(rule, language);
  return (zh ? "规则 " : "rule ") + rule.id + (zh || label.empty() ? "" : " ") + label;
}

std::string cited_words(const RuleName& rule, Language language) {
  const bool zh = language == Language::zh;
  std::string out;
  for (const Basis& basis : rule.cites) {
    if (!out.empty()) out += zh ? "、" : ", ";
    out += zh ? "《" + basis.title + "》" + basis.clause
              : basis.title + (basis.clause.empty() ? "" : " " + basis.clause);
  }
  return out;
}

std::string place_words(const RuleName& rule) {
  return rule.file.empty() ? "" : rule.file + ":" + std::to_string(rule.line);
}

std::string lost_to(const Reason::Loser& lost, Language language) {
  const std::string by = lost.defeated_by.id;
  const std::pair<std::string, Message> grounds[] = {
      {"overrides", {"规则 " + by + " 优先", "overridden by rule " + by}},
      {"rank", {"规则 " + by + " 的依据位阶更高", "rule " + by + " has a source of higher rank"}},
      {"date", {"规则 " + by + " 的依据发布更晚", "rule " + by + " has a newer source"}},
      {"specificity", {"规则 " + by + " 更特别", "rule " + by + " is more specific"}},
      {"barred", {"被规则 " + by + " 排除", "barred by rule " + by}},
  };
  for (const auto& [ground, message] : grounds)
    if (ground == lost.ground) return message.in(language);
  return "";
}

std::string in_the_way(const WhyNotReport::Obstacle& obstacle, Language language) {
  const std::string rule = obstacle.by.id;
  const std::pair<std::string, Message> grounds[] = {
      {"holds", {"已经成立，所以不行", "in the way, since it holds"}},
      {"barred", {"被规则 " + rule + " 排除", "barred by rule " + rule}},
      {"overrides",
       {"败给规则 " + rule + "（规则优先）", "loses to rule " + rule + " (it overrides)"}},
      {"rank",
       {"败给规则 " + rule + "（依据位阶更高）",
        "loses to rule " + rule + " (its source has the higher rank)"}},
      {"date",
       {"败给规则 " + rule + "（依据发布更晚）",
        "loses to rule " + rule + " (its source is newer)"}},
      {"specificity",
       {"败给规则 " + rule + "（更特别）", "loses to rule " + rule + " (it is more specific)"}},
  };
  for (const auto& [ground, message] : grounds)
    if (ground == obstacle.ground) return message.in(language);
  return "";
}

}  // namespace mingze::report
