// Help in the language of the user, and what is said of a wrong command line.
#pragma once

#include <string>
#include <vector>

#include "app/cli/commands.hpp"
#include "app/cli/options.hpp"
#include "engine/base/diagnostic.hpp"

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace mingze::app {

/// What the help of a command begins with: its summary, and examples below.
[[nodiscard]] std::string described(const Command& command, Language language);

/// Usage, commands and options of a command.
[[nodiscard]] std::string help_of(const CLI::App& command, Language language);

/// What is wrong with the arguments that a command could not take.
[[nodiscard]] WrongUsage complaint_about(const CLI::Error& error, const CLI::App& command);

}  // namespace mingze::app
