#include <CLI/CLI.hpp>
#include <ostream>

#include "app/cli/commands.hpp"
#include "app/session/explain.hpp"
#include "report/explanation_graphs.hpp"

namespace mingze::app {

namespace {

class WhyCommand final : public Command {
 public:
  std::string name() const override { return "why"; }
  Message summary() const override {
    return {"一句话为什么成立：逐条说到事实和依据，落选的败给了什么",
            "why a sentence holds: rule by rule down to facts and sources, and what lost to what"};
  }
  std::vector<Example> examples() const override {
    return {
        {"why \"某部门 在 苏州市 牵头 某事项\" 清单.mz",
         {"每个答案逐条说理由", "every answer with its reasons"}},
        {"why \"某部门 在 苏州市 牵头 某事项\" 清单.mz -o 理由.svg",
         {"把理由画成图", "draw the reasons"}},
    };
  }

  std::vector<std::string> formats() const override { return {"terminal", "json", "dot", "svg"}; }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    add_question(command, sentence_, programs_, language);
    command
        .add_option("--depth", depth_,
                    zh ? "理由展开多少层（默认 20，最多 1000）"
                       : "how many levels of reasons are told (default 20, at most 1000)")
        ->type_name("N");
    command
        .add_option(
            "--limit", limit_,
            zh ? "说明多少个答案（默认 20）" : "how many answers are explained (default 20)")
        ->type_name("N");
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
    const WhyOptions options{{.depth = std::min(depth_, 1000U)}, limit_};
    const report::WhyReport report =
        why(*question, {*prepared, prepared->stated, evaluation, workspace.sources()}, options);
    const std::string& format = context.settings.format;
    if (format == "dot" || format == "svg")
      return write_graph(context, report::why_graph(report, context.settings.language()));
    const Exit written = write_document(context, [&](std::ostream& out) {
      if (format == "json")
        write_why_json(out, report, context.settings.language());
      else
        write_why_terminal(out, report, context.settings.out_style);
    });
    return leave(context, written);
  }

 private:
  std::string sentence_;
  std::vector<std::string> programs_;
  std::uint32_t depth_ = report::ExplanationLimits{}.depth;
  std::uint64_t limit_ = WhyOptions{}.answers;
};

}  // namespace

std::unique_ptr<Command> why_command() { return std::make_unique<WhyCommand>(); }

}  // namespace mingze::app
