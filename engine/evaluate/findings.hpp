// Raising the findings that a program's `finding` statements describe.
#pragma once

#include <string>
#include <vector>

#include "engine/evaluate/evaluation.hpp"

namespace mingze {

/// All findings over a complete database, ordered by code, then by what they stand on, then by the
/// variables of the message in its order, all in code-point order of their ids. Findings whose
/// place in `unchanged` is set are taken over from `known`.
[[nodiscard]] std::vector<RaisedFinding> raise_findings(
    const Program& program, const Database& database, const std::vector<bool>& unchanged = {},
    const std::vector<RaisedFinding>& known = {});

/// The findings that these matches of its body raise, in the same order. Matches come in the order
/// of their values, each once, and need only the variables that are read.
[[nodiscard]] std::vector<RaisedFinding> findings_of(const Program& program, FindingId id,
                                                     std::vector<std::vector<Value>> matches);

/// Variables of a body that its finding reads: those that make it distinct and its suggestion's.
[[nodiscard]] std::vector<std::uint32_t> read_variables(const FindingRule& finding);
/// What tells two findings of one code apart, and orders them: the ids of these variables' values.
[[nodiscard]] std::vector<std::string> ids_of(const Program& program, const FindingRule& finding,
                                              const std::vector<std::uint32_t>& variables,
                                              const std::vector<Value>& match);

/// Variables that make a finding distinct: `on`, then the message's in the order of their places.
[[nodiscard]] std::vector<std::uint32_t> distinguishing_variables(const FindingRule& finding);

}  // namespace mingze
