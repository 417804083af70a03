#include <functional>
#include <map>
#include <ostream>
#include <sstream>

#include "report/diff_words.hpp"
#include "report/explanation_words.hpp"
#include "report/html_page.hpp"
#include "report/markup.hpp"

namespace mingze::report {

namespace {

class DiffPage {
 public:
  DiffPage(std::ostream& out, const DiffReport& report, Language language)
      : out_(out), report_(report), language_(language) {}

  void write() {
    const std::string title = say({"规则变化的影响", "What the change of rules does"});
    begin_page(out_, {title, language_, handbook_style()});
    out_ << "<div class=\"frame\"><main>\n<h1>" << title << "</h1>\n<p class=\"lead\">"
         << escaped(report_.before) << " → " << escaped(report_.after)
         << say({"，截至 ", ", as of "}) << to_string(report_.as_of) << "</p>\n";
    tiles();
    if (!report_.any())
      out_ << "<p>" << say({"裁定和问题都没有变化。", "No decision and no finding differs."})
           << "</p>\n";
    flows();
    for (const DiffScene& scene : report_.scenes) draw(scene);
    statements();
    out_ << "<footer><p>" << say({"由 mingze diff 生成。", "Made by mingze diff."})
         << "</p></footer>\n</main></div>\n";
    end_page(out_, {title, language_, handbook_style()});
  }

 private:
  static constexpr std::uint64_t shown = 500;  // of each list of one collection of facts

  using What = DecisionChange::What;

  [[nodiscard]] std::string say(const Message& message) const { return message.in(language_); }
  [[nodiscard]] std::string words(const Message& message) const { return escaped(say(message)); }

  void tile(std::uint64_t count, const Message& of) {
    out_ << "<li><b>" << count << "</b><span>" << say(of) << "</span></li>\n";
  }

  void tiles() {
    const DiffScene all = report_.sum();
    out_ << "<ul class=\"tiles\">\n";
    tile(all.moved, title_of(What::moved));
    tile(all.gained, title_of(What::gained));
    tile(all.lost, title_of(What::lost));
    tile(all.findings_new, {"新的问题", "new findings"});
    tile(all.findings_gone, {"消除的问题", "findings gone"});
    out_ << "</ul>\n";
  }

  /// From whom to whom, over the facts at hand: how often.
  void flows() {
    for (const DiffScene& scene : report_.scenes) {
      if (scene.over != DiffScene::Over::facts || scene.keys() == 0) continue;
      std::map<std::string, std::uint64_t> flows;
      std::uint64_t told = 0;
      for (const What what : {What::moved, What::gained, What::lost})
        if (scene.count(what) > 0)
          scene.changes(what, [&](const DecisionChange& change) {
            ++flows[arrow_words(change, language_)];
            return ++told < shown * 20;
          });
      std::multimap<std::uint64_t, std::string, std::greater<>> by_count;
      for (const auto& [flow, number] : flows) by_count.emplace(number, flow);
      out_ << "<table><caption>" << say({"从谁到谁", "From whom to whom"})
           << (told < scene.keys() ? say({"（部分）", " (in part)"}) : "") << "</caption>\n";
      std::size_t rows = 0;
      for (const auto& [number, flow] : by_count) {
        if (++rows > 30) break;
        out_ << "<tr><td>" << escaped(flow) << "</td><td class=\"n\">" << number
             << "</td><td><meter max=\"" << by_count.begin()->first << "\" value=\"" << number
             << "\"></meter></td></tr>\n";
      }
      out_ << "</table>\n";
    }
  }

  void draw(const DiffScene& scene) {
    out_ << "<h2>" << words(title_of(scene)) << "</h2>\n";
    for (const What what : {What::moved, What::gained, What::lost}) {
      const std::uint64_t all = scene.count(what);
      if (all == 0) continue;
      std::uint64_t told = 0;
      scene.changes(what, [&](const DecisionChange& change) {
        one(change);
        return ++told < shown;
      });
      more(all - told);
    }
    findings(scene, false, scene.findings_new, {"新的问题", "New findings"});
    findings(scene, true, scene.findings_gone, {"消除的问题", "Findings that are gone"});
  }

  void one(const DecisionChange& change) {
    out_ << "<div class=\"rule\"><h4>" << words(change.about) << say({"：", ": "})
         << escaped(arrow_words(change, language_)) << "</h4>\n<ul class=\"said\">\n";
    for (const std::string& reason : reasons(change, language_))
      out_ << "<li>" << escaped(reason) << "</li>\n";
    out_ << "</ul>\n";
    proof(change.from, {"原来的理由", "why it was so"});
    proof(change.to, {"现在的理由", "why it is so now"});
    out_ << "</div>\n";
  }

  void proof(const DecisionChange::Side& side, const Message& title) {
    if (!side.why) return;
    std::ostringstream text;
    Style style;
    style.language = language_;
    write_explanation_terminal(text, *side.why, style);
    out_ << "<details><summary>" << say(title) << "</summary><pre>" << escaped(text.str())
         << "</pre></details>\n";
  }

  void findings(const DiffScene& scene, bool gone, std::uint64_t all, const Message& title) {
    if (all == 0) return;
    out_ << "<h3>" << say(title) << "</h3>\n<ul class=\"said\">\n";
    std::uint64_t told = 0;
    scene.findings(gone, [&](const Finding& finding) {
      RuleName cited{};
      cited.cites = finding.basis;
      out_ << "<li><code>" << escaped(finding.code) << "</code> " << words(finding.message)
           << " <small>" << escaped(cited_words(cited, language_)) << "</small></li>\n";
      return ++told < shown;
    });
    out_ << "</ul>\n";
    more(all - told);
  }

  void more(std::uint64_t count) {
    if (count > 0)
      out_ << "<p>" << say({"… 还有 ", "… and "}) << count
           << say({" 处（mingze diff --format json 全部列出）。",
                   " more (mingze diff --format json lists them all)."})
           << "</p>\n";
  }

  void statements() {
    if (report_.statements.empty()) return;
    out_ << "<h2>" << say({"规则的变化", "Changes of the rules"}) << "</h2>\n";
    for (const StatementChange& change : report_.statements) {
      RuleName cited{};
      cited.cites = change.cites;
      out_ << "<div class=\"rule\"><h4>" << words(title_of(change.what)) << say({"：", ": "})
           << escaped(statement_words(change, language_)) << " <small>"
           << escaped(cited_words(cited, language_)) << "</small></h4>\n";
      if (!change.gone.empty() || !change.come.empty()) out_ << "<ul class=\"said\">\n";
      for (const std::string& part : change.gone)
        out_ << "<li class=\"fail\">− " << escaped(part) << "</li>\n";
      for (const std::string& part : change.come)
        out_ << "<li class=\"pass\">+ " << escaped(part) << "</li>\n";
      if (!change.gone.empty() || !change.come.empty()) out_ << "</ul>\n";
      out_ << "<p class=\"where\">" << escaped(change.file) << ":" << change.line << "</p></div>\n";
    }
  }

  std::ostream& out_;
  const DiffReport& report_;
  Language language_;
};

}  // namespace

void write_diff_html(std::ostream& out, const DiffReport& report, Language language) {
  DiffPage(out, report, language).write();
}

}  // namespace mingze::report
