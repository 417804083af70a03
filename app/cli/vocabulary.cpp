#include "report/vocabulary.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"
#include "app/session/run.hpp"

namespace mingze::app {

namespace {

class VocabularyCommand final : public Command {
 public:
  std::string name() const override { return "vocabulary"; }
  Message summary() const override {
    return {"规则用到的词：类别和名称、关系和裁定的句式、问题的代码",
            "the words of rules: kinds and names, sentences of relations and decisions, codes of "
            "findings"};
  }
  std::vector<Example> examples() const override {
    return {
        {"vocabulary 规则", {"列出一个文件夹的词", "list the words of a folder"}},
        {"vocabulary -o 词汇.json",
         {"内置规则包的词，写成 JSON，给要向 mingze 输入数据的系统",
          "the words of the built-in packs as JSON, for a system that is to feed mingze"}},
    };
  }

  void declare(CLI::App& command, Language language) override {
    add_packs(command, packs_, language);
  }

  Exit run(const Context& context, Inputs inputs) override {
    name_packs(context, packs_, inputs);
    inputs.with_tests = false;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    tell_notes(context, workspace);
    return leave(context, write_document(context, [&](std::ostream& out) {
                   if (context.settings.format == "json")
                     report::write_vocabulary_json(out, prepared->program());
                   else
                     report::write_vocabulary_terminal(out, prepared->program(),
                                                       context.settings.out_style);
                 }));
  }

 private:
  std::vector<std::string> packs_;
};

}  // namespace

std::unique_ptr<Command> vocabulary_command() { return std::make_unique<VocabularyCommand>(); }

}  // namespace mingze::app
