// Raising the findings that a program's `finding` statements describe.
#pragma once

#include <vector>

#include "engine/evaluate/evaluation.hpp"

namespace mingze {

/// All findings over a complete database, ordered by code, then by what they stand on, then by the
/// variables of the message in its order, all in code-point order of their ids. Findings whose
/// place in `unchanged` is set are taken over from `known`.
[[nodiscard]] std::vector<RaisedFinding> raise_findings(
    const Program& program, const Database& database, const std::vector<bool>& unchanged = {},
    const std::vector<RaisedFinding>& known = {});

/// Variables that make a finding distinct: `on`, then the message's in the order of their places.
[[nodiscard]] std::vector<std::uint32_t> distinguishing_variables(const FindingRule& finding);

}  // namespace mingze
