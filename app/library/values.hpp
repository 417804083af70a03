// From reports to values of the interface.
#pragma once

#include <mingze/answers.hpp>

#include "app/library/inside.hpp"
#include "report/answers.hpp"
#include "report/explanation.hpp"
#include "report/finding.hpp"
#include "report/why_not.hpp"

namespace mingze::v1 {

[[nodiscard]] std::vector<Basis> basis_of(const std::vector<report::Basis>& basis);
[[nodiscard]] RuleName rule_of(const report::RuleName& rule);
/// `place`: of words in a draft; a function from a span to a place.
[[nodiscard]] Finding finding_of(const report::Finding& finding, const Source* draft);
[[nodiscard]] Proof proof_of(const report::Explanation& explanation);
[[nodiscard]] WhyNot::Attempt attempt_of(const report::WhyNotReport::Attempt& attempt);
[[nodiscard]] Place place_in(const Source* text, Span span);

}  // namespace mingze::v1
