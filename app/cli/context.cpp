#include "app/cli/context.hpp"

#include <algorithm>
#include <ostream>

#include "app/session/draw.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

std::string program_version() { return MINGZE_VERSION; }

bool tell_problems(const Context& context, Workspace& workspace) {
  Problems& problems = workspace.problems();
  const bool fatal = problems.fatal();
  const report::Style& style = context.settings.err_style;
  std::ostream& err = context.terminal.err;
  for (const Failure& failure : problems.failures) err << report::drawn(failure, style);
  if (context.settings.quiet)
    std::erase_if(problems.diagnostics,
                  [](const Diagnostic& one) { return one.severity != Severity::error; });
  report::sort_diagnostics(problems.diagnostics, workspace.sources());
  if (!problems.failures.empty() && !problems.diagnostics.empty()) err << "\n";
  err << report::drawn(problems.diagnostics, workspace.sources(), style);
  problems.failures.clear();
  problems.diagnostics.clear();
  return fatal;
}

void tell_notes(const Context& context, const Workspace& workspace) {
  if (context.settings.quiet) return;
  const report::Style& style = context.settings.err_style;
  for (const Message& note : workspace.problems().notes)
    context.terminal.err << "mingze: " << report::painted(style, report::Paint::cyan, "note:")
                         << " " << note.in(style.language) << "\n";
}

void tell(const Context& context, const Message& message) {
  const report::Style& style = context.settings.err_style;
  context.terminal.err << "mingze: " << report::painted(style, report::Paint::red, "error:") << " "
                       << message.in(style.language) << "\n";
}

Exit write_document(const Context& context, const Producer& produce) {
  if (!context.settings.output.empty()) {
    const auto failure = context.files.write(context.settings.output, produce);
    if (!failure) return Exit::good;
    context.terminal.err << report::drawn(*failure, context.settings.err_style);
    return Exit::wrong;
  }
  produce(context.terminal.out);
  context.terminal.out.flush();
  if (context.terminal.out.good()) return Exit::good;
  tell(context, {"无法写入标准输出", "standard output can't be written"});
  return Exit::wrong;
}

Exit write_graph(const Context& context, const report::Graph& graph) {
  if (context.settings.format != "svg")
    return write_document(context, [&](std::ostream& out) { write_graph_dot(out, graph); });
  const auto svg = svg_of(graph, context.settings.language());
  if (svg) return write_document(context, [&](std::ostream& out) { out << svg.value(); });
  tell(context, svg.failure().message);
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
  if (context.settings.quiet) return;
  for (const std::string& code : context.settings.silenced) {
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
    const Message hint = did_you_mean(code, codes);
    const Message message{"--allow：没有代码为“" + code + "”的问题" + hint.zh,
                          "--allow: no finding has the code \"" + code + "\"" + hint.en};
    context.terminal.err << "mingze: warning: " << message.in(context.settings.language()) << "\n";
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
