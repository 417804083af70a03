#include <deque>
#include <map>
#include <set>
#include <tuple>

#include "report/explanation_graphs.hpp"
#include "report/explanation_words.hpp"
#include "report/graph_parts.hpp"

namespace mingze::report {

namespace {

/// Draws proofs, the sentences next to the answers first.
class ProofGraph {
 public:
  ProofGraph(const WhyReport& report, Language language) : report_(report), language_(language) {}

  Graph run() {
    graph_.title = in(language_, "为什么：", "why: ") + report_.question;
    graph_.columns = 32;
    if (!report_.holds) refuse();
    for (const Explanation& proof : report_.proofs) {
      boxes_.push_back(std::vector<std::uint32_t>(proof.reasons.size(), nowhere));
      open_.push_back({boxes_.size() - 1, proof.root, std::nullopt});
    }
    while (!open_.empty()) {
      const Open next = open_.front();
      open_.pop_front();
      draw(next);
    }
    join_repeated();
    add_notes();
    add_legend();
    return std::move(graph_);
  }

 private:
  static constexpr std::uint32_t nowhere = UINT32_MAX;

  /// A reason that waits to be drawn, and what arrow leads to it.
  struct Open {
    std::size_t proof;
    std::uint32_t reason;
    std::optional<Graph::Edge> arrow;
  };

  [[nodiscard]] std::string say(const Message& message) const { return message.in(language_); }

  void refuse() {
    graph_.nodes.push_back({report_.question,
                            {say({"不成立", "it does not hold"}),
                             say({"差什么，可以问 mingze why-not", "what is missing: why-not"})},
                            NodeLook::bad});
  }

  void draw(const Open& open) {
    const Reason& reason = report_.proofs[open.proof].reasons[open.reason];
    if (reason.same_as != 0) {
      repeated_.push_back(open);
      return;
    }
    const auto [box, fresh] = box_of(reason, !open.arrow);
    boxes_[open.proof][open.reason] = box;
    if (box == nowhere) {
      ++left_out_;
      return;
    }
    if (open.arrow) point(*open.arrow, box);
    if (fresh) follow(open.proof, reason, box);
  }

  /// The box of a reason, and whether it is new. A fact is one box, whoever rests on it.
  std::pair<std::uint32_t, bool> box_of(const Reason& reason, bool root) {
    const bool fact = reason.by == Reason::By::fact && !root;
    const auto key = std::tuple{say(reason.sentence), reason.rule.file, reason.rule.line};
    if (fact)
      if (const auto known = facts_.find(key); known != facts_.end()) return {known->second, false};
    if (graph_.nodes.size() >= most_boxes_explained) return {nowhere, false};
    const auto box = static_cast<std::uint32_t>(graph_.nodes.size());
    graph_.nodes.push_back({say(reason.sentence), details_of(reason), look_of(reason, root)});
    if (fact) facts_.emplace(key, box);
    return {box, true};
  }

  void follow(std::size_t proof, const Reason& reason, std::uint32_t box) {
    const auto next = [&](std::uint32_t other, std::string label, EdgeLook look) {
      open_.push_back({proof, other, Graph::Edge{box, 0, std::move(label), look}});
    };
    for (const std::uint32_t from : reason.from) next(from, "", EdgeLook::plain);
    for (const std::uint32_t other : reason.agreeing)
      next(other, say({"同样", "also"}), EdgeLook::dotted);
    for (const std::uint32_t other : reason.against)
      next(other, say({"冲突", "in conflict"}), EdgeLook::bad);
    std::size_t losers = 0;
    for (const Reason::Loser& lost : reason.defeated)
      if (!lost.same_value && ++losers <= most_losers_told) draw_loser(proof, lost, box);
    if (losers <= most_losers_told) return;
    const std::string count = std::to_string(losers - most_losers_told);
    add_faint({say({"还有 " + count + " 个落选", count + " more that lost"})}, box);
  }

  void draw_loser(std::size_t proof, const Reason::Loser& lost, std::uint32_t box) {
    Graph::Node node{"✗ " + say(lost.value), {say({"规则 ", "rule "}) + lost.rule.id}};
    add_source(lost.rule, node.details);
    node.details.push_back(lost_to(lost, language_));
    const auto loser = add_faint(std::move(node), box);
    if (!loser || !lost.bar) return;
    open_.push_back({proof, *lost.bar, Graph::Edge{*loser, 0, "", EdgeLook::dashed}});
  }

  std::optional<std::uint32_t> add_faint(Graph::Node node, std::uint32_t below) {
    if (graph_.nodes.size() >= most_boxes_explained) {
      ++left_out_;
      return std::nullopt;
    }
    node.look = NodeLook::faint;
    const auto box = static_cast<std::uint32_t>(graph_.nodes.size());
    graph_.nodes.push_back(std::move(node));
    graph_.edges.push_back({below, box, "", EdgeLook::dashed});
    return box;
  }

  void point(Graph::Edge arrow, std::uint32_t to) {
    arrow.to = to;
    if (arrows_.emplace(arrow.from, to, arrow.look).second)
      graph_.edges.push_back(std::move(arrow));
  }

  /// Arrows to what is told already, once everything has its box.
  void join_repeated() {
    for (const Open& open : repeated_) {
      const std::vector<Reason>& reasons = report_.proofs[open.proof].reasons;
      const std::uint32_t number = reasons[open.reason].same_as;
      for (std::size_t i = 0; i < reasons.size(); ++i)
        if (reasons[i].number == number && boxes_[open.proof][i] != nowhere && open.arrow)
          point(*open.arrow, boxes_[open.proof][i]);
    }
  }

  // --- words and looks ---

  [[nodiscard]] static NodeLook look_of(const Reason& reason, bool root) {
    using enum Reason::By;
    if (reason.by == missing || reason.by == conflict) return NodeLook::bad;
    if (root) return NodeLook::main;
    return reason.by == fact ? NodeLook::given : NodeLook::plain;
  }

  [[nodiscard]] std::vector<std::string> details_of(const Reason& reason) const {
    std::vector<std::string> out;
    if (const std::string by = said_by(reason); !by.empty()) out.push_back(by);
    add_source(reason.rule, out);
    if (const std::string place = place_words(reason.rule); !place.empty()) out.push_back(place);
    if (reason.cut) out.push_back(say({"……未展开", "… not told"}));
    return out;
  }

  [[nodiscard]] std::string said_by(const Reason& reason) const {
    using enum Reason::By;
    switch (reason.by) {
      case fact:
        return say({"事实", "fact"});
      case rule:
        return say({"规则 ", "rule "}) + reason.rule.id;
      case finding:
        return say({"问题 ", "finding "}) + reason.rule.id;
      case no_such:
        return say({"没有这样的情形", "there is no such thing"});
      case missing:
        return say({"应当有，而没有结果", "it is due, and nothing is decided"});
      case conflict:
        return say({"有几个互相冲突的结果", "there are conflicting answers"});
      case question:
        return say({"各项都成立", "all of it holds"});
      case compared:
      case counted:
        break;
    }
    return "";
  }

  void add_source(const RuleName& rule, std::vector<std::string>& details) const {
    for (std::string words : {label_words(rule, language_), cited_words(rule, language_)})
      if (!words.empty()) details.push_back(std::move(words));
  }

  void add_notes() {
    const auto count = [](std::uint64_t number) { return std::to_string(number); };
    const std::uint64_t answers = report_.answers - report_.proofs.size();
    bool cut = false;
    for (const Explanation& proof : report_.proofs) cut = cut || proof.cut;
    if (answers > 0)
      graph_.notes.push_back(say({"还有 " + count(answers) + " 个答案没有画（--limit N）",
                                  count(answers) + " more answers are not drawn (--limit N)"}));
    if (cut)
      graph_.notes.push_back(say({"有的理由没有展开（--depth N 看得更深）",
                                  "some reasons are not told in full (--depth N tells more)"}));
    if (left_out_ > 0)
      graph_.notes.push_back(
          say({"太大，至少还有 " + count(left_out_) + " 个方框没有画；用 --limit、--depth 缩小",
               "too large: at least " + count(left_out_) +
                   " more boxes are not drawn; ask for less with --limit or --depth"}));
  }

  void add_legend() {
    explain(graph_, NodeLook::main, say({"所问的", "what was asked"}));
    explain(graph_, NodeLook::plain, say({"得出的", "concluded"}));
    explain(graph_, NodeLook::given, say({"写明的事实", "a fact as stated"}));
    explain(graph_, NodeLook::faint, say({"落选的", "what lost"}));
    explain(graph_, EdgeLook::plain, say({"所依据的", "rests on"}));
    explain(graph_, EdgeLook::dotted, say({"也由这条规则得出", "comes from this rule too"}));
    explain(graph_, EdgeLook::dashed, say({"落选的，和排除它的", "what lost, and what bars it"}));
    explain(graph_, EdgeLook::bad, say({"互相冲突的", "in conflict"}));
  }

  const WhyReport& report_;
  Language language_;
  std::deque<Open> open_;
  std::vector<Open> repeated_;
  std::vector<std::vector<std::uint32_t>> boxes_;  // by proof and reason
  std::map<std::tuple<std::string, std::string, std::uint32_t>, std::uint32_t> facts_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, EdgeLook>> arrows_;
  std::size_t left_out_ = 0;
  Graph graph_;
};

}  // namespace

Graph why_graph(const WhyReport& report, Language language) {
  return ProofGraph(report, language).run();
}

}  // namespace mingze::report
