// Roles to leads: who leads in one clause, and whether anybody does.
#pragma once

#include "draft/clause/find_clauses.hpp"
#include "draft/clause/reading.hpp"
#include "draft/clause/resolve_name.hpp"

namespace mingze::draft {

/// The rule of the document that is in force for a clause.
struct RuleInForce {
  LeadRule rule = LeadRule::none;
  bool each_list = false;
};

struct JudgedClause {
  Clause clause;
  ItemStatus status = ItemStatus::unassigned;  ///< unassigned: the clause names nobody
};

/// Judges a clause: its markers and labels decide first, then the document's rule, then whether one
/// single name stands there. `level` is the issuer's, for names without a prefix.
[[nodiscard]] JudgedClause judge_clause(const TextView& text, const FoundClause& found,
                                        RuleInForce rule, Level level);

}  // namespace mingze::draft
