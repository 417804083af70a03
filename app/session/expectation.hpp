// Whether what a test expects came true, and what came instead.
#pragma once

#include <optional>

#include "app/session/explain.hpp"
#include "report/test_report.hpp"

namespace mingze::app {

/// What is wrong with an expectation in the run of its test, and why it came so; nothing if it came
/// true.
[[nodiscard]] std::optional<report::TestReport::Failed> failure_of(const Expectation& expectation,
                                                                   const Explained& run);

/// Whether an expectation came true in the run of its test.
[[nodiscard]] bool came_true(const Expectation& expectation, const Explained& run);

}  // namespace mingze::app
