#include "app/session/check.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "app/cli/commands.hpp"
#include "report/check_docx.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

namespace {

class CheckCommand final : public Command {
 public:
  std::string name() const override { return "check"; }
  Message summary() const override {
    return {"检查政策文稿：谁做什么，哪里有问题",
            "read policy drafts: who does what, and what is wrong"};
  }

  std::vector<std::string> formats() const override { return {"terminal", "json", "docx"}; }

  void declare(CLI::App& command, Language language) override {
    command
        .add_option("drafts", drafts_,
                    language == Language::zh
                        ? "文稿（Word 的 .docx，PDF，或 .txt、.md；- 表示标准输入）"
                        : "drafts (Word's .docx, PDF, or .txt, .md; - is standard input)")
        ->type_name("DRAFT…")
        ->required();
    command.add_flag("--original", original_,
                     language == Language::zh
                         ? "Word 文稿带修订时，读修订前的文字（默认读接受修订后的文字）"
                         : "read Word drafts as before their tracked changes (else as accepted)");
    command.add_flag("--why", why_,
                     language == Language::zh
                         ? "逐条说明为什么报告、为什么这样建议：规则、条款、事实和文稿中的位置"
                         : "with each finding and each suggested lead its proof: rules, clauses, "
                           "facts and places in the draft");
  }

  Exit run(const Context& context, Inputs inputs) override {
    const bool docx = context.settings.format == "docx";
    if (docx) demand_a_copy(context.settings.output);
    inputs.always_default_packs = true;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    warn_of_unknown_codes(context, prepared->program());
    CheckOptions options{drafts_, context.settings.jurisdiction, context.settings.silenced, {}, {}};
    options.why = why_;
    if (original_) options.revision = draft::Revision::original;
    if (context.settings.as_of_given) options.names_as_of = inputs.as_of;
    const report::CheckReport report = check_drafts(workspace, *prepared, options);
    const bool unreadable = tell_problems(context, workspace);
    if (unreadable && report.drafts.empty()) return Exit::wrong;
    tell_notes(context, workspace);
    if (docx) return write_comments(context, report);
    const Exit written = write_document(context, [&](std::ostream& out) {
      if (context.settings.format == "json")
        write_check_json(out, report, context.settings.language());
      else
        write_check_terminal(out, report, context.settings.out_style);
    });
    if (unreadable || written != Exit::good) return Exit::wrong;
    return leave(context, exit_for(context, report.gravest()));
  }

 private:
  /// Comments go into a copy of one draft, which must have a name of its own.
  void demand_a_copy(const std::string& output) const {
    namespace fs = std::filesystem;
    const std::string example = fs::path(drafts_.front()).stem().string() + "-批注.docx";
    if (drafts_.size() != 1)
      throw WrongUsage{{"--format docx 一次只给一份文稿加批注",
                        "--format docx puts comments into one draft at a time"}};
    if (output.empty())
      throw WrongUsage{{"--format docx 要用 -o 指明批注稿写到哪里，例如 -o " + example,
                        "--format docx needs a file for the copy: -o " + example}};
    std::error_code ignored;
    if (normal_path(output) == normal_path(drafts_.front()) ||
        fs::equivalent(output, drafts_.front(), ignored))
      throw WrongUsage{{"-o 不能是原稿本身：原稿从不改动；请换一个名称，例如 -o " + example,
                        "-o can't be the draft itself, which is never changed; choose another "
                        "name, such as -o " +
                            example}};
  }

  static Exit write_comments(const Context& context, const report::CheckReport& report) {
    const report::CheckedDraft& draft = report.drafts.front();
    const auto copy = report::commented_docx(draft, context.settings.language());
    if (!copy) {
      context.terminal.err << report::drawn(copy.failure(), context.settings.err_style);
      return Exit::wrong;
    }
    const Exit written = write_document(context, [&](std::ostream& out) { out << copy.value(); });
    if (written != Exit::good) return written;
    if (!context.settings.quiet) {
      const std::string count = std::to_string(draft.findings.size());
      const Message done{"已写 " + context.settings.output + "：" + count + " 条批注",
                         context.settings.output + ": " + count + " comments"};
      context.terminal.err << done.in(context.settings.language()) << "\n";
    }
    return exit_for(context, report.gravest());
  }

  std::vector<std::string> drafts_;
  bool original_ = false;
  bool why_ = false;
};

}  // namespace

std::unique_ptr<Command> check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace mingze::app
