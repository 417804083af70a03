// A test that has run, as a handbook tells it.
#pragma once

#include "engine/evaluate/evaluation.hpp"
#include "report/handbook.hpp"
#include "report/test_report.hpp"

namespace mingze::report {

/// The test in sentences, with the rules that conclude what it expects and the findings that it
/// speaks of; where it expects only that something is not so, the rules that could conclude it.
[[nodiscard]] TestRecord record_of(const Program& program, const Test& test,
                                   const Evaluation& evaluation, const TestReport::Test& result,
                                   Language language);

}  // namespace mingze::report
