#include "app/session/lead_repairs.hpp"

namespace mingze::app {

std::optional<draft::Rewrite> LeadRepairs::with(const report::Finding& finding,
                                                std::string_view lead) const {
  const draft::Item* const found = draft::find_item(reading_, finding.item);
  if (found == nullptr) return std::nullopt;
  const draft::Item& item = *found;
  if (item.status == draft::ItemStatus::missing_lead) {
    for (const draft::Clause& clause : item.clauses)
      if (clause.span == finding.span) return draft::with_lead_named(clause, lead, text_);
  } else if (item.status == draft::ItemStatus::unassigned && item.clauses.empty() &&
             finding.span == item.span) {
    return draft::with_clause(style_, item, lead, text_);
  }
  return std::nullopt;
}

}  // namespace mingze::app
