// The commands: each declares its options and runs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/context.hpp"

namespace CLI {
class App;
}

namespace mingze::app {

/// A command line to begin with, without the program's name, and what it does.
struct Example {
  std::string line;
  Message does;
};

/// A command with what was written on its command line.
class Command {
 public:
  virtual ~Command() = default;
  virtual std::string name() const = 0;
  virtual Message summary() const = 0;
  /// What its help shows first; the most usual one leads.
  virtual std::vector<Example> examples() const = 0;
  /// The formats it writes; the first is the default.
  virtual std::vector<std::string> formats() const { return {"terminal", "json"}; }
  /// The severity from which on findings make it fail, where none is asked for.
  virtual std::string fail_on() const { return "error"; }
  /// Declares arguments and options of its own.
  virtual void declare(CLI::App& command, Language language) = 0;
  virtual Exit run(const Context& context, Inputs inputs) = 0;
};

/// Every command, in the order in which the help lists them.
[[nodiscard]] std::vector<std::unique_ptr<Command>> all_commands();

[[nodiscard]] std::unique_ptr<Command> check_command();
[[nodiscard]] std::unique_ptr<Command> resolve_command();
[[nodiscard]] std::unique_ptr<Command> ask_command();
[[nodiscard]] std::unique_ptr<Command> why_command();
[[nodiscard]] std::unique_ptr<Command> why_not_command();
[[nodiscard]] std::unique_ptr<Command> test_command();
[[nodiscard]] std::unique_ptr<Command> mutate_command();
[[nodiscard]] std::unique_ptr<Command> diff_command();
[[nodiscard]] std::unique_ptr<Command> fmt_command();
[[nodiscard]] std::unique_ptr<Command> lint_command();
[[nodiscard]] std::unique_ptr<Command> graph_command();
[[nodiscard]] std::unique_ptr<Command> vocabulary_command();
[[nodiscard]] std::unique_ptr<Command> doc_command();
[[nodiscard]] std::unique_ptr<Command> codes_command();

}  // namespace mingze::app
