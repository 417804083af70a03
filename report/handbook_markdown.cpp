#include <ostream>

#include "report/handbook.hpp"
#include "report/handbook_words.hpp"
#include "report/layout.hpp"
#include "report/markdown.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

class Text {
 public:
  Text(std::ostream& out, const Handbook& book) : out_(out), book_(book), say_{book.language} {}

  void write() {
    const Handbook::Counts counts = book_.counts();
    out_ << "# " << in_markdown(book_.title) << "\n\n"
         << say_("以 ", "As of ") << book_.as_of << say_(" 为准", "") << "\n\n"
         << say_.introduction() << "\n\n| " << say_("条文", "Articles") << " | "
         << say_("规则", "Rules") << " | " << say_("会提示的问题", "Things flagged") << " | "
         << say_("用例通过", "Tests passed") << " | "
         << say_("没有规则的条文", "Articles without a rule") << " |\n|--:|--:|--:|--:|--:|\n| "
         << counts.articles << " | " << counts.rules << " | " << counts.findings << " | "
         << counts.passed << " / " << counts.tests << " | " << counts.gaps << " |\n\n";
    for (const Handbook::Part& part : book_.parts) summary(part);
    questions();
    for (const Handbook::Part& part : book_.parts) {
      out_ << anchor(part.anchor) << "## " << in_markdown(say_.part_title(part)) << "\n\n";
      for (const Handbook::Article& article : part.articles) write(part, article);
    }
  }

 private:
  static std::string anchor(const std::string& name) { return "<a id=\"" + name + "\"></a>\n\n"; }
  static std::string link(const std::string& anchor, const std::string& text) {
    return anchor.empty() ? in_markdown(text) : "[" + in_markdown(text) + "](#" + anchor + ")";
  }

  void summary(const Handbook::Part& part) {
    out_ << "### " << in_markdown(say_.part_title(part)) << "\n\n| " << say_("条文", "Article")
         << " | " << say_("规则", "Rules") << " | " << say_("问题", "Flags") << " | "
         << say_("用例", "Tests") << " | " << say_("情况", "State")
         << " |\n|---|--:|--:|--:|---|\n";
    for (const Handbook::Article& article : part.articles)
      out_ << "| " << link(article.anchor, say_.article_title(article)) << " | "
           << article.rules.size() << " | " << article.findings.size() << " | "
           << article.tests.size() << " | " << say_.state(part, article) << " |\n";
    out_ << "\n";
  }

  void questions() {
    if (book_.questions.empty()) return;
    out_ << "## " << say_("规则回答的问题", "What the rules decide") << "\n\n";
    for (const Handbook::Question& question : book_.questions)
      out_ << "- " << in_markdown(plain(question.sentence)) << say_("（", " (")
           << in_markdown(question.one_per) << say_("）", ")") << "\n";
    out_ << "\n";
  }

  void write(const Handbook::Part& part, const Handbook::Article& article) {
    out_ << anchor(article.anchor) << "### " << in_markdown(say_.article_title(article)) << "\n\n";
    if (part.lists_articles && article.is_gap()) out_ << "**" << say_.gap() << "**\n\n";
    for (const Handbook::Rule& rule : article.rules) write(rule);
    for (const Handbook::Finding& finding : article.findings) write(finding);
    links(say_("另见，也以这一条为依据：", "See also, resting on this article too: "),
          article.elsewhere);
    if (!article.not_encoded.empty()) {
      out_ << "#### " << say_("没有写成规则的", "What no rule says") << "\n\n";
      for (const std::string& line : article.not_encoded) out_ << "- " << in_markdown(line) << "\n";
      out_ << "\n";
    }
    if (article.tests.empty()) return;
    out_ << "#### " << say_("用例", "Tests") << " " << article.tests.size() - article.failed()
         << " / " << article.tests.size() << "\n\n";
    for (const Handbook::Test& test : article.tests) write(test);
    out_ << "\n";
  }

  void lines(const std::vector<Line>& lines) {
    for (const Line& line : lines)
      out_ << "- " << in_markdown(line.lead) << (blank_after(line) ? " " : "")
           << in_markdown(plain(line.phrase) + line.tail) << "\n";
  }
  [[nodiscard]] static bool blank_after(const Line& line) {
    return blank_between(line.lead, plain(line.phrase));
  }

  void write(const Handbook::Rule& rule) {
    out_ << anchor(rule.anchor) << "#### " << in_markdown(rule.title) << "\n\n";
    lines(rule.conditions);
    lines(rule.conclusions);
    out_ << "\n";
    note(rule.note);
    links(say_("优先于：", "Prevails over: "), rule.prevails_over);
    links(say_("让位于：", "Gives way to: "), rule.yields_to);
    where(rule.cites, "", rule.place);
  }

  void write(const Handbook::Finding& finding) {
    out_ << anchor(finding.anchor) << "#### " << title_of(finding.severity).in(book_.language)
         << say_("：", ": ") << in_markdown(plain(finding.message)) << "\n\n";
    lines(finding.conditions);
    out_ << "\n";
    if (!finding.suggestion.empty())
      out_ << say_("建议：", "Suggested: ") << in_markdown(plain(finding.suggestion)) << "\n\n";
    note(finding.note);
    where(finding.cites, finding.code, finding.place);
  }

  void note(const std::string& text) {
    if (!text.empty()) out_ << in_markdown(text) << "\n\n";
  }

  void links(const std::string& title, const std::vector<Handbook::Link>& links) {
    if (links.empty()) return;
    out_ << title;
    for (std::size_t i = 0; i < links.size(); ++i)
      out_ << (i == 0 ? "" : say_("、", ", ")) << link(links[i].anchor, links[i].title);
    out_ << "\n\n";
  }

  void where(const std::string& cites, const std::string& code, const Handbook::Place& place) {
    out_ << "<sub>";
    for (const std::string& part : {cites, code})
      if (!part.empty()) out_ << in_markdown(part) << " · ";
    out_ << in_markdown(say_.place(place)) << "</sub>\n\n";
  }

  void write(const Handbook::Test& test) {
    out_ << "- " << (test.passed() ? say_("✓ 通过", "✓ passed") : say_("✗ 未通过", "✗ failed"))
         << " " << in_markdown(test.label) << "\n";
    for (const Handbook::Failure& failure : test.failures)
      out_ << "  - " << say_("应得：", "expected: ") << in_markdown(failure.expected)
           << say_("；实得：", "; got: ") << in_markdown(failure.got) << "\n";
  }

  std::ostream& out_;
  const Handbook& book_;
  HandbookWords say_;
};

}  // namespace

void write_handbook_markdown(std::ostream& out, const Handbook& handbook) {
  Text(out, handbook).write();
}

}  // namespace mingze::report
