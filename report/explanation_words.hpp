// What the faces of explanations say in the same words.
#pragma once

#include <string>

#include "report/explanation.hpp"
#include "report/why_not.hpp"

namespace mingze::report {

/// Losers beyond these are counted.
inline constexpr std::size_t most_losers_told = 20;

/// A rule's label in quotes; empty where it has none but its id.
[[nodiscard]] std::string label_words(const RuleName& rule, Language language);
/// A rule by its id and, where it has another, its label: 规则 named-lead“指定牵头”.
[[nodiscard]] std::string rule_words(const RuleName& rule, Language language);
/// 《办理通知》第一条、…; empty where nothing is cited.
[[nodiscard]] std::string cited_words(const RuleName& rule, Language language);
/// file:line, or nothing.
[[nodiscard]] std::string place_words(const RuleName& rule);

/// What a value lost to, and why.
[[nodiscard]] std::string lost_to(const Reason::Loser& lost, Language language);
/// How the sentence of an obstacle stands in the way.
[[nodiscard]] std::string in_the_way(const WhyNotReport::Obstacle& obstacle, Language language);

}  // namespace mingze::report
