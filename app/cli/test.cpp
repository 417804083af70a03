#include "app/session/test.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"
#include "report/diagnostics.hpp"

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
        {"test 规则 --format html -o 覆盖.html",
         {"哪些条款、规则、条件没有测到，一个网页",
          "a page of the clauses, rules and conditions that no test reaches"}},
    };
  }

  std::vector<std::string> formats() const override {
    return {"terminal", "json", "junit", "lcov", "html"};
  }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    add_packs(command, packs_, language);
    add_filter(command, filters_, language);
    command.add_flag("--coverage", coverage_,
                     zh ? "列出用例没有测到的规则、条件和条款"
                        : "list the rules, conditions and clauses that no test reaches");
    command.add_flag("--update", update_,
                     zh ? "把每个用例的全部结果写成快照（文件名.snap），以后逐行比较"
                        : "write everything that each test comes to into snapshots (FILE.snap), "
                          "which later runs compare line by line");
    command.add_flag("--watch", watch_,
                     zh ? "文件一改就再运行一遍，直到按 Ctrl-C"
                        : "run again whenever a file changes, until Ctrl-C");
  }

  Exit run(const Context& context, Inputs inputs) override {
    name_packs(context, packs_, inputs);
    if (update_ && (inputs.programs.empty() || !filters_.empty()))
      throw WrongUsage{"options-clash",
                       {"--update 需要程序文件或文件夹，也不能与 --filter 一起用",
                        "--update needs program files or folders, and takes no --filter"}};
    const std::string& format = context.settings.format;
    if (!filters_.empty() && (coverage_ || format == "lcov" || format == "html"))
      throw WrongUsage{"options-clash",
                       {"覆盖要运行全部用例才说得准；应当去掉 --filter",
                        "coverage means something only of all tests; leave --filter out"}};
    Run last = run_once(context, inputs);
    while (watch_ && context.terminal.wait && context.terminal.wait()) {
      Workspace now(context.files, context.packs);
      now.load(inputs);
      static_cast<void>(prepare(now, inputs, inputs.as_of, true));  // reads the data
      if (texts_of(now) != last.texts) last = run_once(context, inputs);
    }
    return last.exit;
  }

 private:
  struct Run {
    Exit exit;
    std::vector<std::string> texts;  ///< of all files that were read
  };

  static std::vector<std::string> texts_of(const Workspace& workspace) {
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < workspace.sources().size(); ++i)
      texts.emplace_back(workspace.sources()[{i}].text());
    return texts;
  }

  Run run_once(const Context& context, const Inputs& inputs) const {
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const Exit exit = run_tests_of(context, inputs, workspace);
    return {exit, texts_of(workspace)};
  }

  Exit run_tests_of(const Context& context, const Inputs& inputs, Workspace& workspace) const {
    const auto report = run_tests(
        workspace, inputs, {.jobs = context.settings.jobs, .filters = filters_, .update = update_});
    if (tell_problems(context, workspace) || !report) return Exit::wrong;
    tell_notes(context, workspace);
    if (report->tests.empty() && !filters_.empty())
      throw WrongUsage{"no-such-test",
                       {"没有用例的标签或文件名含“" + filters_.front() + "”",
                        "no test has \"" + filters_.front() + "\" in its label or file"}};
    for (const auto& [path, text] : report->snapshots)
      if (!update_snapshot(context, path, text)) return Exit::wrong;
    const Exit written =
        write_document(context, [&](std::ostream& out) { write(out, *report, context.settings); });
    return written == Exit::good && report->failed() > 0 ? Exit::found : written;
  }

  /// Writes snapshots that are not as they were; false where that failed.
  static bool update_snapshot(const Context& context, const std::string& path,
                              const std::string& text) {
    if (context.files.kind(path) == PathKind::file) {
      const auto before = context.files.read(path);
      if (before && before.value() == text) return true;
    }
    const auto failure = context.files.write(path, [&](std::ostream& out) { out << text; });
    if (failure)
      tell(context, *failure);
    else
      tell_done(context, {"已写 " + path, "wrote " + path});
    return !failure;
  }

  void write(std::ostream& out, const report::TestReport& report, const Settings& settings) const {
    if (settings.format == "json")
      write_tests_json(out, report, settings.language());
    else if (settings.format == "junit")
      write_tests_junit(out, report, settings.language());
    else if (settings.format == "lcov")
      write_coverage_lcov(out, report);
    else if (settings.format == "html")
      write_coverage_html(out, report, settings.language());
    else
      write_tests_terminal(out, report, settings.out_style, coverage_);
  }

  std::vector<std::string> packs_;
  std::vector<std::string> filters_;
  bool coverage_ = false;
  bool watch_ = false;
  bool update_ = false;
};

}  // namespace

std::unique_ptr<Command> test_command() { return std::make_unique<TestCommand>(); }

}  // namespace mingze::app
