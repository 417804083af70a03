#include "app/cli/context.hpp"

#include <algorithm>
#include <ostream>

#include "app/session/draw.hpp"
#include "report/diagnostics.hpp"
#include "report/errors.hpp"

namespace mingze::app {

namespace {

/// In the order in which they come; `behind`: something was told before them.
void tell(const Context& context, const Diagnostics& diagnostics, const Sources& sources,
          bool behind) {
  std::ostream& err = context.terminal.err;
  const Settings& settings = context.settings;
  if (settings.errors_as_json) {
    for (const Diagnostic& one : diagnostics)
      err << report::error_json(one, sources, settings.language());
    return;
  }
  if (behind && !diagnostics.empty()) err << "\n";
  err << report::drawn(diagnostics, sources, settings.err_style);
}

}  // namespace

std::string program_version() { return MINGZE_VERSION; }

bool tell_problems(const Context& context, Workspace& workspace) {
  Problems& problems = workspace.problems();
  const bool fatal = problems.fatal();
  for (const Failure& failure : problems.failures) tell(context, failure);
  if (context.settings.quiet)
    std::erase_if(problems.diagnostics,
                  [](const Diagnostic& one) { return one.severity != Severity::error; });
  report::sort_diagnostics(problems.diagnostics, workspace.sources());
  tell(context, problems.diagnostics, workspace.sources(), !problems.failures.empty());
  problems.failures.clear();
  problems.diagnostics.clear();
  return fatal;
}

void tell_notes(const Context& context, const Workspace& workspace) {
  for (const Notice& note : workspace.problems().notes)
    tell(context, Severity::note, note.code, note.message);
}

void tell(const Context& context, const Failure& failure) {
  const Settings& settings = context.settings;
  context.terminal.err << (settings.errors_as_json
                               ? report::error_json(failure, settings.language())
                               : report::drawn(failure, settings.err_style));
}

void tell(const Context& context, Severity severity, const std::string& code,
          const Message& message) {
  if (context.settings.quiet && severity != Severity::error) return;
  const Settings& settings = context.settings;
  context.terminal.err << (settings.errors_as_json
                               ? report::error_json(severity, code, message, settings.language())
                               : report::drawn(severity, code, message, settings.err_style));
}

void tell_done(const Context& context, const Message& message) {
  if (context.settings.quiet) return;
  if (context.settings.errors_as_json)
    return tell(context, Severity::note, "file-written", message);
  context.terminal.err << message.in(context.settings.language()) << "\n";
}

void demand_unread(const Context& context, const std::string& path, const std::string& option) {
  if (path.empty() || !context.files.was_read(path)) return;
  throw WrongUsage{"bad-output",
                   {option + " " + path + "：这个文件是本次运行的输入，不会覆盖；应当换一个文件名",
                    option + " " + path +
                        ": this file is an input of this run and is not replaced; name another "
                        "file"}};
}

Exit write_document(const Context& context, const Producer& produce) {
  if (!context.settings.output.empty()) {
    demand_unread(context, context.settings.output, "-o");
    const auto failure = context.files.write(context.settings.output, produce);
    if (!failure) return Exit::good;
    tell(context, *failure);
    return Exit::wrong;
  }
  produce(context.terminal.out);
  context.terminal.out.flush();
  if (context.terminal.out.good()) return Exit::good;
  tell(context, Severity::error, "output-unwritable",
       {"无法写入标准输出", "standard output can't be written"});
  return Exit::wrong;
}

Exit write_graph(const Context& context, const report::Graph& graph) {
  if (context.settings.format != "svg")
    return write_document(context, [&](std::ostream& out) { write_graph_dot(out, graph); });
  const auto svg = svg_of(graph, context.settings.language());
  if (svg) return write_document(context, [&](std::ostream& out) { out << svg.value(); });
  tell(context, Severity::error, svg.failure().code, svg.failure().message);
  return Exit::wrong;
}

Exit leave(const Context& context, Exit code) {
  if (context.terminal.leave) context.terminal.leave(static_cast<int>(code));
  return code;
}

Exit exit_for(const Context& context, std::optional<Severity> gravest) {
  const auto limit = context.settings.fail_on;
  return gravest && limit && *gravest <= *limit ? Exit::found : Exit::good;
}

void warn_of_unknown_codes(const Context& context, const Program& program) {
  std::vector<std::string> codes;
  for (const FindingRule& finding : program.findings) codes.push_back(finding.id);
  for (const Decision& decision : program.decisions)
    for (const char* ending : {"-missing", "-conflict"})
      codes.push_back(program[decision.predicate].id + ending);
  warn_of_unknown_codes(context, codes);
}

void warn_of_unknown_codes(const Context& context, const std::vector<std::string>& codes) {
  for (const std::string& code : context.settings.silenced) {
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
    const Message hint = did_you_mean(code, codes);
    const Message message{"--allow：没有代码为“" + code + "”的问题" + hint.zh,
                          "--allow: no finding has the code \"" + code + "\"" + hint.en};
    tell(context, Severity::warning, "unknown-code", message);
  }
}

void name_packs(const Context& context, const std::vector<std::string>& named, Inputs& inputs) {
  for (const std::string& pack : named) {
    const bool built_in =
        context.files.kind(pack) == PathKind::missing && context.packs.find(pack) != nullptr;
    (built_in ? inputs.packs : inputs.programs).push_back(pack);
  }
  inputs.with_tests = inputs.programs.empty();
}

}  // namespace mingze::app
