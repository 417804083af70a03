// Cycles that leave a program without a meaning, as diagnostics that print them rule by rule.
#pragma once

#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/plan/dependencies.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// `override-cycle`: one diagnostic for each set of rules that override each other in a circle.
void find_override_cycles(const Program& program, Diagnostics& out);

/// `unstratified`: one diagnostic for each component with a strict dependency inside.
/// `component` gives the strongly connected component of each predicate.
void find_strict_cycles(const Program& program, const std::vector<Dependency>& dependencies,
                        const std::vector<std::size_t>& component, Diagnostics& out);

}  // namespace mingze
