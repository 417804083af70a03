// What a name on the command line stands for.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/session/run.hpp"

namespace mingze::app {

/// What a name given with an option stands for in any kind of a program, on the program's date.
/// Nothing where it is unknown, ambiguous or out of date, which is told in the workspace.
[[nodiscard]] std::vector<std::pair<KindId, Value>> meanings_of(const std::string& option,
                                                                const std::string& name,
                                                                Workspace& workspace,
                                                                Prepared& prepared);

}  // namespace mingze::app
