// Which variables of a body have a value in every match.
#pragma once

#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// Variables that a positive sentence or the sentence of `at least` gives a value, by number.
[[nodiscard]] std::vector<bool> bound_by(const Body& body);

/// Whether a body can be matched, and what is told of its matches (terms as they stand in
/// conclusions and messages) has values: docs/language.md, on conditions. What is counted is taken
/// to stand nowhere else.
[[nodiscard]] bool is_safe(const Body& body, const std::vector<Term>& told);

/// The terms that the conclusions of a rule, or the texts and the `on` of a finding, tell.
[[nodiscard]] std::vector<Term> told_by(const Rule& rule);
[[nodiscard]] std::vector<Term> told_by(const FindingRule& finding);

}  // namespace mingze
