#include <algorithm>
#include <ostream>

#include "engine/base/utf8.hpp"
#include "report/explanation_words.hpp"
#include "report/why_not.hpp"

namespace mingze::report {

namespace {

/// Writes attempts one below the other: what holds, what fails, what is needed, what is in the way.
class AttemptsPage {
 public:
  AttemptsPage(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void write(const WhyNotReport::Attempt& attempt, std::size_t number) {
    line(std::to_string(number) + ". ", title(attempt), Paint::bold);
    if (attempt.by != "fact")
      for (const WhyNotReport::Condition& condition : attempt.conditions)
        line(condition.holds ? "   ✓ " : "   ✗ ", say(condition.sentence),
             condition.holds ? Paint::faint : Paint::yellow);
    if (!attempt.found) {
      line("   ", say({"在查找范围内，补哪些事实都不够", "no facts within the search would do"}),
           std::nullopt);
    } else if (!attempt.needs.empty()) {
      line("   ", say({"只差这些事实：", "these facts would do:"}), std::nullopt);
      for (const Message& fact : attempt.needs) line("   + ", say(fact), Paint::green);
    }
    for (const Message& limit : attempt.limits)
      line("     ", say({"其中 ", "where "}) + say(limit), std::nullopt);
    for (const WhyNotReport::Obstacle& obstacle : attempt.blocked_by)
      line("   ! ",
           in_the_way(obstacle, style_.language) + say({"：", ": "}) + say(obstacle.sentence),
           Paint::red);
    if (attempt.cut)
      line("   ",
           say({"查找没有做完，也许有更少的", "the search was cut short, so fewer might do"}),
           Paint::faint);
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const {
    return message.in(style_.language);
  }

  [[nodiscard]] std::string title(const WhyNotReport::Attempt& attempt) const {
    if (attempt.by == "fact") return say({"作为事实写明", "stated as a fact"});
    if (attempt.by == "question") return say({"各项一起", "all of it together"});
    const std::string cites = cited_words(attempt.rule, style_.language);
    std::string text = rule_words(attempt.rule, style_.language);
    if (!cites.empty()) text += say({"，依据", ", by "}) + cites;
    if (!attempt.rule.file.empty()) text += "  " + place_words(attempt.rule);
    return text;
  }

  void line(const std::string& mark, const std::string& text, std::optional<Paint> paint) {
    const std::size_t indent = display_width(mark);
    const std::size_t room = std::max<std::size_t>(style_.columns, indent + 30) - indent;
    const std::string written = wrapped(harmless(text), room, indent);
    out_ << mark << (paint ? painted(style_, *paint, written) : written) << "\n";
  }

  std::ostream& out_;
  const Style& style_;
};

}  // namespace

void write_why_not_terminal(std::ostream& out, const WhyNotReport& report, const Style& style) {
  const bool zh = style.language == Language::zh;
  if (report.holds) {
    out << (zh ? "成立：" : "it holds: ") << harmless(report.question) << "\n"
        << (zh ? "为什么，可以问：mingze why \"…\"\n" : "for its reasons: mingze why \"…\"\n");
    return;
  }
  out << (zh ? "不成立：" : "it does not hold: ") << harmless(report.question) << "\n";
  if (report.attempts.empty())
    out << (zh ? "没有规则能得出这句话，也没有写明这类事实\n"
               : "no rule concludes it, and no such facts are stated\n");
  if (!report.attempts.empty()) out << "\n";
  write_attempts_terminal(out, report.attempts, style);
}

void write_attempts_terminal(std::ostream& out, const std::vector<WhyNotReport::Attempt>& attempts,
                             const Style& style) {
  AttemptsPage page(out, style);
  std::size_t number = 0;
  for (const WhyNotReport::Attempt& attempt : attempts) {
    if (number > 0) out << "\n";
    page.write(attempt, ++number);
  }
}

}  // namespace mingze::report
