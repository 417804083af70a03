// The rules, applied to one draft after the other.
#pragma once

#include <string>

#include "app/session/finding_teller.hpp"
#include "draft/facts/other_texts.hpp"

namespace mingze::app {

/// One thread's rules. Each draft begins with the program and its facts as they are, and leaves
/// nothing behind, so that it makes no difference which drafts came before.
class DraftRules {
 public:
  /// The program grows while a draft is ruled on: it belongs to this alone. All must outlive it.
  DraftRules(const DraftDesk& desk, Prepared& prepared, const DraftTelling& telling);

  /// Gives the draft at `path` its findings, in text order, with fingerprints. What comes back is
  /// wrong with the rules.
  Diagnostics rule_on(report::CheckedDraft& draft, const std::string& path,
                      const draft::OtherItems& others);

 private:
  Diagnostics find(report::CheckedDraft& draft, const std::string& path,
                   const draft::OtherItems& others);

  const DraftDesk& desk_;
  Prepared& prepared_;
  const DraftTelling& telling_;
  Symbols::Extent extent_;
};

}  // namespace mingze::app
