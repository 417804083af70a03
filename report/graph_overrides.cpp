#include <algorithm>
#include <set>

#include "engine/resolve/precedence.hpp"
#include "report/graph_parts.hpp"
#include "report/graphs.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

std::string words_of(DefeatGround ground, Language language) {
  switch (ground) {
    case DefeatGround::overrides:
      return in(language, "优先于", "overrides");
    case DefeatGround::rank:
      return in(language, "择优：位阶", "prefer: rank");
    case DefeatGround::date:
      return in(language, "择优：时间", "prefer: date");
    case DefeatGround::specificity:
      break;
  }
  return in(language, "择优：特别", "prefer: specificity");
}

class OverridesGraph {
 public:
  OverridesGraph(const Program& program, const GraphOptions& options)
      : program_(program), options_(options), language_(options.language), precedence_(program) {}

  Graph run() {
    graph_.title = in(language_, "哪条规则优先于哪条", "Which rule prevails over which");
    graph_.columns = 28;
    for (const DecisionId decision : decisions()) add(decision);
    explain(graph_, NodeLook::plain, in(language_, "提出候选的规则", "a rule that proposes"));
    explain(graph_, NodeLook::bad, in(language_, "排除一个值的规则", "a rule that bars a value"));
    explain(graph_, EdgeLook::strong, in(language_, "写明的优先", "an override as written"));
    explain(graph_, EdgeLook::dashed,
            in(language_, "按裁定的择优", "by what the decision prefers"));
    note_left_out(graph_, left_out_, language_);
    add_notes(graph_, program_, language_);
    return std::move(graph_);
  }

 private:
  [[nodiscard]] std::vector<DecisionId> decisions() const {
    std::vector<DecisionId> all;
    for (std::uint32_t i = 0; i < program_.decisions.size(); ++i)
      if (options_.drawn.empty() ||
          std::find(options_.drawn.begin(), options_.drawn.end(),
                    program_.decisions[i].predicate) != options_.drawn.end())
        all.push_back({i});
    std::sort(all.begin(), all.end(), [&](DecisionId a, DecisionId b) {
      return program_[program_[a].predicate].id < program_[program_[b].predicate].id;
    });
    return all;
  }

  /// The rules that conclude the decision, by id.
  [[nodiscard]] std::vector<RuleId> rules_of(PredicateId predicate) const {
    std::vector<RuleId> rules;
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i)
      if (std::any_of(program_.rules[i].conclusions.begin(), program_.rules[i].conclusions.end(),
                      [&](const Conclusion& one) { return one.atom.predicate == predicate; }))
        rules.push_back({i});
    std::sort(rules.begin(), rules.end(),
              [&](RuleId a, RuleId b) { return program_[a].id < program_[b].id; });
    return rules;
  }

  void add(DecisionId decision) {
    const PredicateId predicate = program_[decision].predicate;
    std::vector<RuleId> rules = rules_of(predicate);
    const std::size_t room = options_.limit - std::min(options_.limit, graph_.nodes.size());
    if (rules.size() > room) {
      left_out_ += rules.size() - room;
      rules.resize(room);
    }
    if (rules.empty()) return;
    const auto cluster = static_cast<std::uint32_t>(graph_.clusters.size());
    graph_.clusters.push_back({program_[predicate].id + in(language_, "：", ": ") +
                               open_sentence(program_, predicate, language_)});
    const auto first = static_cast<std::uint32_t>(graph_.nodes.size());
    for (const RuleId rule : rules) graph_.nodes.push_back(box(program_[rule], predicate, cluster));
    add_edges(decision, rules, first);
  }

  [[nodiscard]] Graph::Node box(const Rule& rule, PredicateId predicate,
                                std::uint32_t cluster) const {
    Graph::Node node;
    node.title = name_of(rule);
    if (name_of(rule) != rule.id) node.details.push_back(rule.id);
    for (const Citation& cited : rule.cites) {
      const Document& document = program_[cited.document];
      std::string line = language_ == Language::zh ? "《" + document.title + "》" : document.title;
      if (!cited.clause.empty()) line += " " + cited.clause;
      if (document.rank)
        line += in(language_, "，位阶 ", ", rank ") + std::to_string(*document.rank);
      node.details.push_back(line);
    }
    node.cluster = cluster;
    const bool bars =
        std::any_of(rule.conclusions.begin(), rule.conclusions.end(), [&](const Conclusion& one) {
          return one.sort == Conclusion::Sort::bar && one.atom.predicate == predicate;
        });
    if (bars) node.look = NodeLook::bad;
    return node;
  }

  /// Overrides as written; of what follows from `prefer`, what doesn't follow from the rest.
  void add_edges(DecisionId decision, const std::vector<RuleId>& rules, std::uint32_t first) {
    const auto count = static_cast<std::uint32_t>(rules.size());
    std::vector<std::vector<std::optional<DefeatGround>>> ground(count);
    for (std::uint32_t r = 0; r < count; ++r)
      for (std::uint32_t s = 0; s < count; ++s)
        ground[r].push_back(precedence_.defeats(decision, rules[r], rules[s]));
    const auto through_another = [&](std::uint32_t r, std::uint32_t s) {
      for (std::uint32_t t = 0; t < count; ++t)
        if (ground[r][t] && ground[t][s] && !ground[t][r] && !ground[s][t]) return true;
      return false;
    };
    for (std::uint32_t r = 0; r < count; ++r)
      for (std::uint32_t s = 0; s < count; ++s) {
        if (!ground[r][s]) continue;
        const bool overrides = *ground[r][s] == DefeatGround::overrides;
        const auto& written = program_[rules[r]].overrides;
        if (overrides ? std::find(written.begin(), written.end(), rules[s]) == written.end()
                      : through_another(r, s))
          continue;
        graph_.edges.push_back({first + r, first + s, words_of(*ground[r][s], language_),
                                overrides ? EdgeLook::strong : EdgeLook::dashed, ""});
      }
  }

  const Program& program_;
  const GraphOptions& options_;
  Language language_;
  Precedence precedence_;
  Graph graph_;
  std::size_t left_out_ = 0;
};

}  // namespace

Graph overrides_graph(const Program& program, const GraphOptions& options) {
  return OverridesGraph(program, options).run();
}

}  // namespace mingze::report
