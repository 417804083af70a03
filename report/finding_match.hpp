// The findings of a draft and of a changed copy of it, matched.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "draft/document/edits.hpp"
#include "report/check_report.hpp"

namespace mingze::report {

/// Indexes into the findings of the two.
struct FindingMatch {
  std::vector<std::size_t> gone;                            ///< of the draft, no more in the copy
  std::vector<std::pair<std::size_t, std::size_t>> remain;  ///< of the draft, of the copy
  std::vector<std::size_t> appeared;                        ///< of the copy, not in the draft
};

/// The same finding is one with the same fingerprint; else one of the same code at words that the
/// edits have made of its words: its fingerprint tells of these.
[[nodiscard]] FindingMatch matched(const CheckedDraft& draft, const CheckedDraft& copy,
                                   const std::vector<draft::Edit>& edits);

}  // namespace mingze::report
