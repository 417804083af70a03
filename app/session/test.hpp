// `mingze test`: runs the `test` statements.
#pragma once

#include <functional>
#include <optional>

#include "app/session/run.hpp"
#include "report/test_report.hpp"

namespace mingze::app {

/// Sees a test that has run, with its program, its evaluation and what came of it.
using TestObserver = std::function<void(const Prepared&, const Test&, const Evaluation&,
                                        const report::TestReport::Test&)>;

/// Runs every test of the files under test, each on its own date: those of the programs named, or
/// without any those of the built-in packs. Nothing where there are errors (see the workspace).
[[nodiscard]] std::optional<report::TestReport> run_tests(Workspace& workspace,
                                                          const Inputs& inputs,
                                                          const TestObserver& observer = {});

}  // namespace mingze::app
