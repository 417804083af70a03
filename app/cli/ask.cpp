#include "app/session/ask.hpp"

#include <CLI/CLI.hpp>
#include <ostream>
#include <sstream>

#include "app/cli/commands.hpp"
#include "report/batch.hpp"
#include "report/diagnostics.hpp"

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
        {"ask --batch 问题.jsonl 清单.mz",
         {"一次回答许多问题，一行一个", "answer many questions in one run, a line each"}},
    };
  }

  void declare(CLI::App& command, Language language) override {
    add_question(command, sentence_, programs_, language);
    command.get_option("sentence")->required(false);
    command
        .add_option("--batch", batch_,
                    language == Language::zh
                        ? "回答这个文件里的问题，一行一个 JSON；- 是标准输入（见 docs/ask.md）"
                        : "answer the questions of this file, a JSON value a line; - is standard "
                          "input (docs/ask.md)")
        ->type_name("FILE");
  }

  Exit run(const Context& context, Inputs inputs) override {
    inputs.programs = programs_;
    if (!batch_.empty() && !sentence_.empty())  // then there is no sentence: it is a program
      inputs.programs.insert(inputs.programs.begin(), sentence_);
    if (batch_.empty() && sentence_.empty())
      throw WrongUsage{
          "missing-argument",
          {"没有写要问的句子（或用 --batch）", "there is no sentence to ask (and no --batch)"}};
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    if (!batch_.empty()) return answer_batch(context, workspace, *prepared);
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
  /// Answers line by line. A question that can't be read has its line too, and ends the run with 2.
  Exit answer_batch(const Context& context, Workspace& workspace, Prepared& prepared) const {
    const auto text = context.files.read(batch_);
    if (!text) {
      tell(context, text.failure());
      return Exit::wrong;
    }
    const Evaluation evaluation = app::run(prepared, prepared.stated);
    workspace.problems().add(evaluation.diagnostics);
    if (tell_problems(context, workspace)) return Exit::wrong;
    tell_notes(context, workspace);
    bool all_read = true;
    const Exit written = write_document(context, [&](std::ostream& out) {
      std::istringstream lines(text.value());
      std::string line;
      for (std::uint32_t number = 1; std::getline(lines, line); ++number)
        if (line.find_first_not_of(" \t\r") != std::string::npos)
          all_read &= answer_line(context, workspace, prepared, evaluation, line, number, out);
    });
    return written == Exit::good && !all_read ? Exit::wrong : written;
  }

  bool answer_line(const Context& context, Workspace& workspace, Prepared& prepared,
                   const Evaluation& evaluation, const std::string& line, std::uint32_t number,
                   std::ostream& out) const {
    const Language language = context.settings.language();
    const std::string name = batch_ + ":" + std::to_string(number);
    auto question = report::batch_question(line);
    Failure error{"question-unreadable",
                  name,
                  {"不是 \"句子\"，也不是 {\"ask\": \"句子\"}",
                   "neither \"SENTENCE\" nor {\"ask\": \"SENTENCE\"}"}};
    if (question) {
      const auto read = read_question(question->sentence, workspace, prepared, name);
      Problems& problems = workspace.problems();
      if (read) {
        problems.diagnostics.clear();
        const report::Answers answers = answers_to(*read, prepared.program(), evaluation);
        write_batch_answers(out, *question, answers, language);
        return true;
      }
      if (!problems.diagnostics.empty()) {
        const Diagnostic& first = problems.diagnostics.front();
        error = {first.code, name, first.message};
      }
      if (!problems.failures.empty()) error = problems.failures.front();
    } else {
      workspace.problems().failures.push_back(error);
      question.emplace();
    }
    tell_problems(context, workspace);
    write_batch_error(out, *question, error, language);
    return false;
  }

  std::string sentence_;
  std::string batch_;
  std::vector<std::string> programs_;
};

}  // namespace

std::unique_ptr<Command> ask_command() { return std::make_unique<AskCommand>(); }

}  // namespace mingze::app
