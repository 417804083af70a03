#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/commands.hpp"
#include "app/cli/progress.hpp"
#include "app/session/check.hpp"
#include "app/session/compare.hpp"
#include "app/session/compare_drafts.hpp"
#include "app/session/draft_files.hpp"
#include "app/session/git_files.hpp"
#include "app/session/record.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

namespace {

class DiffCommand final : public Command {
 public:
  std::string name() const override { return "diff"; }
  Message summary() const override {
    return {"两个版本的规则比较：哪些裁定和问题变了，为什么",
            "compare two versions of rules: which decisions and findings change, and why"};
  }
  std::vector<Example> examples() const override {
    return {
        {"diff 旧规则 新规则",
         {"在规则自带的事实和用例上比较两个文件夹",
          "compare two folders over their facts and their tests"}},
        {"diff git:HEAD 规则 --facts 数据",
         {"与 git 里的上一个版本比较，事实取自数据文件夹",
          "compare with a revision in git, over a folder of data"}},
        {"diff git:main 规则 --draft 草案.docx --format md",
         {"写成代码平台上的摘要，连同一份草案的变化",
          "as a summary for a code host, with what changes in a draft"}},
        {"diff 草案-上一稿.docx 草案.docx",
         {"同一份草案的两稿：牵头和配合谁变了，问题添了还是少了",
          "two versions of a draft: whose duties change, and which findings come and go"}},
    };
  }

  std::vector<std::string> formats() const override { return {"terminal", "json", "md", "html"}; }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    command
        .add_option("old", before_,
                    zh ? "旧版本：.mz 文件、文件夹、内置规则包的名称，或 git:版本[:路径]；也可以是"
                         "一份草案"
                       : "the old version: an .mz file, a folder, the name of a built-in pack, or "
                         "git:REVISION[:PATH]; or a draft")
        ->required()
        ->type_name("OLD");
    command
        .add_option("new", after_,
                    zh ? "新版本，写法相同；用 --replay 时不写"
                       : "the new version, likewise; with --replay there is none")
        ->type_name("NEW");
    add_list(command, "--draft", drafts_, "DRAFT|DIR",
             zh ? "也比较这份草案（或文件夹里的草案）的结果（可重复）"
                : "compare what comes of this draft too, or of those in a folder "
                  "(repeatable)");
    command
        .add_option("--replay", record_,
                    zh ? "与 mingze resolve --record 记下的结果比较：只写一个版本，数据取自记录"
                       : "compare with what mingze resolve --record kept: name one version; the "
                         "data are those of the record")
        ->type_name("FILE");
    command
        .add_option("--proofs", proofs_,
                    zh ? "每组事实里前多少处变化附上完整的理由（默认 100）"
                       : "so many changes of each collection of facts have their proofs (default "
                         "100)")
        ->type_name("N");
  }

  Exit run(const Context& context, Inputs inputs) override {
    if (record_.empty() == after_.empty())
      throw WrongUsage{"missing-argument",
                       {"比较两个版本要写旧版本和新版本；用 --replay 时只写一个版本",
                        "name the old and the new version; with --replay only one version"}};
    if (!record_.empty()) return replay(context, std::move(inputs));
    if (is_draft(context, before_) || is_draft(context, after_))
      return run_drafts(context, std::move(inputs));
    const DraftFiles drafts = draft_files(context.files, drafts_);
    const auto before = opened(context, before_, after_, inputs);
    const auto after = opened(context, after_, before_, inputs);
    if (!before || !after) return Exit::wrong;
    Progress progress(context, {"正在比较", "comparing"});
    CompareOptions options;
    options.jobs = context.settings.jobs;
    options.proofs = proofs_;
    options.progress = [&](std::size_t done, std::size_t all) { progress.at(done, all); };
    auto report = compare(before->version, after->version, options);
    progress.wipe();
    const bool wrong_before = tell_problems(context, before->workspace);
    const bool wrong_after = tell_problems(context, after->workspace);
    if (wrong_before || wrong_after || !report) return Exit::wrong;
    tell_notes(context, after->workspace);
    std::optional<Checked> old_drafts;  // what is told of drafts refers to them
    std::optional<Checked> new_drafts;
    if (!drafts_.empty()) {
      for (const Failure& failure : drafts.failures) tell(context, failure);
      if (!drafts.failures.empty()) return Exit::wrong;
      old_drafts = checked(context, before->version, drafts.paths);
      new_drafts = checked(context, after->version, drafts.paths);
      if (!old_drafts || !new_drafts) return Exit::wrong;
      for (report::DiffScene& scene : same_drafts(old_drafts->report, new_drafts->report))
        report->scenes.push_back(std::move(scene));
      report->drafts = drafts.paths.size();
    }
    return finish(context, *report);
  }

 private:
  /// A version that was read; it refers to itself.
  struct Opened {
    Opened(const FileSystem& files, const Packs& packs, std::string name, const Inputs& inputs,
           std::unique_ptr<GitFiles> git_files)
        : git(std::move(git_files)),
          workspace(git ? *git : files, packs),
          version{std::move(name), workspace, inputs} {
      workspace.load(version.inputs);
    }
    std::unique_ptr<GitFiles> git;
    Workspace workspace;
    VersionInputs version;
  };

  /// Reads one version; of one in git without a path, what the other names.
  static std::unique_ptr<Opened> opened(const Context& context, const std::string& name,
                                        const std::string& other, Inputs inputs) {
    std::unique_ptr<GitFiles> git;
    if (const auto named = git_name(name)) {
      const auto theirs = git_name(other);
      const std::string path = !named->path.empty() ? named->path : theirs ? theirs->path : other;
      auto open = GitFiles::open(context.files, named->revision, path);
      const auto inside = open ? open.value()->path_of(path) : Result<std::string>(open.failure());
      if (!inside) {
        tell(context, inside.failure());
        return nullptr;
      }
      inputs.programs = {inside.value()};
      git = std::move(open.value());
    } else {
      name_packs(context, {name}, inputs);
    }
    return std::make_unique<Opened>(context.files, context.packs, name, inputs, std::move(git));
  }

  /// What was recorded, against what the version named comes to over the same data.
  Exit replay(const Context& context, Inputs inputs) const {
    const auto text = context.files.read(record_);
    const auto record = text ? read_record(record_, text.value()) : Result<Record>(text.failure());
    if (!record) {
      tell(context, record.failure());
      return Exit::wrong;
    }
    const RecordedFiles recorded(context.files, record.value());
    const RememberedFiles files(recorded);
    const Context reading{context.terminal, files, context.packs, context.settings};
    if (!context.settings.as_of_given) inputs.as_of = record.value().as_of;
    inputs.facts.insert(inputs.facts.begin(), recorded.folders().begin(), recorded.folders().end());
    const auto now = opened(reading, before_, before_, std::move(inputs));
    if (!now) return Exit::wrong;
    const auto prepared =
        prepare(now->workspace, now->version.inputs, now->version.inputs.as_of, true);
    if (tell_problems(context, now->workspace) || !prepared) return Exit::wrong;
    const Evaluation evaluation = app::run(*prepared, prepared->stated);
    now->workspace.problems().add(evaluation.diagnostics);
    if (tell_problems(context, now->workspace)) return Exit::wrong;
    tell_notes(context, now->workspace);
    report::DiffReport report;
    report.replayed = true;
    report.before = record_;
    report.after = before_;
    report.as_of = now->version.inputs.as_of;
    report::DiffScene scene = differences(record.value(), now->workspace, *prepared, evaluation);
    if (scene.any()) report.scenes.push_back(std::move(scene));
    return finish(context, report);
  }

  static Exit finish(const Context& context, const report::DiffReport& report) {
    const Exit written =
        write_document(context, [&](std::ostream& out) { write(out, report, context.settings); });
    if (written != Exit::good) return written;
    return leave(context, report.any() ? Exit::found : Exit::good);
  }

  /// Drafts that were checked with one version of the rules.
  struct Checked {
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Prepared> prepared;
    report::CheckReport report;
  };

  /// Nothing where one can't be read, which is told.
  static std::optional<Checked> checked(const Context& context, const VersionInputs& version,
                                        const std::vector<std::string>& drafts) {
    Inputs inputs = version.inputs;
    inputs.always_default_packs = true;
    inputs.with_tests = false;
    inputs.asks = false;
    Checked out{std::make_unique<Workspace>(version.workspace.files(), context.packs), {}, {}};
    out.workspace->load(inputs);
    out.prepared = prepare(*out.workspace, inputs, inputs.as_of, true);
    if (tell_problems(context, *out.workspace) || !out.prepared) return std::nullopt;
    CheckOptions options;
    options.drafts = drafts;
    options.jurisdiction = context.settings.jurisdiction;
    options.silenced = context.settings.silenced;
    if (context.settings.as_of_given) options.names_as_of = inputs.as_of;
    options.jobs = context.settings.jobs;
    options.keep_files = false;
    out.report = check_drafts(*out.workspace, *out.prepared, options);
    if (tell_problems(context, *out.workspace)) return std::nullopt;
    return out;
  }

  /// A file that is read as a draft, not as rules.
  static bool is_draft(const Context& context, const std::string& name) {
    return context.files.kind(name) == PathKind::file && !name.ends_with(".mz");
  }

  Exit run_drafts(const Context& context, Inputs inputs) const {
    for (const std::string& name : {before_, after_})
      if (context.files.kind(name) == PathKind::missing || !is_draft(context, name))
        throw WrongUsage{"wrong-usage",
                         {"“" + name + "”不是草案；草案只能与草案比较",
                          "\"" + name + "\" is no draft; drafts are compared with drafts"}};
    if (!drafts_.empty())
      throw WrongUsage{"options-clash",
                       {"比较两份草案时不用 --draft", "two drafts are compared without --draft"}};
    Workspace workspace(context.files, context.packs);
    const VersionInputs rules{"", workspace, std::move(inputs)};
    const auto before = checked(context, rules, {before_});
    const auto after = checked(context, rules, {after_});
    if (!before || !after) return Exit::wrong;
    report::DiffReport report;
    report.of_drafts = true;
    report.before = before_;
    report.after = after_;
    report.as_of = rules.inputs.as_of;
    report.drafts = 1;
    report::DiffScene scene =
        two_drafts(before->report.drafts.front(), after->report.drafts.front());
    if (scene.any()) report.scenes.push_back(std::move(scene));
    return finish(context, report);
  }

  static void write(std::ostream& out, const report::DiffReport& report, const Settings& settings) {
    if (settings.format == "json")
      write_diff_json(out, report, settings.language());
    else if (settings.format == "md")
      write_diff_markdown(out, report, settings.language());
    else if (settings.format == "html")
      write_diff_html(out, report, settings.language());
    else
      write_diff_terminal(out, report, settings.out_style);
  }

  std::string before_;
  std::string after_;
  std::string record_;
  std::vector<std::string> drafts_;
  std::uint64_t proofs_ = CompareOptions{}.proofs;
};

}  // namespace

std::unique_ptr<Command> diff_command() { return std::make_unique<DiffCommand>(); }

}  // namespace mingze::app
