// A body that the user names, written down as the lead where one is missing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "draft/clause/reading.hpp"
#include "draft/facts/lead_text.hpp"
#include "report/finding.hpp"

namespace mingze::app {

class LeadRepairs {
 public:
  /// Reading and text must outlive it.
  LeadRepairs(const draft::Reading& reading, std::string_view text, draft::ClauseStyle style)
      : reading_(reading), text_(text), style_(style) {}

  /// The words to write for a finding on a clause without a lead, or on an item without a clause.
  /// Nothing for other findings, and where something that the clause says would be lost.
  [[nodiscard]] std::optional<draft::Rewrite> with(const report::Finding& finding,
                                                   std::string_view lead) const;

 private:
  const draft::Reading& reading_;
  std::string_view text_;
  draft::ClauseStyle style_;
};

}  // namespace mingze::app
