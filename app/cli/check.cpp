#include "app/session/check.hpp"

#include <CLI/CLI.hpp>
#include <utility>

#include "app/cli/check_faces.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/comments.hpp"
#include "app/cli/fix.hpp"
#include "app/cli/progress.hpp"
#include "app/session/draft_files.hpp"

namespace mingze::app {

namespace {

class CheckCommand final : public Command {
 public:
  std::string name() const override { return "check"; }
  Message summary() const override {
    return {"检查政策文稿：谁做什么，哪里有问题",
            "read policy drafts: who does what, and what is wrong"};
  }
  std::vector<Example> examples() const override {
    return {
        {"check 草案.docx",
         {"检查一份文稿，结果显示在屏幕上", "check a draft and show what was found"}},
        {"check 草案.docx -o 批注.docx",
         {"另存一份 Word，问题批注在原文旁边，草案本身不动",
          "write a copy of the Word file with the findings as comments; the draft is left alone"}},
        {"check 草案.docx --fix",
         {"另存一份修改稿，有把握的改好，每处都是可以接受或拒绝的修订",
          "write a copy with the sure repairs, as tracked changes to accept or reject"}},
        {"check 草案.docx --fix=1:市水务局",
         {"第 1 个问题由市水务局牵头，写进修改稿；问题的编号写在检查结果的建议后面",
          "finding 1 is led by that body, written into the copy; the number stands behind the "
          "suggestion"}},
        {"check 草案.docx -o 分工表.xlsx",
         {"把谁牵头、谁配合写成 Excel 表", "write who leads and who cooperates as a spreadsheet"}},
        {"check 草案.docx -o 报告.html",
         {"写成一个网页：原文和问题、谁做什么、各单位任务量",
          "write one web page: the text with the findings, who does what, who has how much to do"}},
        {"check 草案.txt -o 报告.sarif",
         {"写成 SARIF 文件，供程序员的编辑器和代码检查工具读取",
          "write SARIF for editors and code scanning"}},
        {"check 草案.docx --list 责任清单.xlsx",
         {"按本地的责任清单核对牵头单位", "compare the leads with the place's own list"}},
        {"check 文稿文件夹 -o 报告.html",
         {"检查文件夹中的全部文稿，并相互比对牵头单位",
          "check all drafts of a folder, and compare their leads with each other"}},
        {"check 文稿文件夹 --format docx",
         {"文件夹里的每份 .docx 都另存一份批注稿，写在旁边：原名-批注.docx",
          "write a commented copy of each .docx in a folder, beside it: NAME-comments.docx"}},
    };
  }

  std::vector<std::string> formats() const override { return check_formats(); }

  void declare(CLI::App& command, Language language) override {
    command
        .add_option(
            "drafts", drafts_,
            language == Language::zh
                ? "文稿（Word、WPS 的 .docx，PDF，或 .txt、.md；.doc 和 .wps 先另存为 .docx；- 表示"
                  "标准输入），或放文稿的文件夹：连同下级文件夹一起检查，并互相对照。文件名里有空格的，"
                  "加引号。文稿旁边可以放 明责.tsv，一行一个本地的叫法：市资建局 = 自然资源部门"
                : "drafts (.docx of Word and WPS, PDF, or .txt, .md; save .doc and .wps as .docx "
                  "first; - is standard input), or folders: all drafts in them are checked, and "
                  "compared with each other. A name with blanks stands in quotes. Local names may "
                  "stand beside the draft in mingze.tsv, one a line: 市资建局 = 自然资源部门")
        ->type_name("DRAFT|DIR…")
        ->required();
    command.add_flag("--original", original_,
                     language == Language::zh
                         ? "Word 文稿带修订时，读修订前的文字（默认读接受修订后的文字）"
                         : "read Word drafts as before their tracked changes (else as accepted)");
    add_list(command, "--list", lists_, "FILE",
             language == Language::zh
                 ? "本地的责任清单（.xlsx、.docx、.tsv 或 .csv，原样即可）：按它核对牵头单位、"
                   "建议由谁牵头（可重复）"
                 : "the place's own list of responsibilities (.xlsx, .docx, .tsv or .csv, as "
                   "it is): leads are compared with it, and suggested from it (repeatable)");
    command
        .add_flag(
            "--fix", fix_,
            language == Language::zh
                ? "另存一份修改稿并重新检查，Word 文稿里每处改动都是修订；原稿不动。--fix "
                  "改有把握的；--fix=2,5 改选定的，编号见检查结果；--fix=5:市水务局 写明第 5 "
                  "个问题由谁牵头；--fix=old-name 改这一类。默认存为原稿旁边的“原名-修改稿”；几份文稿或文件夹只用 --fix 或代码"
                : "write a repaired copy, of a Word file with tracked changes, and check it; the "
                  "draft is left alone. --fix makes the sure repairs; --fix=2,5 chosen ones, by "
                  "the numbers that check tells; --fix=5:BODY has BODY lead in finding 5; "
                  "--fix=old-name all of this code. Written beside the draft as NAME-repaired; "
                  "of several drafts or a folder --fix alone or with codes")
        ->option_text("[=…]");
    command.add_flag("--why", why_,
                     language == Language::zh
                         ? "逐条说明为什么报告、为什么这样建议：规则、条款、事实和文稿中的位置"
                         : "with each finding and each suggested lead its proof: rules, clauses, "
                           "facts and places in the draft");
  }

  Exit run(const Context& context, Inputs inputs) override {
    std::vector<std::string> no_drafts = lists_;
    if (context.files.kind(context.settings.output) == PathKind::folder)
      no_drafts.push_back(context.settings.output);
    DraftFiles found = draft_files(context.files, drafts_, no_drafts);
    std::optional<Fix> fix;
    std::optional<Copies> comments;
    if (!fix_.empty())
      fix = fix_of(context, drafts_, found.paths, fix_, original_);
    else if (context.settings.format == "docx")
      comments = commented_copies(context, drafts_, found.paths);
    else
      demand_sensible_output(context, found.paths);
    inputs.always_default_packs = true;
    inputs.asks = false;
    const std::string configuration = configuration_folder(context.terminal);
    const std::vector<report::UsedFile> own = own_programs(context, configuration, inputs);
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    CheckOptions options = options_for(context);
    options.drafts = found.paths;
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    warn_of_unknown_codes(context, prepared->program());
    report::CheckReport report = checked(context, workspace, *prepared, options, found);
    report.used.insert(report.used.begin(), own.begin(), own.end());
    const bool unreadable = tell_problems(context, workspace);
    if (unreadable && report.drafts.empty()) return Exit::wrong;
    tell_notes(context, workspace);
    if (fix && !report.drafts.empty()) {
      const Exit end = write_fixed(context, std::move(report), *fix, inputs, options);
      return end == Exit::wrong ? end : leave(context, unreadable ? Exit::wrong : end);
    }
    const Exit end = unreadable ? Exit::wrong : exit_for(context, report.gravest());
    const Exit written =
        comments ? write_comments(context, report, *comments) : write_check(context, report, end);
    if (unreadable || written != Exit::good) return Exit::wrong;
    return leave(context, end);
  }

 private:
  [[nodiscard]] CheckOptions options_for(const Context& context) const {
    CheckOptions options;
    options.jurisdiction = context.settings.jurisdiction;
    options.silenced = context.settings.silenced;
    options.lists = lists_;
    if (context.settings.as_of_given) options.names_as_of = context.settings.inputs.as_of;
    options.configuration = configuration_folder(context.terminal);
    options.why = why_;
    if (original_) options.revision = draft::Revision::original;
    options.jobs = context.settings.jobs;
    options.kinds = context.settings.format == "sarif";
    options.keep_files = context.settings.format == "docx" || !fix_.empty();
    return options;
  }

  static report::CheckReport checked(const Context& context, Workspace& workspace,
                                     Prepared& prepared, CheckOptions options,
                                     const DraftFiles& found) {
    Progress progress(context, {"正在检查", "checking"});
    options.progress = [&](std::size_t done, std::size_t all) { progress.at(done, all); };
    report::CheckReport report = check_drafts(workspace, prepared, options);
    auto& failures = workspace.problems().failures;
    failures.insert(failures.begin(), found.failures.begin(), found.failures.end());
    report.failures = failures;
    report.passed_over = found.passed_over;
    return report;
  }

  /// $XDG_CONFIG_HOME/mingze, else ~/.config/mingze; empty where neither is told.
  static std::string configuration_folder(const Terminal& terminal) {
    const std::string base = terminal.environment("XDG_CONFIG_HOME");
    const std::string home = terminal.environment("HOME");
    if (base.empty() && home.empty()) return {};
    return join_path(base.empty() ? join_path(home, ".config") : base, "mingze");
  }

  /// The user's own sentences, 明责.mz in that folder, are part of every check.
  static std::vector<report::UsedFile> own_programs(const Context& context,
                                                    const std::string& configuration,
                                                    Inputs& inputs) {
    std::vector<report::UsedFile> used;
    if (configuration.empty()) return used;
    for (const char* name : {"明责.mz", "mingze.mz"}) {
      const std::string path = join_path(configuration, name);
      if (context.files.kind(path) != PathKind::file) continue;
      inputs.programs.push_back(path);
      used.push_back({path, {"本人的规则和事实", "the user's own rules and facts"}});
    }
    return used;
  }

  std::vector<std::string> drafts_;
  std::vector<std::string> lists_;
  bool original_ = false;
  bool why_ = false;
  std::string fix_;  ///< as written; "true" where nothing is picked; empty without --fix
};

}  // namespace

std::unique_ptr<Command> check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace mingze::app
