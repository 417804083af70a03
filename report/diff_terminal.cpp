#include <ostream>

#include "report/diff_words.hpp"
#include "report/explanation_words.hpp"
#include "report/finding_terminal.hpp"
#include "report/table.hpp"

namespace mingze::report {

namespace {

class DiffFace {
 public:
  DiffFace(std::ostream& out, const DiffReport& report, const Style& style)
      : out_(out), report_(report), style_(style), zh_(style.language == Language::zh) {}

  void draw() {
    title(say({"比较 ", "comparing "}) + report_.before + " → " + report_.after +
          say({"（截至 ", " (as of "}) + to_string(report_.as_of) + say({"）", ")"}));
    statements();
    for (const DiffScene& scene : report_.scenes) draw(scene);
    summary();
  }

 private:
  static constexpr std::uint64_t shown = 50;  // of each list

  [[nodiscard]] std::string say(const Message& message) const {
    return message.in(style_.language);
  }
  void title(const std::string& text) {
    out_ << painted(style_, Paint::bold, harmless(text)) << "\n";
  }
  void line(Paint paint, const Message& word, std::size_t width, const std::string& text) {
    const std::string told = say(word);
    const std::size_t indent = width + 4;
    out_ << "  " << painted(style_, paint, told) << padding(told, width) << "  "
         << wrapped(harmless(text), style_.columns - indent, indent) << "\n";
  }
  void below(std::size_t indent, const std::string& text, Paint paint = Paint::faint) {
    out_ << std::string(indent, ' ')
         << painted(style_, paint, wrapped(harmless(text), style_.columns - indent, indent))
         << "\n";
  }

  void statements() {
    if (report_.of_drafts || report_.replayed) return;
    if (report_.statements.empty()) {
      out_ << "  " << say({"规则没有变化", "the rules are the same"}) << "\n\n";
      return;
    }
    const std::size_t width = zh_ ? 10 : 12;
    for (const StatementChange& change : report_.statements) {
      const bool same = change.what == StatementChange::What::wording ||
                        change.what == StatementChange::What::renamed ||
                        change.what == StatementChange::What::asleep;
      RuleName cited{};
      cited.cites = change.cites;
      const std::string basis = cited_words(cited, style_.language);
      line(same ? Paint::faint : Paint::yellow, title_of(change.what), width,
           statement_words(change, style_.language) + (basis.empty() ? "" : "  " + basis) + "  " +
               change.file + ":" + std::to_string(change.line));
      for (const std::string& part : change.gone) below(width + 4, "- " + part, Paint::red);
      for (const std::string& part : change.come) below(width + 4, "+ " + part, Paint::green);
    }
    out_ << "\n";
  }

  void draw(const DiffScene& scene) {
    title(say(title_of(scene)));
    const std::size_t width = zh_ ? 4 : 6;
    for (const auto what :
         {DecisionChange::What::moved, DecisionChange::What::gained, DecisionChange::What::lost}) {
      const std::uint64_t all = scene.count(what);
      std::uint64_t told = 0;
      if (all > 0)
        scene.changes(what, [&](const DecisionChange& change) {
          line(what == DecisionChange::What::lost ? Paint::red : Paint::yellow, title_of(what),
               width, say(change.about) + say({"：", ": "}) + arrow_words(change, style_.language));
          for (const std::string& reason : reasons(change, style_.language))
            below(width + 4, reason);
          return ++told < shown;
        });
      more(all - told, {"个裁定", " decisions"});
    }
    findings(scene, false, scene.findings_new, {"新的问题", "new findings"});
    findings(scene, true, scene.findings_gone, {"消除的问题", "findings that are gone"});
    out_ << "\n";
  }

  void findings(const DiffScene& scene, bool gone, std::uint64_t all, const Message& words) {
    if (all == 0) return;
    out_ << "  " << painted(style_, gone ? Paint::green : Paint::red, say(words)) << "\n";
    std::uint64_t told = 0;
    scene.findings(gone, [&](const Finding& finding) {
      out_ << headline(finding, style_) << basis_lines(finding, style_);
      if (scene.over == DiffScene::Over::draft) out_ << related_lines(finding, style_);
      return ++told < shown;
    });
    more(all - told, {"个问题", " findings"});
  }

  void more(std::uint64_t count, const Message& what) {
    if (count == 0) return;
    const std::string number = std::to_string(count);
    out_ << "  "
         << say({"… 还有 " + number + " " + what.zh + "（--format json 全部列出）",
                 "… and " + number + " more" + what.en + " (--format json lists them all)"})
         << "\n";
  }

  void summary() {
    if (!report_.any()) {
      out_ << say(report_.of_drafts
                      ? Message{"责任分工和问题都没有变化", "no duty and no finding differs"}
                      : Message{"裁定和问题都没有变化", "no decision and no finding differs"})
           << compared() << "\n";
      return;
    }
    title(say({"汇总", "summary"}) + compared());
    const DiffScene all = report_.sum();
    Table table({"", say({"改变", "moved"}), say({"新得", "gained"}), say({"失去", "lost"}),
                 say({"新问题", "new findings"}), say({"消除的问题", "gone"})});
    const auto row = [&](const std::string& name, const DiffScene& sum) {
      table.add({name, std::to_string(sum.moved), std::to_string(sum.gained),
                 std::to_string(sum.lost), std::to_string(sum.findings_new),
                 std::to_string(sum.findings_gone)});
    };
    for (const DiffScene& scene : report_.scenes)
      if (scene.over == DiffScene::Over::facts) row(say(title_of(scene)), scene);
    for (const auto& [over, name] : {std::pair{DiffScene::Over::test, Message{" 个用例", " tests"}},
                                     {DiffScene::Over::draft, Message{" 份草案", " drafts"}}}) {
      DiffReport part;
      for (const DiffScene& scene : report_.scenes)
        if (scene.over == over) part.scenes.push_back(scene);
      const std::string count = std::to_string(part.scenes.size());
      if (part.any()) row(count + say(name), part.sum());
    }
    out_ << table.drawn(style_);
  }

  [[nodiscard]] std::string compared() const {
    if (report_.of_drafts) return "";
    std::string zh = "（比较了现有事实";
    std::string en = " (over the facts at hand";
    if (report_.tests > 0) {
      zh += "、" + std::to_string(report_.tests) + " 个用例";
      en += ", " + std::to_string(report_.tests) + " tests";
    }
    if (report_.drafts > 0) {
      zh += "、" + std::to_string(report_.drafts) + " 份草案";
      en += ", " + std::to_string(report_.drafts) + " drafts";
    }
    return zh_ ? zh + "）" : en + ")";
  }

  std::ostream& out_;
  const DiffReport& report_;
  const Style& style_;
  bool zh_;
};

}  // namespace

void write_diff_terminal(std::ostream& out, const DiffReport& report, const Style& style) {
  DiffFace(out, report, style).draw();
}

}  // namespace mingze::report
