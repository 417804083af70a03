#include <algorithm>
#include <ostream>

#include "engine/base/utf8.hpp"
#include "report/explanation_words.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t least_tree_room = 30;

/// Draws one tree. Lines hang on the bars of their ancestors; a rule stands below its sentence.
class Tree {
 public:
  Tree(std::ostream& out, const Explanation& explanation, const Style& style)
      : out_(out), explanation_(explanation), style_(style) {}

  void draw() { draw(explanation_.root, "", "", say({"", ""})); }

 private:
  /// A line below a reason: another reason with words before its sentence, or a value that lost.
  struct Branch {
    std::uint32_t reason = 0;
    std::string lead = {};
    const Reason::Loser* lost = nullptr;
    std::size_t left_out = 0;
  };

  [[nodiscard]] std::string say(const Message& message) const {
    return message.in(style_.language);
  }

  void draw(std::uint32_t number, const std::string& first, const std::string& rest,
            const std::string& lead) {
    const Reason& reason = explanation_.reasons[number];
    const std::vector<Branch> branches = branches_of(reason);
    const std::string hang = rest + (branches.empty() ? "   " : "│  ");
    std::string sentence = lead + harmless(say(reason.sentence));
    if (reason.number != 0) sentence += " [" + std::to_string(reason.number) + "]";
    const std::string source = harmless(source_of(reason));
    const auto look = first.empty() ? std::optional(Paint::bold) : std::nullopt;
    if (reason.by == Reason::By::fact &&
        display_width(first + sentence + "  " + source) <= style_.columns) {
      out_ << painted(style_, Paint::faint, first) << shown(sentence, look)
           << painted(style_, Paint::faint, "  " + source) << "\n";
    } else {
      line(first, hang, sentence, look);
      if (!source.empty()) line(hang, hang, source, Paint::faint);
    }
    for (std::size_t i = 0; i < branches.size(); ++i) {
      const bool last = i + 1 == branches.size();
      draw(branches[i], rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
    }
  }

  void draw(const Branch& branch, const std::string& first, const std::string& rest) {
    if (branch.left_out > 0) {
      const std::string count = std::to_string(branch.left_out);
      return line(first, rest, say({"还有 " + count + " 个落选", count + " more that lost"}),
                  Paint::faint);
    }
    if (branch.lost == nullptr) return draw(branch.reason, first, rest, branch.lead);
    const Reason::Loser& lost = *branch.lost;
    const std::string hang = rest + (lost.bar ? "│  " : "   ");
    line(first, hang,
         "✗ " + harmless(say(lost.value)) + said_by(lost.rule) + say({"：", ": "}) +
             lost_to(lost, style_.language),
         Paint::yellow);
    if (lost.bar) draw(*lost.bar, rest + "└─ ", rest + "   ", "");
  }

  [[nodiscard]] std::vector<Branch> branches_of(const Reason& reason) const {
    std::vector<Branch> out;
    for (const std::uint32_t from : reason.from) out.push_back({from});
    for (const std::uint32_t other : reason.agreeing)
      out.push_back({other, say({"同样：", "also: "})});
    for (const std::uint32_t other : reason.against)
      out.push_back(
          {other, reason.by == Reason::By::conflict ? "" : say({"冲突：", "in conflict: "})});
    std::size_t losers = 0;
    for (const Reason::Loser& lost : reason.defeated)
      if (!lost.same_value && ++losers <= most_losers_told) out.push_back({0, {}, &lost});
    if (losers > most_losers_told) out.push_back({0, {}, nullptr, losers - most_losers_told});
    return out;
  }

  /// “（规则 approver-leads）”
  [[nodiscard]] std::string said_by(const RuleName& rule) const {
    return say({"（规则 " + rule.id + "）", " (rule " + rule.id + ")"});
  }

  /// Who says so and where: below the sentence.
  [[nodiscard]] std::string source_of(const Reason& reason) const {
    using enum Reason::By;
    if (reason.same_as != 0) {
      const std::string number = "[" + std::to_string(reason.same_as) + "]";
      return say({"理由同上 " + number, "for the reasons told at " + number});
    }
    std::string text;
    switch (reason.by) {
      case fact:
        text = say({"事实", "fact"});
        break;
      case rule:
        text = rule_words(reason.rule, style_.language);
        break;
      case finding:
        text = say({"问题 ", "finding "}) + reason.rule.id;
        break;
      case no_such:
        return say({"没有这样的情形", "there is no such thing"});
      case compared:
      case counted:
        return "";
      case missing:
        return say({"应当有，而没有结果", "it is due, and nothing is decided"});
      case conflict:
        return say({"有几个互相冲突的结果", "there are conflicting answers"});
      case question:
        return say({"各项都成立", "all of it holds"});
    }
    const std::string cites = cited_words(reason.rule, style_.language);
    if (!cites.empty()) text += say({"，依据", ", by "}) + cites;
    if (!reason.rule.file.empty()) text += "  " + place_words(reason.rule);
    if (reason.cut) text += say({"  …未展开", "  … not told"});
    return text;
  }

  [[nodiscard]] std::string shown(const std::string& text, std::optional<Paint> paint) const {
    return paint ? painted(style_, *paint, text) : text;
  }

  void line(const std::string& first, const std::string& rest, const std::string& text,
            std::optional<Paint> paint) {
    const std::size_t room =
        std::max(style_.columns - std::min(style_.columns, display_width(rest)), least_tree_room);
    std::string left = wrapped(harmless(text), room, 0);
    std::string prefix = first;
    for (std::size_t at = 0; at <= left.size();) {
      const std::size_t end = std::min(left.find('\n', at), left.size());
      const std::string piece = left.substr(at, end - at);
      out_ << painted(style_, Paint::faint, prefix) << shown(piece, paint) << "\n";
      prefix = rest;
      at = end + 1;
    }
  }

  std::ostream& out_;
  const Explanation& explanation_;
  const Style& style_;
};

}  // namespace

void write_explanation_terminal(std::ostream& out, const Explanation& explanation,
                                const Style& style) {
  Tree(out, explanation, style).draw();
}

void write_why_terminal(std::ostream& out, const WhyReport& report, const Style& style) {
  const bool zh = style.language == Language::zh;
  if (!report.holds) {
    out << (zh ? "不成立：" : "it does not hold: ") << harmless(report.question) << "\n"
        << (zh ? "差什么，可以问：mingze why-not \"…\"\n"
               : "what is missing for it: mingze why-not \"…\"\n");
    return;
  }
  bool cut = false;
  for (std::size_t i = 0; i < report.proofs.size(); ++i) {
    if (i > 0) out << "\n";
    Tree(out, report.proofs[i], style).draw();
    cut = cut || report.proofs[i].cut;
  }
  if (report.answers > report.proofs.size()) {
    const std::string left = std::to_string(report.answers - report.proofs.size());
    out << "\n"
        << (zh ? "还有 " + left + " 个答案没有说明（--limit N）\n"
               : left + " more answers are not explained (--limit N)\n");
  }
  if (cut)
    out << "\n"
        << (zh ? "有的理由没有展开（--depth N 看得更深）\n"
               : "some reasons are not told in full (--depth N tells more)\n");
}

}  // namespace mingze::report
