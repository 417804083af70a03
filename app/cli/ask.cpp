#include "app/session/ask.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

#include "app/cli/commands.hpp"

namespace mingze::app {

namespace {

class AskCommand final : public Command {
 public:
  std::string name() const override { return "ask"; }
  Message summary() const override {
    return {"问一句话：有变量则逐行列出答案，没有变量则答是或否",
            "ask a sentence: with variables every answer, without them yes or no"};
  }
  std::vector<Example> examples() const override {
    return {
        {"ask \"某部门 审批 入河排污口设置审批\"",
         {"问内置规则包：谁审批", "ask the built-in packs who approves"}},
        {"ask \"某部门 在 苏州市 牵头 某事项\" 清单.mz",
         {"连同自己的事实一起问", "ask them together with facts of your own"}},
    };
  }

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
    const Evaluation evaluation = app::run(*prepared, std::move(prepared->stated));
    workspace.problems().add(evaluation.diagnostics);
    if (tell_problems(context, workspace)) return Exit::wrong;
    tell_notes(context, workspace);
    const report::Answers answers = answers_to(*question, prepared->program(), evaluation);
    const Exit written = write_document(context, [&](std::ostream& out) {
      if (context.settings.format == "json")
        write_answers_json(out, answers, context.settings.language());
      else
        write_answers_terminal(out, answers, context.settings.out_style);
    });
    return leave(context, written);
  }

 private:
  std::string sentence_;
  std::vector<std::string> programs_;
};

}  // namespace

std::unique_ptr<Command> ask_command() { return std::make_unique<AskCommand>(); }

}  // namespace mingze::app
