#include <algorithm>
#include <map>

#include "report/explanation_graphs.hpp"
#include "report/explanation_words.hpp"
#include "report/graph_parts.hpp"

namespace mingze::report {

namespace {

/// Draws attempts, the one that needs least first.
class AttemptsGraph {
 public:
  AttemptsGraph(const WhyNotReport& report, Language language)
      : report_(report), language_(language) {}

  Graph run() {
    graph_.title = in(language_, "为什么不：", "why not: ") + report_.question;
    graph_.columns = 32;
    graph_.nodes.push_back({report_.question, {said_of_question()}, NodeLook::main});
    for (std::size_t i = 0; i < report_.attempts.size(); ++i) {
      if (graph_.nodes.size() >= most_boxes_explained) {
        const std::string left = std::to_string(report_.attempts.size() - i);
        graph_.notes.push_back(
            say({"太大，还有 " + left + " 条路没有画", "too large: " + left + " more ways"}));
        break;
      }
      draw(report_.attempts[i], i + 1);
    }
    add_legend();
    return std::move(graph_);
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const { return message.in(language_); }

  [[nodiscard]] std::string said_of_question() const {
    if (report_.holds)
      return say({"成立；为什么，可以问 mingze why", "it holds; for its reasons: mingze why"});
    if (report_.attempts.empty())
      return say({"没有规则能得出这句话，也没有写明这类事实",
                  "no rule concludes it, and no such facts are stated"});
    return say({"不成立", "it does not hold"});
  }

  void draw(const WhyNotReport::Attempt& attempt, std::size_t number) {
    const auto box = static_cast<std::uint32_t>(graph_.nodes.size());
    graph_.nodes.push_back({title(attempt), details_of(attempt)});
    graph_.edges.push_back({0, box, std::to_string(number)});
    const auto needed = [&](const Message& sentence) {
      return std::any_of(attempt.needs.begin(), attempt.needs.end(), [&](const Message& fact) {
        return fact.zh == sentence.zh && fact.en == sentence.en;
      });
    };
    if (attempt.by != "fact")
      for (const WhyNotReport::Condition& condition : attempt.conditions) {
        if (!condition.holds && needed(condition.sentence)) continue;
        const std::string mark = condition.holds ? "✓ " : "✗ ";
        point(box, mark + say(condition.sentence),
              condition.holds ? NodeLook::given : NodeLook::warning, EdgeLook::plain);
      }
    for (const Message& fact : attempt.needs)
      point(box, "+ " + say(fact), NodeLook::chosen, EdgeLook::plain);
    for (const WhyNotReport::Obstacle& obstacle : attempt.blocked_by)
      point(box, "! " + say(obstacle.sentence), NodeLook::bad, EdgeLook::dashed,
            in_the_way(obstacle, language_));
  }

  /// An arrow to the box with this title, which is made where there is none.
  void point(std::uint32_t from, const std::string& title, NodeLook look, EdgeLook arrow,
             const std::string& detail = "") {
    const auto next = static_cast<std::uint32_t>(graph_.nodes.size());
    const auto [box, fresh] = boxes_.try_emplace({title, detail}, next);
    if (fresh) {
      graph_.nodes.push_back({title, {}, look});
      if (!detail.empty()) graph_.nodes.back().details.push_back(detail);
    }
    graph_.edges.push_back({from, box->second, "", arrow});
  }

  [[nodiscard]] std::string title(const WhyNotReport::Attempt& attempt) const {
    if (attempt.by == "fact") return say({"作为事实写明", "stated as a fact"});
    if (attempt.by == "question") return say({"各项一起", "all of it together"});
    return say({"规则 ", "rule "}) + attempt.rule.id;
  }

  [[nodiscard]] std::vector<std::string> details_of(const WhyNotReport::Attempt& attempt) const {
    std::vector<std::string> out;
    const RuleName& rule = attempt.rule;
    for (std::string words :
         {label_words(rule, language_), cited_words(rule, language_), place_words(rule)})
      if (!words.empty()) out.push_back(std::move(words));
    for (const Message& limit : attempt.limits)
      out.push_back(say({"其中 ", "where "}) + say(limit));
    if (!attempt.found)
      out.push_back(say({"在查找范围内，补哪些事实都不够", "no facts within the search would do"}));
    if (attempt.cut)
      out.push_back(
          say({"查找没有做完，也许有更少的", "the search was cut short, so fewer might do"}));
    return out;
  }

  void add_legend() {
    explain(graph_, NodeLook::main, say({"所问的", "what was asked"}));
    explain(graph_, NodeLook::plain,
            say({"一条路，差得最少的是 1", "a way to it; 1 needs the least"}));
    explain(graph_, NodeLook::given, say({"✓ 成立", "✓ holds"}));
    explain(graph_, NodeLook::warning, say({"✗ 不成立", "✗ does not hold"}));
    explain(graph_, NodeLook::chosen, say({"+ 补上的事实", "+ a fact to add"}));
    explain(graph_, NodeLook::bad, say({"! 挡在前面的", "! in the way"}));
  }

  const WhyNotReport& report_;
  Language language_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> boxes_;  // by title and detail
  Graph graph_;
};

}  // namespace

Graph why_not_graph(const WhyNotReport& report, Language language) {
  return AttemptsGraph(report, language).run();
}

}  // namespace mingze::report
