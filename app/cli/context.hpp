// What every command needs: settings, files, streams, and how problems are told.
#pragma once

#include "app/cli/options.hpp"
#include "app/cli/remembered_files.hpp"
#include "app/cli/terminal.hpp"
#include "app/session/workspace.hpp"
#include "report/graph.hpp"

namespace mingze::app {

/// Exit codes (docs: `mingze --help`).
enum class Exit { good = 0, found = 1, wrong = 2, fault = 70 };

struct Context {
  const Terminal& terminal;
  const RememberedFiles& files;
  const Packs& packs;
  const Settings& settings;
};

/// The version of the program, as 0.2.0.
[[nodiscard]] std::string program_version();

/// Tells the problems of a workspace on standard error; with --quiet only errors. Returns whether
/// one of them ends the run.
bool tell_problems(const Context& context, Workspace& workspace);

/// Tells what should be known of a run that succeeds.
void tell_notes(const Context& context, const Workspace& workspace);

/// Tells a failure of the world.
void tell(const Context& context, const Failure& failure);
/// Tells of the run as a whole, with --quiet only errors. `code` as a diagnostic's.
void tell(const Context& context, Severity severity, const std::string& code,
          const Message& message);
/// Tells what was written, not with --quiet.
void tell_done(const Context& context, const Message& message);

/// Refuses a file to write to that was read in this run: `option` names it. Throws WrongUsage.
void demand_unread(const Context& context, const std::string& path, const std::string& option);

/// Writes a document to where the user wants it, but into nothing that was read. `good` where that
/// worked.
[[nodiscard]] Exit write_document(const Context& context, const Producer& produce);

/// Writes a graph as the format says: svg, else dot.
[[nodiscard]] Exit write_graph(const Context& context, const report::Graph& graph);

/// The last thing that a command does, all its output written: the process ends here, as taking the
/// program and its facts apart would take longer than telling the findings. Returns where tests
/// run a command, or look for leaks.
Exit leave(const Context& context, Exit code);

/// The exit code for a document whose gravest finding is this.
[[nodiscard]] Exit exit_for(const Context& context, std::optional<Severity> gravest);

/// Warns of `--allow` codes that no finding has: the codes of a program, or these.
void warn_of_unknown_codes(const Context& context, const Program& program);
void warn_of_unknown_codes(const Context& context, const std::vector<std::string>& codes);

/// Sorts what was named into programs (files, folders) and built-in packs. Where no program is
/// named, the packs' own tests are wanted too.
void name_packs(const Context& context, const std::vector<std::string>& named, Inputs& inputs);

}  // namespace mingze::app
