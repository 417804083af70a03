// A body that the user names, written down as the lead where one is missing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "draft/clause/reading.hpp"
#include "draft/facts/lead_text.hpp"
#include "report/finding.hpp"

namespace mingze::app {

class LeadRepairs {
 public:
  /// Both must outlive it.
  LeadRepairs(const draft::Reading& reading, std::string_view text);

  /// The words to write for a finding on a clause without a lead, or on an item without a clause.
  /// Nothing for other findings, and where something that the clause says would be lost.
  [[nodiscard]] std::optional<draft::Rewrite> with(const report::Finding& finding,
                                                   std::string_view lead) const;

 private:
  draft::ClauseStyle style_;
  std::string_view text_;
  std::map<std::string_view, const draft::Item*> items_;
};

}  // namespace mingze::app
