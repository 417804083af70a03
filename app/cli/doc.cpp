#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"
#include "app/session/handbook.hpp"

namespace mingze::app {

namespace {

class DocCommand final : public Command {
 public:
  std::string name() const override { return "doc"; }
  Message summary() const override {
    return {"把规则写成逐条说明的文档：规则怎么说、提示什么、用例、空缺",
            "the rules as a document: what each article's rules say and flag, tests, gaps"};
  }
  std::vector<Example> examples() const override {
    return {
        {"doc -o 规则说明.html", {"内置规则包，一个网页", "the built-in packs as a page"}},
        {"doc 规则 -o 规则说明.md",
         {"一个文件夹里的规则，Markdown", "the rules of a folder as Markdown"}},
    };
  }
  std::vector<std::string> formats() const override { return {"html", "md"}; }

  void declare(CLI::App& command, Language language) override {
    command
        .add_option("packs", packs_,
                    language == Language::zh
                        ? "规则包：.mz 文件、文件夹或内置规则包的名称（默认全部内置规则包）"
                        : "packs: .mz files, folders, or names of built-in packs (default: all "
                          "built-in packs)")
        ->type_name("PACK…");
  }

  Exit run(const Context& context, Inputs inputs) override {
    name_packs(context, packs_, inputs);
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto handbook = document(workspace, inputs, context.settings.language());
    if (tell_problems(context, workspace) || !handbook) return Exit::wrong;
    tell_notes(context, workspace);
    return write_document(context, [&](std::ostream& out) {
      if (context.settings.format == "md")
        write_handbook_markdown(out, *handbook);
      else
        write_handbook_html(out, *handbook);
    });
  }

 private:
  std::vector<std::string> packs_;
};

}  // namespace

std::unique_ptr<Command> doc_command() { return std::make_unique<DocCommand>(); }

}  // namespace mingze::app
