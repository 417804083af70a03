// Raising the findings that a program's `finding` statements describe.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/orders.hpp"

namespace mingze {

/// All findings over a complete database. What tells of a member of a hierarchy is matched set by
/// set. Findings whose place in `unchanged` is set are taken over from `known`.
[[nodiscard]] RaisedFindings raise_findings(const Program& program, const Database& database,
                                            const Orders& orders,
                                            const std::vector<bool>& unchanged,
                                            const RaisedFindings& known);

/// These matches (see `FindingMatches`), counted.
[[nodiscard]] std::shared_ptr<const FindingMatches> found_by(const FindingRule& finding,
                                                             Relation matches);

/// All `finding` statements, in the code-point order of their codes.
[[nodiscard]] std::vector<FindingId> findings_by_code(const Program& program);

/// The findings that these matches of its body raise, ordered by what they stand on, then by the
/// variables of the message in its order, all in code-point order of their ids. Matches come each
/// once and, where there are suggestions, in the order of their values; they need only the
/// variables that are read.
[[nodiscard]] std::vector<RaisedFinding> findings_of(const Program& program, FindingId id,
                                                     std::vector<std::vector<Value>> matches);

/// Variables of a body that its finding reads: those that make it distinct, then others of its
/// suggestion.
[[nodiscard]] std::vector<std::uint32_t> read_variables(const FindingRule& finding);
/// What tells two findings of one code apart, and orders them: the ids of these variables' values.
[[nodiscard]] std::vector<std::string> ids_of(const Program& program, const FindingRule& finding,
                                              const std::vector<std::uint32_t>& variables,
                                              const std::vector<Value>& match);

/// Variables that make a finding distinct: `on`, then the message's in the order of their places.
[[nodiscard]] std::vector<std::uint32_t> distinguishing_variables(const FindingRule& finding);

}  // namespace mingze
