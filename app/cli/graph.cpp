#include <CLI/CLI.hpp>
#include <array>
#include <ostream>

#include "app/cli/commands.hpp"
#include "app/session/names.hpp"
#include "app/session/run.hpp"
#include "report/graphs.hpp"

namespace mingze::app {

namespace {

/// What is drawn, where no relation is named: ids of the packs' published words. The first that
/// the program declares is the main one.
constexpr std::array<std::string_view, 3> usual_responsibility{"leads", "cooperates", "supervises"};
constexpr std::array<std::string_view, 3> usual_delegation{"asks", "settled", "must-settle"};

constexpr std::size_t most_boxes = 20'000;

class GraphCommand final : public Command {
 public:
  std::string name() const override { return "graph"; }
  Message summary() const override {
    return {"画图：谁负责什么、谁要求谁、规则的依赖与优先",
            "draw who is responsible, who asked whom, how rules depend and prevail"};
  }
  std::vector<Example> examples() const override {
    return {
        {"graph responsibility 清单.mz -o 分工.svg",
         {"画谁牵头、配合、监督什么", "draw who leads, cooperates in and supervises what"}},
        {"graph rules 规则 -o 规则.svg",
         {"画规则读什么、得出什么", "draw what rules read and conclude"}},
    };
  }
  std::vector<std::string> formats() const override { return {"dot", "svg"}; }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    const auto say = [zh](const char* in_zh, const char* in_en) {
      return std::string(zh ? in_zh : in_en);
    };
    command
        .add_option("kind", kind_,
                    say("画什么：responsibility（谁牵头、配合、监督）、delegation（谁要求谁明确，"
                        "标出圈）、rules（规则的依赖）、overrides（规则的优先）",
                        "what to draw: responsibility (who leads, cooperates, supervises), "
                        "delegation (who asked whom to settle what, circles marked), rules (what "
                        "depends on what), overrides (which rule prevails over which)"))
        ->type_name("KIND")
        ->required();
    command
        .add_option("programs", programs_,
                    say("程序：.mz 文件或文件夹", "programs: .mz files or folders of them"))
        ->type_name("PROGRAM…");
    add_list(command, "--relation", relations_, "ID",
             say("画这些关系或裁定，第一个为主（可重复；默认用规则包的词）；画 rules 时只画"
                 "与它们有关的，画 overrides 时只画这些裁定",
                 "draw these relations or decisions, the first is the main one (repeatable; "
                 "default: the packs' words); of rules only what is connected with them, of "
                 "overrides only these decisions"));
    add_list(command, "--item", items_, "NAME",
             say("只画与这个名称有关的（可重复）；--at 同样限定地方",
                 "only what concerns this name (repeatable); --at limits it to a place"));
    command.add_flag("--findings", findings_,
                     say("画 rules 时连同问题", "with rules: the findings too"));
    command
        .add_option("--limit", limit_,
                    say("最多画多少个方框（默认 300）", "at most so many boxes (default: 300)"))
        ->type_name("N");
  }

  Exit run(const Context& context, Inputs inputs) override {
    const Draw draw = kind_named();
    if (limit_ == 0 || limit_ > most_boxes)
      throw WrongUsage{"bad-value",
                       {"--limit 应在 1 到 20000 之间", "--limit is between 1 and 20000"}};
    inputs.programs = programs_;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    report::GraphOptions options;
    options.language = context.settings.language();
    options.limit = limit_;
    options.findings = findings_;
    options.drawn = relations_drawn(prepared->program(), draw);
    if (!narrow(options, context, workspace, *prepared)) return Exit::wrong;
    const auto graph = drawn(draw, *prepared, workspace, options);
    if (tell_problems(context, workspace) || !graph) return Exit::wrong;
    tell_notes(context, workspace);
    return write_graph(context, *graph);
  }

 private:
  enum class Draw { responsibility, delegation, rules, overrides };

  [[nodiscard]] Draw kind_named() const {
    const std::vector<std::string> kinds{"responsibility", "delegation", "rules", "overrides"};
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (kinds[i] == kind_) return static_cast<Draw>(i);
    const Message hint = did_you_mean(kind_, kinds);
    const std::string all = "responsibility|delegation|rules|overrides";
    throw WrongUsage{"bad-value",
                     {"没有名为“" + kind_ + "”的图，可画：" + all + hint.zh,
                      "there is no graph \"" + kind_ + "\"; there is " + all + hint.en}};
  }

  static std::optional<PredicateId> find(const Program& program, std::string_view id) {
    for (std::uint32_t i = 0; i < program.predicates.size(); ++i)
      if (program.predicates[i].id == id) return PredicateId{i};
    return std::nullopt;
  }

  [[nodiscard]] std::vector<PredicateId> relations_drawn(const Program& program, Draw draw) const {
    std::vector<PredicateId> drawn;
    for (const std::string& id : relations_) drawn.push_back(named(program, id, draw));
    if (!drawn.empty()) {
      if (draw == Draw::responsibility) all_fit(program, drawn);
      if (draw == Draw::delegation) links(program, drawn.front());
      return drawn;
    }
    if (draw == Draw::responsibility)
      for (const std::string_view id : usual_responsibility)
        if (const auto usual = find(program, id)) drawn.push_back(*usual);
    if (draw == Draw::delegation) {
      for (const std::string_view id : usual_delegation)
        if (const auto usual = find(program, id)) drawn.push_back(*usual);
      if (!drawn.empty() && !report::linked_slots(program[drawn.front()])) drawn.clear();
    }
    if (drawn.empty() && draw == Draw::responsibility) drawn = only_decision(program);
    if (drawn.empty() && (draw == Draw::responsibility || draw == Draw::delegation))
      throw WrongUsage{
          "missing-argument",
          {"程序里没有默认要画的关系，用 --relation ID 指明画哪些",
           "the program has none of the relations drawn by default; name them by --relation ID"}};
    return drawn;
  }

  static std::vector<PredicateId> only_decision(const Program& program) {
    if (program.decisions.size() != 1) return {};
    return {program.decisions.front().predicate};
  }

  static PredicateId named(const Program& program, const std::string& id, Draw draw) {
    const bool decisions = draw == Draw::overrides;
    std::vector<std::string> names;
    for (const Predicate& predicate : program.predicates) {
      if (decisions && !predicate.decision) continue;
      if (predicate.id == id) return *find(program, id);
      names.push_back(predicate.id);
    }
    const Message hint = did_you_mean(id, names);
    const Message what =
        decisions ? Message{"裁定", "decision"} : Message{"关系或裁定", "relation or decision"};
    throw WrongUsage{"unknown-id",
                     {"--relation：没有名为“" + id + "”的" + what.zh + hint.zh,
                      "--relation: there is no " + what.en + " \"" + id + "\"" + hint.en}};
  }

  static void all_fit(const Program& program, const std::vector<PredicateId>& drawn) {
    for (const PredicateId one : drawn)
      if (program[one].slots.size() < 2 || !report::assignment_slots(program, drawn.front(), one))
        throw WrongUsage{"cannot-be-drawn",
                         {"“" + program[one].id + "”的空位与“" + program[drawn.front()].id +
                              "”对不上，不能画在一起",
                          "the slots of \"" + program[one].id + "\" don't fit those of \"" +
                              program[drawn.front()].id + "\", so they can't be drawn together"}};
  }

  static void links(const Program& program, PredicateId main) {
    if (report::linked_slots(program[main])) return;
    throw WrongUsage{"cannot-be-drawn",
                     {"“" + program[main].id + "”没有两个同类的空位，画不出谁连到谁",
                      "\"" + program[main].id +
                          "\" has no two slots of one kind, so it links nobody to anybody"}};
  }

  /// Limits the graph to what the names of --item and --at stand for.
  bool narrow(report::GraphOptions& options, const Context& context, Workspace& workspace,
              Prepared& prepared) const {
    report::Meanings any;
    const auto add = [&](const std::string& option, const std::string& name) {
      const auto meanings = meanings_of(option, name, workspace, prepared);
      any.insert(any.end(), meanings.begin(), meanings.end());
    };
    for (const std::string& item : items_) add("--item", item);
    if (!any.empty()) options.about.push_back(std::exchange(any, {}));
    if (!context.settings.jurisdiction.empty()) add("--at", context.settings.jurisdiction);
    if (!any.empty()) options.about.push_back(std::move(any));
    return !tell_problems(context, workspace);
  }

  static std::optional<report::Graph> drawn(Draw draw, Prepared& prepared, Workspace& workspace,
                                            const report::GraphOptions& options) {
    if (draw == Draw::rules) return report::rules_graph(prepared.program(), prepared.plan, options);
    if (draw == Draw::overrides) return report::overrides_graph(prepared.program(), options);
    const Evaluation evaluation = app::run(prepared, std::move(prepared.stated));
    workspace.problems().add(evaluation.diagnostics);
    if (workspace.problems().fatal()) return std::nullopt;
    return draw == Draw::responsibility
               ? report::assignment_graph(prepared.program(), evaluation, options)
               : report::link_graph(prepared.program(), evaluation, options);
  }

  std::string kind_;
  std::vector<std::string> programs_;
  std::vector<std::string> relations_;
  std::vector<std::string> items_;
  bool findings_ = false;
  std::size_t limit_ = 300;
};

}  // namespace

std::unique_ptr<Command> graph_command() { return std::make_unique<GraphCommand>(); }

}  // namespace mingze::app
