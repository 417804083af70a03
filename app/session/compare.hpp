// `mingze diff`: two versions of rules, over facts, tests and drafts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/session/run.hpp"
#include "engine/base/progress.hpp"
#include "report/diff_report.hpp"

namespace mingze::app {

/// A version of the rules to be read.
struct VersionInputs {
  std::string name;  ///< as the user calls it
  Workspace& workspace;
  Inputs inputs;
};

struct CompareOptions {
  unsigned jobs = 1;
  std::uint64_t proofs = 100;  ///< so many changes of each collection of facts have their proofs
  OnProgress progress = {};
};

/// Evaluates both versions over the facts at hand, and over those of every test of either. Nothing
/// where one of them has errors (see the workspaces). The report is the same whatever the number of
/// jobs, and holds what its walks need.
[[nodiscard]] std::optional<report::DiffReport> compare(VersionInputs& before, VersionInputs& after,
                                                        const CompareOptions& options);

}  // namespace mingze::app
