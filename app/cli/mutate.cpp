#include "app/session/mutate.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"
#include "app/cli/progress.hpp"

namespace mingze::app {

namespace {

class MutateCommand final : public Command {
 public:
  std::string name() const override { return "mutate"; }
  Message summary() const override {
    return {"逐处改动规则，列出没有用例发现的改动",
            "change the rules one at a time and list the changes that no test notices"};
  }
  std::vector<Example> examples() const override {
    return {
        {"mutate 规则", {"改动一个文件夹里的规则", "change the rules of a folder"}},
        {"mutate 规则 --clause （五）",
         {"只改动依据（五）的规则", "change only the rules that cite （五）"}},
        {"mutate 规则 --fail-under 95",
         {"用例发现的不到 95% 时退出码为 1", "exit with 1 if the tests notice less than 95%"}},
    };
  }

  std::vector<std::string> formats() const override { return {"terminal", "json", "html"}; }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    add_packs(command, packs_, language);
    add_list(command, "--rule", statements_, "ID",
             zh ? "只改动有这个标识的规则、问题或裁定（可重复）"
                : "change only the rule, finding or decision with this id (repeatable)");
    add_list(command, "--clause", clauses_, "TEXT",
             zh ? "只改动所依据的条款含这些字的规则和问题（可重复）"
                : "change only rules and findings that cite a clause with this text (repeatable)");
    add_filter(command, filters_, language);
    command
        .add_option("--fail-under", percent_,
                    zh ? "用例发现的改动不到百分之几时，退出码为 1（默认 0：退出码总是 0）"
                       : "exit with 1 if the tests notice less of the changes than this, in "
                         "percent (default 0: the exit code is 0)")
        ->type_name("PERCENT");
  }

  Exit run(const Context& context, Inputs inputs) override {
    if (percent_ > 100)
      throw WrongUsage{"bad-value",
                       {"--fail-under 是 0 到 100 的数", "--fail-under is a number from 0 to 100"}};
    name_packs(context, packs_, inputs);
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    Progress progress(context, {"改动规则", "changing the rules"});
    const auto report =
        mutate(workspace, inputs,
               {.jobs = context.settings.jobs,
                .filters = filters_,
                .statements = statements_,
                .clauses = clauses_,
                .progress = [&](std::size_t done, std::size_t all) { progress.at(done, all); }});
    progress.wipe();
    if (tell_problems(context, workspace) || !report) return Exit::wrong;
    tell_notes(context, workspace);
    check(*report);
    const Exit written = write_document(context, [&](std::ostream& out) {
      const Settings& settings = context.settings;
      if (settings.format == "json")
        write_mutations_json(out, *report, workspace.sources(), settings.language());
      else if (settings.format == "html")
        write_mutations_html(out, *report, workspace.sources(), settings.language());
      else
        write_mutations_terminal(out, *report, workspace.sources(), settings.out_style);
    });
    const report::MutationReport::Counts& counts = report->counts;
    const bool under = counts.killed * 100 < counts.counted() * percent_;
    return written == Exit::good && under ? Exit::found : written;
  }

 private:
  /// That there is something to tell.
  void check(const report::MutationReport& report) const {
    if (report.failing > 0) {
      const std::string count = std::to_string(report.failing);
      throw WrongUsage{"tests-fail",
                       {"先改好 " + count + " 个未通过的用例（mingze test 说明原因），再看改动",
                        "mend the failing tests first (" + count + "; mingze test tells why)"}};
    }
    if (report.tests == 0 && !filters_.empty())
      throw WrongUsage{"no-such-test",
                       {"没有用例的标签或文件名含“" + filters_.front() + "”",
                        "no test has \"" + filters_.front() + "\" in its label or file"}};
    if (report.counts.mutants == 0 && !(statements_.empty() && clauses_.empty()))
      throw WrongUsage{"unknown-id",
                       {"没有这样的规则、问题或裁定可以改动",
                        "there is no such rule, finding or decision to change"}};
  }

  std::vector<std::string> packs_;
  std::vector<std::string> statements_;
  std::vector<std::string> clauses_;
  std::vector<std::string> filters_;
  unsigned percent_ = 0;
};

}  // namespace

std::unique_ptr<Command> mutate_command() { return std::make_unique<MutateCommand>(); }

}  // namespace mingze::app
