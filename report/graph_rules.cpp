#include <algorithm>
#include <map>
#include <set>

#include "engine/plan/dependencies.hpp"
#include "report/graph_parts.hpp"
#include "report/graphs.hpp"
#include "report/layout.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

using Why = Dependency::Why;

constexpr std::size_t most_downwards = 24;  ///< boxes; more go to the right, since they are flat
constexpr std::size_t most_labelled = 40;   ///< with more arrows, their words are left to tooltips

class RulesGraph {
 public:
  RulesGraph(const Program& program, const Plan& plan, const GraphOptions& options)
      : program_(program), plan_(plan), options_(options), language_(options.language) {}

  Graph run() {
    graph_.title = in(language_, "规则之间的依赖", "How rules depend on each other");
    graph_.columns = 30;
    read_dependencies();
    const auto wanted = predicates_wanted();
    add_predicates(wanted);
    if (options_.findings) add_findings();
    add_edges();
    add_legend();
    add_notes(graph_, program_, language_);
    return std::move(graph_);
  }

 private:
  struct Reads {
    std::uint32_t from;
    std::uint32_t to;
    EdgeLook look;
    auto operator<=>(const Reads&) const = default;
  };

  static EdgeLook look_of(Why why) {
    return why == Why::negation ? EdgeLook::dashed
           : why == Why::domain ? EdgeLook::dotted
                                : EdgeLook::plain;
  }

  void read_dependencies() {
    std::vector<std::optional<Descent>> descents;
    for (const Dependency& one : dependencies(program_, descents)) {
      auto& rules = reads_[{one.body.value, one.head.value, look_of(one.why)}];
      if (one.rule) rules.insert(name_of(program_[one.rule->rule]));
      strict_[{one.body.value, one.head.value}] |= one.strict;
      concluded_.insert(one.head.value);
    }
    for (const auto& descent : descents)
      if (descent)
        for (const auto& [at, condition] : descent->rules) {
          const std::uint32_t own =
              program_[at.rule].conclusions[at.conclusion].atom.predicate.value;
          reads_[{own, own, EdgeLook::plain}].insert(name_of(program_[at.rule]));
          reads_[{descent->hierarchy.value, own, EdgeLook::plain}].insert(
              name_of(program_[at.rule]));
          concluded_.insert(own);
        }
    if (options_.findings)
      for (std::uint32_t i = 0; i < program_.findings.size(); ++i)
        for (const Condition& condition : program_.findings[i].body.conditions)
          if (condition.sort != Condition::Sort::compare)
            finding_reads_[i].insert(
                {condition.atom.predicate.value, condition.sort == Condition::Sort::negative});
  }

  /// Everything that reads or is read; with a focus, what leads to it or follows from it.
  [[nodiscard]] std::set<std::uint32_t> predicates_wanted() const {
    std::set<std::uint32_t> wanted;
    if (options_.drawn.empty()) {
      for (const auto& [edge, rules] : reads_) wanted.insert({edge.from, edge.to});
      for (const auto& [finding, read] : finding_reads_)
        for (const auto& [predicate, negated] : read) wanted.insert(predicate);
      return wanted;
    }
    for (const bool backwards : {true, false}) {
      std::vector<std::uint32_t> open;
      std::set<std::uint32_t> reached;
      for (const PredicateId focus : options_.drawn)
        if (reached.insert(focus.value).second) open.push_back(focus.value);
      while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        for (const auto& [edge, rules] : reads_) {
          const std::uint32_t here = backwards ? edge.to : edge.from;
          const std::uint32_t next = backwards ? edge.from : edge.to;
          if (here == at && reached.insert(next).second) open.push_back(next);
        }
      }
      wanted.insert(reached.begin(), reached.end());
    }
    return wanted;
  }

  /// The step of each predicate: one more than the latest step that it needs to be complete.
  [[nodiscard]] std::map<std::uint32_t, std::uint32_t> steps() const {
    std::map<std::uint32_t, std::uint32_t> steps;
    for (const Stratum& stratum : plan_.strata) {
      std::uint32_t step = 0;
      for (const PredicateId predicate : stratum.predicates)
        for (const auto& [pair, strict] : strict_)
          if (pair.second == predicate.value)
            if (const auto before = steps.find(pair.first); before != steps.end())
              step = std::max(step, before->second + (strict ? 1 : 0));
      for (const PredicateId predicate : stratum.predicates) steps[predicate.value] = step;
    }
    return steps;
  }

  void add_predicates(const std::set<std::uint32_t>& wanted) {
    const auto steps = this->steps();
    std::vector<std::uint32_t> order(wanted.begin(), wanted.end());
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return program_.predicates[a].id < program_.predicates[b].id;
    });
    const std::size_t left_out = order.size() - std::min(order.size(), options_.limit);
    order.resize(order.size() - left_out);
    std::set<std::uint32_t> used;
    for (const std::uint32_t predicate : order)
      if (concluded_.contains(predicate) && steps.contains(predicate))
        used.insert(steps.at(predicate));
    for (const std::uint32_t step : used) {
      clusters_[step] = static_cast<std::uint32_t>(graph_.clusters.size());
      const std::size_t number = graph_.clusters.size() + 1;
      graph_.clusters.push_back({language_ == Language::zh ? fmt::format("第 {} 步", number)
                                                           : fmt::format("step {}", number)});
    }
    for (const std::uint32_t predicate : order) add_predicate(predicate, steps);
    if (order.size() > most_downwards) graph_.direction = Graph::Direction::right;
    note_left_out(graph_, left_out, language_);
  }

  void add_predicate(std::uint32_t index, const std::map<std::uint32_t, std::uint32_t>& steps) {
    const Predicate& predicate = program_.predicates[index];
    const bool concluded = concluded_.contains(index);
    Graph::Node node;
    node.title = open_sentence(program_, {index}, language_);
    node.details = {predicate.id};
    node.look = predicate.decision ? NodeLook::chosen
                : concluded        ? NodeLook::plain
                                   : NodeLook::given;
    const auto step = steps.find(index);
    if (concluded && step != steps.end()) node.cluster = clusters_[step->second];
    const Language other = language_ == Language::zh ? Language::en : Language::zh;
    node.tooltip = open_sentence(program_, {index}, other);
    nodes_[index] = static_cast<std::uint32_t>(graph_.nodes.size());
    graph_.nodes.push_back(std::move(node));
  }

  void add_findings() {
    std::vector<std::uint32_t> order;
    for (const auto& [finding, read] : finding_reads_)
      if (options_.drawn.empty() || std::any_of(read.begin(), read.end(), [&](const auto& one) {
            return std::find(options_.drawn.begin(), options_.drawn.end(),
                             PredicateId{one.first}) != options_.drawn.end();
          }))
        order.push_back(finding);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return program_.findings[a].id < program_.findings[b].id;
    });
    for (const std::uint32_t index : order) {
      const FindingRule& finding = program_.findings[index];
      Graph::Node node;
      node.title = finding.id;
      node.details = {title_of(finding.severity).in(language_)};
      node.look = NodeLook::warning;
      const auto at = static_cast<std::uint32_t>(graph_.nodes.size());
      graph_.nodes.push_back(std::move(node));
      for (const auto& [predicate, negated] : finding_reads_.at(index))
        if (const auto from = nodes_.find(predicate); from != nodes_.end())
          graph_.edges.push_back(
              {from->second, at, "", negated ? EdgeLook::dashed : EdgeLook::plain, ""});
    }
  }

  void add_edges() {
    const bool labelled = reads_.size() <= most_labelled;
    for (const auto& [edge, rules] : reads_) {
      const auto from = nodes_.find(edge.from);
      const auto to = nodes_.find(edge.to);
      if (from == nodes_.end() || to == nodes_.end()) continue;
      const std::vector<std::string> names(rules.begin(), rules.end());
      std::string label;
      if (labelled) label = listed(names, 1, language_);
      if (edge.look == EdgeLook::dashed) label = in(language_, "非 ", "not ") + label;
      graph_.edges.push_back({from->second, to->second, labelled ? label : "", edge.look,
                              listed(names, names.size(), language_)});
    }
  }

  void add_legend() {
    const auto say = [&](auto look, std::string_view zh, std::string_view en) {
      explain(graph_, look, in(language_, zh, en));
    };
    say(NodeLook::given, "只由事实写明", "only stated, by facts");
    say(NodeLook::plain, "由规则推出", "derived by rules");
    say(NodeLook::chosen, "裁定", "decision");
    say(NodeLook::warning, "问题", "finding");
    say(EdgeLook::plain, "用于推出", "is used for");
    say(EdgeLook::dashed, "要求不成立（非）", "must not hold (not)");
    say(EdgeLook::dotted, "必须有答案的范围（凡）", "which keys need an answer (for every)");
  }

  const Program& program_;
  const Plan& plan_;
  const GraphOptions& options_;
  Language language_;
  Graph graph_;
  std::map<Reads, std::set<std::string>> reads_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> strict_;
  std::set<std::uint32_t> concluded_;
  std::map<std::uint32_t, std::set<std::pair<std::uint32_t, bool>>> finding_reads_;
  std::map<std::uint32_t, std::uint32_t> clusters_;  // by step
  std::map<std::uint32_t, std::uint32_t> nodes_;     // by predicate
};

}  // namespace

Graph rules_graph(const Program& program, const Plan& plan, const GraphOptions& options) {
  return RulesGraph(program, plan, options).run();
}

}  // namespace mingze::report
