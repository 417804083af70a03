#include "app/session/lint.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "app/cli/commands.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

namespace {

class LintCommand final : public Command {
 public:
  std::string name() const override { return "lint"; }
  Message summary() const override {
    return {"检查规则：多余的、从不起作用的、没有依据的、写错的",
            "what is wrong with rules: redundant, without effect, uncited, slips"};
  }
  std::vector<Example> examples() const override {
    return {
        {"lint 规则", {"检查一个文件夹里的规则", "lint the rules of a folder"}},
        {"lint 规则 --fix",
         {"有把握的就地改好，注释不动", "make the sure repairs in place; comments stay"}},
        {"lint 规则 -o 规则.sarif",
         {"写成 SARIF 文件，供代码托管平台显示", "write SARIF for code hosts"}},
    };
  }
  std::vector<std::string> formats() const override { return {"terminal", "json", "sarif"}; }
  std::string fail_on() const override { return "note"; }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    add_packs(command, packs_, language);
    command.add_flag("--fix", fix_,
                     zh ? "就地改好有把握的：多余的条件、只用一次的变量、没有作用的“优先于”"
                        : "make the sure repairs in place: redundant conditions, variables used "
                          "once, overrides without effect");
  }

  Exit run(const Context& context, Inputs inputs) override {
    name_packs(context, packs_, inputs);
    warn_of_unknown_codes(context, lint_codes());
    if (fix_ && !fix(context, inputs)) return Exit::wrong;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto report = lint_programs(
        workspace, inputs, {.jobs = context.settings.jobs, .silenced = context.settings.silenced});
    if (tell_problems(context, workspace) || !report) return Exit::wrong;
    tell_notes(context, workspace);
    const Exit end = exit_for(context, report->gravest());
    const Exit written = write_document(
        context, [&](std::ostream& out) { write(out, *report, context.settings, end); });
    return written == Exit::good ? end : written;
  }

 private:
  /// Repairs in place; false where a file can't be written.
  [[nodiscard]] bool fix(const Context& context, const Inputs& inputs) const {
    const auto& named = inputs.programs;
    if (named.empty() || std::find(named.begin(), named.end(), "-") != named.end())
      throw WrongUsage{"missing-argument",
                       {"--fix 需要程序文件或文件夹", "--fix needs program files or folders"}};
    for (const RepairedFile& file :
         repaired_programs(context.files, context.packs, inputs, context.settings.silenced)) {
      const auto failure =
          context.files.write(file.path, [&](std::ostream& out) { out << file.text; });
      if (failure) {
        tell(context, *failure);
        return false;
      }
      const std::string count = std::to_string(file.repairs);
      tell_done(context, {"已改好 " + file.path + "：" + count + " 处",
                          "repaired " + file.path + ": " + count});
    }
    return true;
  }

  static void write(std::ostream& out, const report::LintReport& report, const Settings& settings,
                    Exit end) {
    if (settings.format == "json")
      write_lint_json(out, report, settings.language());
    else if (settings.format == "sarif")
      write_lint_sarif(out, report, settings.language(),
                       {program_version(), static_cast<int>(end)});
    else
      write_lint_terminal(out, report, settings.out_style);
  }

  std::vector<std::string> packs_;
  bool fix_ = false;
};

}  // namespace

std::unique_ptr<Command> lint_command() { return std::make_unique<LintCommand>(); }

}  // namespace mingze::app
