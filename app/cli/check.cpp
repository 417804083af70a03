#include "app/session/check.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/check_faces.hpp"
#include "app/cli/commands.hpp"

namespace mingze::app {

namespace {

class CheckCommand final : public Command {
 public:
  std::string name() const override { return "check"; }
  Message summary() const override {
    return {"检查政策文稿：谁做什么，哪里有问题",
            "read policy drafts: who does what, and what is wrong"};
  }

  std::vector<std::string> formats() const override { return check_formats(); }

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
    demand_sensible_output(context, drafts_);
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
    const Exit written = write_check(context, report);
    if (unreadable || written != Exit::good) return Exit::wrong;
    return leave(context, exit_for(context, report.gravest()));
  }

 private:
  std::vector<std::string> drafts_;
  bool original_ = false;
  bool why_ = false;
};

}  // namespace

std::unique_ptr<Command> check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace mingze::app
