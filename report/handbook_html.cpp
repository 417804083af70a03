#include <ostream>

#include "report/handbook.hpp"
#include "report/handbook_words.hpp"
#include "report/html_page.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

class Page {
 public:
  Page(std::ostream& out, const Handbook& book) : out_(out), book_(book), say_{book.language} {}

  void write() {
    const HtmlPage page{book_.title, book_.language, handbook_style()};
    begin_page(out_, page);
    out_ << "<div class=\"frame\">\n";
    navigation();
    out_ << "<main>\n";
    top();
    questions();
    for (const Handbook::Part& part : book_.parts) write(part);
    out_ << "<footer><p>"
         << say_("由 mingze doc 从规则包生成。", "Made by mingze doc from the pack.")
         << "</p></footer>\n</main>\n</div>\n";
    end_page(out_, page);
  }

 private:
  void navigation() {
    out_ << "<nav aria-label=\"" << say_("目录", "contents") << "\">\n";
    for (const Handbook::Part& part : book_.parts) {
      out_ << "<p>" << link(part.anchor, say_.part_title(part)) << "</p>\n<ul>\n";
      for (const Handbook::Article& article : part.articles)
        out_ << "<li" << (part.lists_articles && article.is_gap() ? " class=\"gap\"" : "") << ">"
             << link(article.anchor, say_.article_title(article)) << "</li>\n";
      out_ << "</ul>\n";
    }
    out_ << "</nav>\n";
  }

  static std::string link(const std::string& anchor, const std::string& text) {
    return "<a href=\"#" + anchor + "\">" + escaped(text) + "</a>";
  }

  void tile(const std::string& count, const std::string& of) {
    out_ << "<li><b>" << count << "</b><span>" << of << "</span></li>\n";
  }

  void top() {
    const Handbook::Counts counts = book_.counts();
    out_ << "<header>\n<h1>" << escaped(book_.title) << "</h1>\n<p class=\"date\">"
         << say_("以 ", "As of ") << book_.as_of << say_(" 为准", "") << "</p>\n<p class=\"lead\">"
         << say_.introduction() << "</p>\n<ul class=\"tiles\">\n";
    tile(std::to_string(counts.articles), say_("条文", "articles"));
    tile(std::to_string(counts.rules), say_("规则", "rules"));
    tile(std::to_string(counts.findings), say_("会提示的问题", "things flagged"));
    tile(std::to_string(counts.passed) + " / " + std::to_string(counts.tests),
         say_("用例通过", "tests passed"));
    tile(std::to_string(counts.gaps), say_("没有规则的条文", "articles without a rule"));
    out_ << "</ul>\n";
    for (const Handbook::Part& part : book_.parts) summary(part);
    out_ << "</header>\n";
  }

  void summary(const Handbook::Part& part) {
    out_ << "<table>\n<caption>" << escaped(say_.part_title(part)) << "</caption>\n<thead><tr><th>"
         << say_("条文", "Article") << "</th><th></th><th class=\"n\">" << say_("规则", "Rules")
         << "</th><th class=\"n\">" << say_("问题", "Flags") << "</th><th class=\"n\">"
         << say_("用例", "Tests") << "</th><th class=\"state\">" << say_("情况", "State")
         << "</th></tr></thead>\n<tbody>\n";
    for (const Handbook::Article& article : part.articles) {
      const bool gap = part.lists_articles && article.is_gap();
      const std::string clause = article.clause.empty() ? say_("全文", "whole") : article.clause;
      out_ << "<tr" << (gap ? " class=\"gap\"" : "") << "><td class=\"clause\">"
           << link(article.anchor, clause) << "</td><td>" << escaped(article.heading)
           << "</td><td class=\"n\">" << article.rules.size() << "</td><td class=\"n\">"
           << article.findings.size() << "</td><td class=\"n\">" << article.tests.size()
           << "</td><td class=\"state" << (article.failed() > 0 ? " fail" : "") << "\">"
           << say_.state(part, article) << "</td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
  }

  void questions() {
    if (book_.questions.empty()) return;
    out_ << "<h2>" << say_("规则回答的问题", "What the rules decide") << "</h2>\n";
    for (const Handbook::Question& question : book_.questions) {
      out_ << "<div class=\"question\"><h4>" << html(question.sentence)
           << "</h4>\n<p class=\"why\">" << escaped(question.one_per);
      if (!question.domain.empty())
        out_ << say_("；凡“", "; it is missing where “") << html(question.domain)
             << say_("”而得不出结果的，算作缺失", "” and nothing is decided");
      out_ << say_("；得出几个结果的，算作冲突。", "; several results are a conflict.") << "</p>";
      where(question.place);
      out_ << "</div>\n";
    }
  }

  void write(const Handbook::Part& part) {
    out_ << "<section>\n<h2 id=\"" << part.anchor << "\">" << escaped(say_.part_title(part))
         << "</h2>\n";
    for (const Handbook::Article& article : part.articles) write(part, article);
    out_ << "</section>\n";
  }

  void write(const Handbook::Part& part, const Handbook::Article& article) {
    out_ << "<article>\n<h3 id=\"" << article.anchor << "\">";
    if (article.clause.empty())
      out_ << say_("全文", "As a whole");
    else
      out_ << "<span class=\"clause\">" << escaped(article.clause) << "</span>"
           << escaped(article.heading);
    out_ << "</h3>\n";
    if (part.lists_articles && article.is_gap()) {
      out_ << "<div class=\"void\"><p>" << say_.gap() << "</p>";
      list(article.not_encoded, "");
      out_ << "</div>\n";
    }
    if (!article.rules.empty()) out_ << "<h5>" << say_("规则", "Rules") << "</h5>\n";
    for (const Handbook::Rule& rule : article.rules) write(rule);
    if (!article.findings.empty())
      out_ << "<h5>" << say_("会提示的问题", "What is flagged") << "</h5>\n";
    for (const Handbook::Finding& finding : article.findings) write(finding);
    if (!article.elsewhere.empty())
      links(say_("另见，也以这一条为依据：", "See also, resting on this article too: "),
            article.elsewhere);
    if (!article.is_gap() && !article.not_encoded.empty()) {
      out_ << "<h5>" << say_("没有写成规则的", "What no rule says") << "</h5>\n";
      list(article.not_encoded, "open");
    }
    tests(article);
    out_ << "</article>\n";
  }

  void list(const std::vector<std::string>& lines, const std::string& sort) {
    if (lines.empty()) return;
    out_ << "<ul" << (sort.empty() ? "" : " class=\"" + sort + "\"") << ">";
    for (const std::string& line : lines) out_ << "<li>" << escaped(line) << "</li>";
    out_ << "</ul>\n";
  }

  static std::string html(const Phrase& phrase) {
    std::string out;
    for (const PhrasePart& part : phrase) {
      const bool noun = part.sort == PhrasePart::Sort::noun;
      out += (noun ? "<span class=\"noun\">" : "") + escaped(part.text) + (noun ? "</span>" : "");
    }
    return out;
  }

  void lines(const std::vector<Line>& lines, const char* sort) {
    constexpr std::size_t short_lead = 12;  // bytes: four Chinese characters
    for (const Line& line : lines) {
      const bool is_long = line.lead.size() > short_lead;
      out_ << "<li class=\"" << sort << (is_long ? " long" : "") << "\"><span class=\"how\">"
           << escaped(line.lead) << "</span>" << html(line.phrase)
           << (line.tail.empty() ? "" : "<small>" + escaped(line.tail) + "</small>") << "</li>\n";
    }
  }

  void write(const Handbook::Rule& rule) {
    out_ << "<div class=\"rule\" id=\"" << rule.anchor << "\"><h4>" << escaped(rule.title)
         << "</h4>\n<ul class=\"said\">\n";
    lines(rule.conditions, "if");
    lines(rule.conclusions, "then");
    out_ << "</ul>\n";
    note(rule.note);
    links(say_("优先于：", "Prevails over: "), rule.prevails_over);
    links(say_("让位于：", "Gives way to: "), rule.yields_to);
    where(rule.place, rule.cites);
    out_ << "</div>\n";
  }

  void write(const Handbook::Finding& finding) {
    const std::string severity(name_of(finding.severity));
    out_ << "<div class=\"finding " << severity << "\" id=\"" << finding.anchor
         << "\"><h4><span class=\"badge " << severity << "\">"
         << title_of(finding.severity).in(book_.language) << "</span>" << html(finding.message)
         << "</h4>\n<ul class=\"said\">\n";
    lines(finding.conditions, "if");
    out_ << "</ul>\n";
    if (!finding.suggestion.empty())
      out_ << "<p class=\"links\">" << say_("建议：", "Suggested: ") << html(finding.suggestion)
           << "</p>\n";
    note(finding.note);
    where(finding.place, finding.cites, finding.code);
    out_ << "</div>\n";
  }

  void note(const std::string& text) {
    if (!text.empty()) out_ << "<p class=\"why\">" << escaped(text) << "</p>\n";
  }

  void links(const std::string& title, const std::vector<Handbook::Link>& links) {
    if (links.empty()) return;
    out_ << "<p class=\"links\">" << title;
    for (std::size_t i = 0; i < links.size(); ++i)
      out_ << (i == 0 ? "" : say_("、", ", "))
           << (links[i].anchor.empty() ? escaped(links[i].title)
                                       : link(links[i].anchor, links[i].title));
    out_ << "</p>\n";
  }

  void where(const Handbook::Place& place, const std::string& cites = "",
             const std::string& code = "") {
    out_ << "<p class=\"where\">";
    for (const std::string& part : {cites, code})
      if (!part.empty()) out_ << escaped(part) << " · ";
    out_ << escaped(say_.place(place)) << "</p>";
  }

  void tests(const Handbook::Article& article) {
    if (article.tests.empty()) return;
    out_ << "<h5>" << say_("用例", "Tests") << " " << article.tests.size() - article.failed()
         << " / " << article.tests.size() << "</h5>\n";
    for (const Handbook::Test& test : article.tests) write(test);
  }

  void write(const Handbook::Test& test) {
    out_ << "<details" << (test.passed() ? "" : " open") << "><summary><span class=\""
         << (test.passed() ? "pass\">✓ " : "fail\">✗ ")
         << (test.passed() ? say_("通过", "passed") : say_("未通过", "failed")) << "</span> "
         << escaped(test.label) << "</summary>\n";
    if (!test.as_of.empty())
      out_ << "<p class=\"links\">" << say_("截至 ", "As of ") << test.as_of << "</p>\n";
    if (!test.given.empty()) {
      out_ << "<h5>" << say_("已知", "Given") << "</h5><ul>";
      for (const Phrase& phrase : test.given) out_ << "<li>" << html(phrase) << "</li>";
      out_ << "</ul>\n";
    }
    out_ << "<h5>" << say_("应当得出", "It should come out that") << "</h5><ul>";
    for (const Line& line : test.expected)
      out_ << "<li>" << escaped(line.lead) << html(line.phrase) << "</li>";
    out_ << "</ul>\n";
    for (const Handbook::Failure& failure : test.failures)
      out_ << "<p class=\"fail\"><b>" << say_("应得：", "Expected: ") << "</b>"
           << escaped(failure.expected) << "<br><b>" << say_("实得：", "Got: ") << "</b>"
           << escaped(failure.got) << "</p>\n";
    where(test.place);
    out_ << "</details>\n";
  }

  std::ostream& out_;
  const Handbook& book_;
  HandbookWords say_;
};

}  // namespace

void write_handbook_html(std::ostream& out, const Handbook& handbook) {
  Page(out, handbook).write();
}

}  // namespace mingze::report
