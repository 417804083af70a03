// What rules and findings say, whatever their variables are called and their conditions' order.
#pragma once

#include "engine/program/embedding.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// Conditions and conclusions of a rule. Two rules with the same pattern, up to a renaming, derive
/// the same; overrides and citations are told apart by `same_cites` and by whoever pairs the rules.
[[nodiscard]] Pattern pattern_of(const Rule& rule);
/// Conditions, and the variables that findings and their suggestions are told apart by.
[[nodiscard]] Pattern pattern_of(const FindingRule& finding);

/// Whether each is part of the other.
[[nodiscard]] bool same_pattern(const Pattern& a, const Pattern& b);
/// The same citations, in whatever order.
[[nodiscard]] bool same_cites(const std::vector<Citation>& a, const std::vector<Citation>& b);

}  // namespace mingze
