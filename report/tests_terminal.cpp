#include <ostream>
#include <sstream>

#include "report/explanation.hpp"
#include "report/explanation_words.hpp"
#include "report/test_report.hpp"
#include "report/why_not.hpp"

namespace mingze::report {

namespace {

using Coverage = TestReport::Coverage;

std::string of(std::uint64_t part, std::uint64_t whole) {
  return std::to_string(part) + "/" + std::to_string(whole);
}

class TestsPage {
 public:
  TestsPage(std::ostream& out, const TestReport& report, const Style& style)
      : out_(out), report_(report), style_(style) {}

  void write(bool coverage) {
    for (const TestReport::Test& test : report_.tests)
      if (!test.passed()) write(test);
    if (coverage) write_coverage();
    const std::uint64_t failed = report_.failed();
    const std::string passed = std::to_string(report_.tests.size() - failed);
    out_ << painted(style_, failed == 0 ? Paint::green : Paint::red,
                    say({"用例：通过 " + passed + "，未通过 " + std::to_string(failed),
                         "tests: " + passed + " passed, " + std::to_string(failed) + " failed"}))
         << "\n";
    if (report_.whole) write_counts();
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const {
    return message.in(style_.language);
  }

  void write(const TestReport::Test& test) {
    out_ << painted(style_, Paint::red, say({"未通过", "failed"})) << "  "
         << painted(style_, Paint::bold, harmless(test.label)) << "  "
         << painted(style_, Paint::faint, test.file + ":" + std::to_string(test.line)) << "\n";
    for (const TestReport::Failed& failed : test.failures) {
      out_ << say({"  应得：", "  expected: "}) << harmless(say(failed.expected))
           << painted(style_, Paint::faint, "  " + test.file + ":" + std::to_string(failed.line))
           << "\n"
           << say({"  实得：", "  got:      "}) << harmless(say(failed.got)) << "\n";
      write_why(failed);
    }
    out_ << "\n";
  }

  void write_why(const TestReport::Failed& failed) {
    std::ostringstream text;
    const Style style{style_.language, style_.color,
                      style_.columns > 40 ? style_.columns - 4 : style_.columns};
    if (!failed.why.empty()) {
      out_ << painted(style_, Paint::faint, say({"  为什么：", "  why:"})) << "\n";
      write_why_terminal(text, {"", true, failed.why, failed.why.size()}, style);
    } else if (!failed.why_not.empty()) {
      out_ << painted(style_, Paint::faint, say({"  差在哪里：", "  what is lacking:"})) << "\n";
      write_attempts_terminal(text, failed.why_not, style);
    }
    std::istringstream lines(text.str());
    for (std::string line; std::getline(lines, line);)
      out_ << (line.empty() ? "" : "    ") << line << "\n";
  }

  // --- coverage ---

  void write_counts() {
    const CoverageCounts counts = counts_of(report_.coverage);
    const std::string rules = of(counts.rules_fired, counts.rules);
    const std::string conditions = of(counts.conditions_both_ways, counts.conditions);
    const std::string clauses = of(counts.clauses_tested, counts.clauses);
    out_ << say({"覆盖：规则 " + rules + "，条件（成立与不成立都有）" + conditions + "，条款 " +
                     clauses,
                 "coverage: rules " + rules + ", conditions both ways " + conditions +
                     ", clauses " + clauses})
         << "\n";
  }

  void write_coverage() {
    heading({"按条款", "by clause"});
    for (const Coverage::Clause& clause : report_.coverage.clauses) write(clause);
    heading({"没有测到的规则和条件", "rules and conditions that no test reaches"});
    for (const Coverage::Rule& rule : report_.coverage.rules) write(rule);
    heading({"裁定的结果", "what decisions came to"});
    for (const Coverage::Decision& decision : report_.coverage.decisions) write(decision);
    out_ << "\n";
  }

  void heading(const Message& title) { out_ << painted(style_, Paint::bold, say(title)) << "\n"; }

  void write(const Coverage::Clause& clause) {
    const std::uint64_t never = clause.rules - clause.fired;
    const std::string rules = std::to_string(clause.rules);
    Message counts{rules + " 条规则或问题", "rules and findings: " + rules};
    if (never > 0) {
      counts.zh += "，" + std::to_string(never) + " 条从未起作用";
      counts.en += ", " + std::to_string(never) + " never fired";
    }
    mark(never == 0);
    out_ << harmless(words_of(clause.basis, style_.language)) << say({"：", ": "}) << say(counts)
         << "\n";
  }

  void write(const Coverage::Rule& rule) {
    if (rule.fired && rule.both_ways() == rule.conditions.size()) return;
    mark(false);
    out_ << harmless(
                say(rule.is_finding ? Message{"问题 ", "finding "} : Message{"规则 ", "rule "}) +
                rule.name.id)
         << painted(style_, Paint::faint, "  " + place_words(rule.name));
    if (!rule.fired) out_ << say({"  从未起作用", "  never fired"});
    out_ << "\n";
    if (!rule.fired) return;
    for (const Coverage::Condition& condition : rule.conditions)
      if (!condition.failed_alone)
        out_ << "      " << say({"从未只因它不成立而落空：", "never the only one to fail: "})
             << harmless(condition.text) << "\n";
  }

  void write(const Coverage::Decision& decision) {
    const std::string values =
        of(decision.seen.size(), decision.seen.size() + decision.unseen.size());
    mark(decision.unseen.empty() && decision.decided && decision.conflict);
    out_ << decision.id << "  " << harmless(say(decision.sentence)) << say({"：", ": "})
         << say({"值 " + values, "values " + values});
    const auto state = [&](bool seen, const Message& name) {
      if (!seen) out_ << say({"，从未", ", never "}) << say(name);
    };
    state(decision.decided, {"定下", "decided"});
    state(decision.missing, {"缺失", "missing"});
    state(decision.conflict, {"冲突", "in conflict"});
    out_ << "\n";
  }

  void mark(bool good) {
    out_ << "  " << painted(style_, good ? Paint::green : Paint::yellow, good ? "✓" : "○") << " ";
  }

  std::ostream& out_;
  const TestReport& report_;
  const Style& style_;
};

}  // namespace

void write_tests_terminal(std::ostream& out, const TestReport& report, const Style& style,
                          bool coverage) {
  TestsPage(out, report, style).write(coverage);
}

}  // namespace mingze::report
