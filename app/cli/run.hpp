// From a command line to an exit code.
#pragma once

#include <string>
#include <vector>

#include "app/cli/terminal.hpp"
#include "app/session/workspace.hpp"
#include "engine/base/files.hpp"

namespace mingze::app {

/// Runs the program. `arguments` are without its own name. Never throws: a fault of ours is 70.
[[nodiscard]] int run_command_line(const std::vector<std::string>& arguments,
                                   const Terminal& terminal, const FileSystem& files,
                                   const Packs& packs);

}  // namespace mingze::app
