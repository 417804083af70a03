#include "app/session/test.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"

namespace mingze::app {

namespace {

class TestCommand final : public Command {
 public:
  std::string name() const override { return "test"; }
  Message summary() const override {
    return {"运行用例；有一个未通过则退出码为 1", "run the tests; exit with 1 if one fails"};
  }
  std::vector<Example> examples() const override {
    return {
        {"test", {"运行内置规则包的用例", "run the tests of the built-in packs"}},
        {"test 规则", {"运行一个文件夹里的用例", "run the tests of a folder"}},
    };
  }

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
    for (const std::string& pack : packs_) {
      const bool built_in =
          context.files.kind(pack) == PathKind::missing && context.packs.find(pack) != nullptr;
      (built_in ? inputs.packs : inputs.programs).push_back(pack);
    }
    inputs.with_tests = inputs.programs.empty();
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto report = run_tests(workspace, inputs);
    if (tell_problems(context, workspace) || !report) return Exit::wrong;
    tell_notes(context, workspace);
    const Exit written = write_document(context, [&](std::ostream& out) {
      if (context.settings.format == "json")
        write_tests_json(out, *report, context.settings.language());
      else
        write_tests_terminal(out, *report, context.settings.out_style);
    });
    return written == Exit::good && report->failed() > 0 ? Exit::found : written;
  }

 private:
  std::vector<std::string> packs_;
};

}  // namespace

std::unique_ptr<Command> test_command() { return std::make_unique<TestCommand>(); }

}  // namespace mingze::app
