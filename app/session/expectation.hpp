// Whether what a test expects came true.
#pragma once

#include <optional>

#include "engine/base/sources.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/test_report.hpp"

namespace mingze::app {

/// What is wrong with an expectation in an evaluation of its test; nothing if it came true.
[[nodiscard]] std::optional<report::TestReport::Failed> failure_of(const Expectation& expectation,
                                                                   const Program& program,
                                                                   const Evaluation& evaluation,
                                                                   const Sources& sources);

}  // namespace mingze::app
