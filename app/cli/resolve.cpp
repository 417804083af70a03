#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"
#include "app/cli/progress.hpp"
#include "app/session/database_files.hpp"
#include "app/session/explain.hpp"
#include "app/session/record.hpp"
#include "app/session/run.hpp"
#include "report/diagnostics.hpp"
#include "report/resolve_faces.hpp"

namespace mingze::app {

namespace {

/// How much of a run, in percent, reading the data is taken for.
constexpr std::size_t data_share = 40;

class ResolveCommand final : public Command {
 public:
  std::string name() const override { return "resolve"; }
  Message summary() const override {
    return {"运行规则与数据：裁定和问题", "evaluate rules and facts: decisions and findings"};
  }
  std::vector<Example> examples() const override {
    return {
        {"resolve 清单.mz",
         {"运行规则与事实，列出裁定和问题", "evaluate rules and facts: decisions and findings"}},
        {"resolve 规则.mz --facts 数据 -o 结果.json",
         {"事实取自数据文件夹，结果写成 JSON",
          "take facts from a folder and write the result as JSON"}},
        {"resolve 规则.mz --facts 登记册.sqlite -o 结果.sqlite",
         {"从数据库读事实，裁定、候选、问题和理由写进另一个数据库",
          "facts from a database; decisions, candidates, findings and proofs into another"}},
    };
  }
  std::vector<std::string> formats() const override {
    return {"terminal", "json", "tsv", "sqlite"};
  }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    command
        .add_option("programs", programs_,
                    zh ? "程序：.mz 文件或文件夹" : "programs: .mz files or folders of them")
        ->type_name("PROGRAM…");
    command.add_flag("--summary", summary_, zh ? "只写汇总" : "print the summary alone");
    command.add_option("--decision", decision_, zh ? "只写这一裁定" : "print this decision only")
        ->type_name("ID");
    command
        .add_option("--relation", relation_,
                    zh ? "只写这一关系的内容（可用 --format tsv）"
                       : "print the tuples of this relation only (also with --format tsv)")
        ->type_name("ID");
    command.add_flag("--no-proofs", no_proofs_,
                     zh ? "数据库里不写理由：快得多，小得多"
                        : "no proofs in a database: much quicker and smaller");
    command
        .add_option("--record", record_,
                    zh ? "把数据、裁定和问题记到这个文件，以后用 mingze diff --replay 比较"
                       : "keep data, decisions and findings in this file, for mingze diff --replay")
        ->type_name("FILE");
  }

  Exit run(const Context& context, Inputs inputs) override {
    inputs.programs = programs_;
    if (context.settings.format == "tsv" && relation_.empty() && decision_.empty())
      throw WrongUsage{"missing-argument",
                       {"--format tsv 需要 --relation ID", "--format tsv needs --relation ID"}};
    const bool database = context.settings.format == "sqlite";
    if (database && !may_write_database(context)) return Exit::wrong;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    Progress progress(context, {"正在求解", "resolving"});
    inputs.data_read = [&](std::size_t done, std::size_t all) {
      progress.at(data_share * done / all, 100);
    };
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    progress.wipe();
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    demand_unread(context, context.settings.output, "-o");
    demand_unread(context, record_, "--record");
    const Program& program = prepared->program();
    report::Selection selection = select(program);
    selection.silenced = context.settings.silenced;
    warn_of_unknown_codes(context, program);

    const bool with_proofs = database && !no_proofs_;
    const Database stated = with_proofs ? prepared->stated : Database();
    const Evaluation evaluation =
        app::run(*prepared, std::move(prepared->stated), [&](std::size_t done, std::size_t all) {
          progress.at(data_share + (100 - data_share) * done / all, 100);
        });
    progress.wipe();
    workspace.problems().add(evaluation.diagnostics);
    if (tell_problems(context, workspace)) return Exit::wrong;
    tell_notes(context, workspace);
    if (!record_.empty() && !recorded(context, workspace, *prepared, evaluation))
      return Exit::wrong;
    const report::Resolution resolution(program, evaluation, workspace.sources(), selection);
    const Exit written = database
                             ? write_database(context, resolution,
                                              {*prepared, stated, evaluation, workspace.sources()})
                             : write_document(context, [&](std::ostream& out) {
                                 write(out, resolution, context.settings);
                               });
    if (written != Exit::good) return written;
    return leave(context, exit_for(context, resolution.gravest()));
  }

 private:
  [[nodiscard]] bool recorded(const Context& context, const Workspace& workspace,
                              const Prepared& prepared, const Evaluation& evaluation) const {
    const auto failure = context.files.write(
        record_, [&](std::ostream& out) { write_record(out, workspace, prepared, evaluation); });
    if (failure) tell(context, *failure);
    return !failure;
  }

  [[nodiscard]] static bool may_write_database(const Context& context) {
    if (context.settings.output.empty())
      throw WrongUsage{"missing-argument",
                       {"--format sqlite 需要 -o 文件", "--format sqlite needs -o FILE"}};
    const auto failure = refused(context.files, context.settings.output);
    if (failure) tell(context, *failure);
    return !failure;
  }

  [[nodiscard]] Exit write_database(const Context& context, const report::Resolution& resolution,
                                    const Explained& run) const {
    const report::CitedFacts cited(resolution.program());
    Explained explained = run;
    explained.cited = &cited;
    Explainer explainer(resolution.program(), run.prepared.plan, run.evaluation);
    Progress progress(context, {"正在写数据库", "writing the database"});
    const auto failure = context.files.fill(context.settings.output, [&](const std::string& path) {
      return write_resolve_sqlite(
          path, resolution, no_proofs_ ? report::Proofs() : proofs_of(explained, explainer),
          context.settings.language(),
          [&](std::size_t done, std::size_t all) { progress.at(done, all); });
    });
    progress.wipe();
    if (!failure) return Exit::good;
    tell(context, *failure);
    return Exit::wrong;
  }

  [[nodiscard]] report::Selection select(const Program& program) const {
    report::Selection selection;
    selection.summary_only = summary_;
    if (!decision_.empty()) selection.decision = find(program, decision_, true, "--decision");
    if (!relation_.empty()) selection.relation = find(program, relation_, false, "--relation");
    return selection;
  }

  /// The predicate of this name; a decision's tuples may be asked for like a relation's.
  static PredicateId find(const Program& program, const std::string& id, bool decision,
                          const std::string& option) {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < program.predicates.size(); ++i) {
      const Predicate& predicate = program.predicates[i];
      if (decision && !predicate.decision) continue;
      if (predicate.id == id) return {i};
      names.push_back(predicate.id);
    }
    const Message hint = did_you_mean(id, names);
    const Message what = decision ? Message{"裁定", "decision"} : Message{"关系", "relation"};
    throw WrongUsage{"unknown-id",
                     {option + "：没有名为“" + id + "”的" + what.zh + hint.zh,
                      option + ": there is no " + what.en + " \"" + id + "\"" + hint.en}};
  }

  static void write(std::ostream& out, const report::Resolution& resolution,
                    const Settings& settings) {
    const report::Selection& selection = resolution.selection();
    if (settings.format == "tsv")
      write_tuples_tsv(out, resolution,
                       selection.relation ? *selection.relation : *selection.decision);
    else if (settings.format == "json")
      write_resolve_json(out, resolution, settings.language());
    else
      write_resolve_terminal(out, resolution, settings.out_style);
  }

  std::vector<std::string> programs_;
  bool summary_ = false;
  std::string decision_;
  std::string relation_;
  std::string record_;
  bool no_proofs_ = false;
};

}  // namespace

std::unique_ptr<Command> resolve_command() { return std::make_unique<ResolveCommand>(); }

}  // namespace mingze::app
