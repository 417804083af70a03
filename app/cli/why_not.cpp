#include <CLI/CLI.hpp>
#include <ostream>

#include "app/cli/commands.hpp"
#include "app/session/explain.hpp"
#include "report/explanation_graphs.hpp"

namespace mingze::app {

namespace {

class WhyNotCommand final : public Command {
 public:
  std::string name() const override { return "why-not"; }
  Message summary() const override {
    return {
        "一句话为什么不成立：每条规则差什么，补哪些事实就成立",
        "why a sentence does not hold: what each rule lacks, and the fewest facts that would do"};
  }
  std::vector<Example> examples() const override {
    return {
        {"why-not \"水利部门 在 苏州市 牵头 污水治理\" 清单.mz",
         {"差什么，补上什么就成立", "what is lacking, and what would do"}},
    };
  }

  std::vector<std::string> formats() const override { return {"terminal", "json", "dot", "svg"}; }

  void declare(CLI::App& command, Language language) override {
    add_question(command, sentence_, programs_, language);
  }

  Exit run(const Context& context, Inputs inputs) override {
    inputs.programs = programs_;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    const auto question = read_question(sentence_, workspace, *prepared);
    if (tell_problems(context, workspace) || !question) return Exit::wrong;
    const Evaluation evaluation = app::run(*prepared, prepared->stated);
    workspace.problems().add(evaluation.diagnostics);
    if (tell_problems(context, workspace)) return Exit::wrong;
    tell_notes(context, workspace);
    const report::WhyNotReport report =
        why_not(*question, *prepared, evaluation, workspace.sources());
    const std::string& format = context.settings.format;
    if (format == "dot" || format == "svg")
      return write_graph(context, report::why_not_graph(report, context.settings.language()));
    const Exit written = write_document(context, [&](std::ostream& out) {
      if (format == "json")
        write_why_not_json(out, report, context.settings.language());
      else
        write_why_not_terminal(out, report, context.settings.out_style);
    });
    return leave(context, written);
  }

 private:
  std::string sentence_;
  std::vector<std::string> programs_;
};

}  // namespace

std::unique_ptr<Command> why_not_command() { return std::make_unique<WhyNotCommand>(); }

}  // namespace mingze::app
