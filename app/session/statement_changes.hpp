// Which statements of two versions differ, and whether in meaning or in wording alone.
#pragma once

#include <vector>

#include "app/session/run.hpp"
#include "engine/compare/side_by_side.hpp"
#include "report/diff_report.hpp"

namespace mingze::app {

/// A version as it was read.
struct ReadVersion {
  Workspace& workspace;
  const Prepared& prepared;
};

/// Ordered by file and place, those that were removed by the place where they stood. What stands in
/// the same words in both, and means the same, is not told; neither are tests, comments and layout.
[[nodiscard]] std::vector<report::StatementChange> statement_changes(const ReadVersion& before,
                                                                     const ReadVersion& after,
                                                                     const SideBySide& both);

}  // namespace mingze::app
