#include <ostream>

#include "report/explanation_words.hpp"
#include "report/html_page.hpp"
#include "report/markup.hpp"
#include "report/test_report.hpp"

namespace mingze::report {

namespace {

using Coverage = TestReport::Coverage;

class CoveragePage {
 public:
  CoveragePage(std::ostream& out, const TestReport& report, Language language)
      : out_(out), report_(report), language_(language) {}

  void write() {
    const std::string title = say({"用例覆盖", "What the tests reach"});
    begin_page(out_, {title, language_, handbook_style()});
    out_
        << "<div class=\"frame\"><main>\n<h1>" << title << "</h1>\n<p class=\"lead\">"
        << say({"一条规则的全部条件在某个用例里成立，它就起过作用；一个条件要在别的条件都成立时不成立"
                "过一次，才算测到了它。",
                "A rule has fired where all its conditions held in some test; a condition is "
                "tested only if it once failed while all the others held."})
        << "</p>\n";
    tiles();
    clauses();
    decisions();
    rules();
    out_ << "<footer><p>" << say({"由 mingze test 生成。", "Made by mingze test."})
         << "</p></footer>\n</main></div>\n";
    end_page(out_, {title, language_, handbook_style()});
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const { return message.in(language_); }
  [[nodiscard]] std::string words(const Message& message) const { return escaped(say(message)); }

  void tile(std::uint64_t part, std::uint64_t whole, const Message& of) {
    out_ << "<li><b>" << part << "/" << whole << "</b><span>" << say(of) << "</span></li>\n";
  }

  void tiles() {
    const CoverageCounts counts = counts_of(report_.coverage);
    out_ << "<ul class=\"tiles\">\n";
    tile(report_.tests.size() - report_.failed(), report_.tests.size(),
         {"用例通过", "tests passed"});
    tile(counts.clauses_tested, counts.clauses, {"条款", "clauses"});
    tile(counts.rules_fired, counts.rules, {"规则", "rules"});
    tile(counts.findings_raised, counts.findings, {"问题", "findings"});
    tile(counts.conditions_both_ways, counts.conditions,
         {"条件（两种情况）", "conditions both ways"});
    out_ << "</ul>\n";
  }

  void clauses() {
    out_ << "<table><caption>" << say({"按条款", "By clause"}) << "</caption>\n<tr><th>"
         << say({"条款", "clause"}) << "</th><th class=\"n\">" << say({"规则", "rules"})
         << "</th><th class=\"n\">" << say({"起过作用", "fired"}) << "</th></tr>\n";
    for (const Coverage::Clause& clause : report_.coverage.clauses)
      out_ << "<tr" << (clause.fired < clause.rules ? " class=\"gap\"" : "") << "><td>"
           << escaped(words_of(clause.basis, language_)) << "</td><td class=\"n\">" << clause.rules
           << "</td><td class=\"n\">" << clause.fired << "</td></tr>\n";
    out_ << "</table>\n";
  }

  void decisions() {
    if (report_.coverage.decisions.empty()) return;
    out_ << "<h2>" << say({"裁定的结果", "What decisions came to"}) << "</h2>\n";
    for (const Coverage::Decision& decision : report_.coverage.decisions) {
      out_ << "<div class=\"rule\"><h4>" << words(decision.sentence) << "</h4>\n<p>";
      state(decision.decided, {"定下过", "decided"});
      state(decision.missing, {"缺失过", "missing"});
      state(decision.conflict, {"冲突过", "in conflict"});
      out_ << "</p>\n";
      names(decision.seen, {"出现过的值", "values seen"});
      names(decision.unseen, {"没有出现过的值", "values not seen"});
      out_ << "</div>\n";
    }
  }

  void state(bool seen, const Message& name) {
    out_ << "<span class=\"" << (seen ? "pass\">✓ " : "fail\">○ ") << say(name) << "</span> ";
  }

  void names(const std::vector<std::string>& names, const Message& title) {
    if (names.empty()) return;
    out_ << "<details><summary>" << say(title) << " " << names.size() << "</summary><p>";
    for (std::size_t i = 0; i < names.size(); ++i)
      out_ << (i == 0 ? "" : say({"、", ", "})) << escaped(names[i]);
    out_ << "</p></details>\n";
  }

  void rules() {
    out_ << "<h2>" << say({"规则和条件", "Rules and conditions"}) << "</h2>\n";
    for (const Coverage::Rule& rule : report_.coverage.rules) {
      out_ << "<div class=\"" << (rule.is_finding ? "finding" : "rule") << "\"><h4><span class=\""
           << (rule.fired ? "pass\">✓ " : "fail\">○ ") << "</span>" << escaped(rule.name.id);
      if (!rule.name.label.empty()) out_ << " " << escaped(rule.name.label);
      out_ << "</h4>\n<ul class=\"said\">\n";
      for (const Coverage::Condition& condition : rule.conditions) {
        const bool tested = rule.fired && condition.failed_alone;
        out_ << "<li class=\"" << (tested ? "pass" : "fail") << "\">" << (tested ? "✓ " : "○ ")
             << escaped(condition.text);
        if (rule.fired && !tested)
          out_ << " <small>" << say({"没有只因它不成立而落空过", "never the only one to fail"})
               << "</small>";
        out_ << "</li>\n";
      }
      out_ << "</ul>\n<p class=\"where\">" << escaped(place_words(rule.name)) << "</p></div>\n";
    }
  }

  std::ostream& out_;
  const TestReport& report_;
  Language language_;
};

}  // namespace

void write_coverage_html(std::ostream& out, const TestReport& report, Language language) {
  CoveragePage(out, report, language).write();
}

}  // namespace mingze::report
