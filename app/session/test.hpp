// `mingze test`: runs the `test` statements.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/session/run.hpp"
#include "report/test_report.hpp"

namespace mingze::app {

/// Sees a test that has run, with its program, its evaluation and what came of it.
using TestObserver = std::function<void(const Prepared&, const Test&, const Evaluation&,
                                        const report::TestReport::Test&)>;

struct TestOptions {
  unsigned jobs = 1;
  std::vector<std::string> filters = {};  ///< only tests whose label or file holds one of these
  /// Makes the snapshots of every file of tests that was named, and compares none.
  bool update = false;
  /// Called for each test, in order; the tests then run on one thread.
  TestObserver observer = {};
};

/// Whether a statement is of the files under test: those of the programs named, or without any the
/// built-in packs.
[[nodiscard]] bool is_under_test(const Workspace& workspace, const Inputs& inputs, Span statement);

/// The places of the tests under test among those of a program whose label or file holds one of
/// the filters; of all, where there is no filter.
[[nodiscard]] std::vector<std::size_t> chosen_tests(const Workspace& workspace,
                                                    const Inputs& inputs,
                                                    const std::vector<std::string>& filters,
                                                    const Program& program);

/// Runs every test of the files under test, each on its own date: those of the programs named, or
/// without any those of the built-in packs. A file with snapshots beside it (app/session/snapshot)
/// has its tests compared with them too. Nothing where there are errors (see the workspace). The
/// report is the same whatever the number of jobs.
[[nodiscard]] std::optional<report::TestReport> run_tests(Workspace& workspace,
                                                          const Inputs& inputs,
                                                          const TestOptions& options = {});

}  // namespace mingze::app
