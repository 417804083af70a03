#include <ostream>

#include "report/diff_words.hpp"
#include "report/explanation_words.hpp"
#include "report/markdown.hpp"

namespace mingze::report {

namespace {

class DiffMarkdown {
 public:
  DiffMarkdown(std::ostream& out, const DiffReport& report, Language language)
      : out_(out), report_(report), language_(language) {}

  void write() {
    out_ << "## " << say({"规则变化的影响", "What the change of rules does"}) << "\n\n";
    out_ << say({"比较 ", "Comparing "}) << in_markdown(report_.before) << " → "
         << in_markdown(report_.after) << say({"，截至 ", ", as of "}) << to_string(report_.as_of)
         << say({"。", "."});
    const DiffScene all = report_.sum();
    if (!report_.any()) {
      out_ << say({"裁定和问题都没有变化。", " No decision and no finding differs."});
    } else {
      out_ << say({"**改变 ", " **"}) << all.moved << say({"，新得 ", " moved, "}) << all.gained
           << say({"，失去 ", " gained, "}) << all.lost << say({"；新问题 ", " lost; "})
           << all.findings_new << say({"，消除的问题 ", " new findings, "}) << all.findings_gone
           << say({"。**", " gone.**"});
    }
    out_ << "\n\n";
    std::uint64_t tests = 0;
    for (const DiffScene& scene : report_.scenes) {
      if (scene.over == DiffScene::Over::test && ++tests > tests_shown) continue;
      draw(scene);
    }
    if (tests > tests_shown)
      out_ << say({"… 还有 ", "… and "}) << tests - tests_shown
           << say({" 个用例有变化。", " more tests with changes."}) << "\n\n";
    statements();
  }

 private:
  static constexpr std::uint64_t shown = 100;  // changes of a collection of facts
  static constexpr std::uint64_t tests_shown = 20;

  [[nodiscard]] std::string say(const Message& message) const { return message.in(language_); }

  void draw(const DiffScene& scene) {
    out_ << "### " << in_markdown(say(title_of(scene))) << "\n\n";
    for (const auto what :
         {DecisionChange::What::moved, DecisionChange::What::gained, DecisionChange::What::lost}) {
      const std::uint64_t all = scene.count(what);
      if (all == 0) continue;
      std::uint64_t told = 0;
      scene.changes(what, [&](const DecisionChange& change) {
        out_ << "- **" << in_markdown(say(change.about)) << say({"**：", "**: "})
             << in_markdown(arrow_words(change, language_)) << "\n";
        for (const std::string& reason : reasons(change, language_))
          out_ << "  - " << in_markdown(reason) << "\n";
        return ++told < shown;
      });
      more(all - told);
    }
    findings(scene, false, scene.findings_new, {"新的问题", "New findings"});
    findings(scene, true, scene.findings_gone, {"消除的问题", "Findings that are gone"});
    out_ << "\n";
  }

  void findings(const DiffScene& scene, bool gone, std::uint64_t all, const Message& words) {
    if (all == 0) return;
    out_ << "- " << say(words) << "\n";
    std::uint64_t told = 0;
    scene.findings(gone, [&](const Finding& finding) {
      out_ << "  - `" << finding.code << "` " << in_markdown(say(finding.message));
      RuleName cited{};
      cited.cites = finding.basis;
      if (!finding.basis.empty())
        out_ << say({"（", " ("}) << in_markdown(cited_words(cited, language_)) << say({"）", ")"});
      out_ << "\n";
      return ++told < shown;
    });
    more(all - told);
  }

  void more(std::uint64_t count) {
    if (count > 0)
      out_ << "- " << say({"… 还有 ", "… and "}) << count << say({" 处。", " more."}) << "\n";
  }

  void statements() {
    if (report_.statements.empty()) return;
    out_ << "<details><summary>" << say({"规则的变化：", "Changes of the rules: "})
         << report_.statements.size() << "</summary>\n\n";
    for (const StatementChange& change : report_.statements) {
      RuleName cited{};
      cited.cites = change.cites;
      const std::string basis = cited_words(cited, language_);
      out_ << "- " << say(title_of(change.what)) << say({"：", ": "})
           << in_markdown(statement_words(change, language_))
           << (basis.empty() ? "" : " " + in_markdown(basis)) << " — "
           << in_markdown(change.file + ":" + std::to_string(change.line)) << "\n";
      for (const std::string& part : change.gone) out_ << "  - − " << in_markdown(part) << "\n";
      for (const std::string& part : change.come) out_ << "  - + " << in_markdown(part) << "\n";
    }
    out_ << "\n</details>\n";
  }

  std::ostream& out_;
  const DiffReport& report_;
  Language language_;
};

}  // namespace

void write_diff_markdown(std::ostream& out, const DiffReport& report, Language language) {
  DiffMarkdown(out, report, language).write();
}

}  // namespace mingze::report
