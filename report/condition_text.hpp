// A condition of a rule as a sentence, with the names that are known filled in.
#pragma once

#include "engine/explain/instance.hpp"
#include "engine/program/program.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

/// The condition in both languages: variables with a value by label, the others as 某部门, some
/// department; what `at least` counts keeps its name where it has one in that language.
[[nodiscard]] Message condition_text(const Program& program, const Body& body,
                                     const Condition& condition, const Binding& binding);

}  // namespace mingze::report
