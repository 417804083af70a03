// From what a user picks to the words to write.
#pragma once

#include <vector>

#include "app/session/repairs.hpp"

namespace mingze::app {

/// The repairs of these picks, or all that are sure where there is none, in text order; those that
/// can't be had are told in `left_out`. Fails where a pick names no finding.
[[nodiscard]] Result<std::vector<report::Repair>> picked_repairs(
    const report::CheckedDraft& draft, const std::vector<RepairPick>& picks,
    std::vector<report::LeftOut>& left_out);

}  // namespace mingze::app
