#include "app/session/lead_repairs.hpp"

namespace mingze::app {

LeadRepairs::LeadRepairs(const draft::Reading& reading, std::string_view text)
    : style_(draft::clause_style(reading, text)), text_(text) {
  for (const draft::Item& item : reading.items) items_.emplace(item.id, &item);
}

std::optional<draft::Rewrite> LeadRepairs::with(const report::Finding& finding,
                                                std::string_view lead) const {
  const auto found = items_.find(finding.item);
  if (found == items_.end()) return std::nullopt;
  const draft::Item& item = *found->second;
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
