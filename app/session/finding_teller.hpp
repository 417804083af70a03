// Findings that the rules raise, as they are told about a draft.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "app/session/draft_desk.hpp"
#include "app/session/explain.hpp"
#include "app/session/lead_repairs.hpp"
#include "app/session/proposals.hpp"
#include "draft/facts/draft_manner.hpp"
#include "draft/facts/state_reading.hpp"
#include "engine/explain/support.hpp"

namespace mingze::app {

/// What is told about drafts, and how.
struct DraftTelling {
  const Workspace& workspace;
  const std::set<std::string>& silenced;  ///< codes that are counted, not told
  /// The day as of which names are right or old; nothing: the draft's own date, else the program's.
  std::optional<Date> names_as_of;
  bool why = false;
  Meter* meter = nullptr;  ///< counts what rules take on a draft; null: nobody does
};

/// The day as of which the names of a draft are right or old.
[[nodiscard]] Date judged_on(const DraftTelling& telling, const report::CheckedDraft& draft);

/// The order in which findings are told: as they stand in the text.
[[nodiscard]] bool comes_first(const report::Finding& a, const report::Finding& b);

class FindingTeller {
 public:
  /// All must outlive it. `path`: of the draft; `run`: the evaluation of what is stated of it.
  FindingTeller(const DraftDesk& desk, const DraftTelling& telling, const Explained& run,
                const draft::Places& places, const report::CheckedDraft& draft,
                const std::string& path, const draft::DraftManner& manner);
  ~FindingTeller();

  /// Whether it is about the draft.
  [[nodiscard]] bool is_told(const RaisedFinding& raised) const;
  [[nodiscard]] report::Finding told(const RaisedFinding& raised);
  /// Who does not want to be told of this code, or nothing.
  [[nodiscard]] std::optional<Message> silenced_by(const std::string& code) const;
  [[nodiscard]] const Proposals& proposals() const { return proposals_; }

 private:
  class Reasons;

  const DraftDesk& desk_;
  const DraftTelling& telling_;
  Explained run_;
  const draft::Places& places_;
  const report::CheckedDraft& draft_;
  const LocalSettings* local_;
  Proposals proposals_;
  LeadRepairs leads_;
  std::optional<Support> support_;    // where there are lists
  std::unique_ptr<Reasons> reasons_;  // where they are asked for
};

}  // namespace mingze::app
