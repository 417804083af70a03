// `mingze mutate`: which changes of the rules no test notices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/run.hpp"
#include "report/mutation_report.hpp"

namespace mingze::app {

struct MutateOptions {
  unsigned jobs = 1;
  std::vector<std::string> filters = {};     ///< only tests whose label or file holds one of these
  std::vector<std::string> statements = {};  ///< only statements with one of these ids
  std::vector<std::string> clauses = {};  ///< only those that cite a clause that holds one of these
  OnProgress progress = {};
};

/// Changes the rules, findings and decisions under test one at a time and holds each change against
/// the tests (and their snapshots), which must pass as the program is: those that fail are told as
/// failures of the workspace. Nothing where there are errors. The report is the same whatever the
/// number of jobs.
[[nodiscard]] std::optional<report::MutationReport> mutate(Workspace& workspace,
                                                           const Inputs& inputs,
                                                           const MutateOptions& options);

}  // namespace mingze::app
