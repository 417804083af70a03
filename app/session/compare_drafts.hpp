// What is read and found in drafts under two versions of rules, or in two versions of a draft.
#pragma once

#include <string>
#include <vector>

#include "report/check_report.hpp"
#include "report/diff_report.hpp"

namespace mingze::app {

/// The same drafts, checked with the earlier rules and with the later ones: what each item came to
/// and what is found. One scene for each draft in which anything differs.
[[nodiscard]] std::vector<report::DiffScene> same_drafts(const report::CheckReport& before,
                                                         const report::CheckReport& after);

/// Two versions of a draft. Items are paired by their first words: equal ones, then those that have
/// the most in common; one without a counterpart is gained or lost.
[[nodiscard]] report::DiffScene two_drafts(const report::CheckedDraft& before,
                                           const report::CheckedDraft& after);

}  // namespace mingze::app
