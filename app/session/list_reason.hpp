// The rows of the places' lists that a finding rests on.
#pragma once

#include "app/session/place_lists.hpp"
#include "engine/explain/support.hpp"
#include "report/finding.hpp"

namespace mingze::app {

/// Adds the rows that stand behind what the finding says of an item of the register or of a list:
/// to its basis (《责任清单.xlsx》第 12 行), and as related places with the sentence that they state.
void cite_lists(const PlaceLists& lists, const Program& program, const Support& support,
                const RaisedFinding& raised, report::Finding& finding);

}  // namespace mingze::app
