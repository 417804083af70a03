// The program as dsl/lint looks at it.
#pragma once

#include <optional>
#include <vector>

#include "app/session/workspace.hpp"
#include "dsl/lint/lint.hpp"

namespace mingze::app {

/// Lowers what the workspace holds, with the rules of every date, and runs the checks over what was
/// named; without any, over the built-in packs. Nothing where there are errors.
[[nodiscard]] std::optional<std::vector<dsl::LintFinding>> linted(
    Workspace& workspace, const Inputs& inputs, std::optional<std::vector<Span>> never_fired);

}  // namespace mingze::app
