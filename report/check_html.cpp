#include "report/check_html.hpp"

#include "report/html_page.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t most_listed_open = 40;  ///< findings; a longer list is closed at first

std::string name_on_page(const CheckedDraft& draft) {
  return draft.reading.title.empty() ? draft.name : draft.reading.title;
}

class CheckPage {
 public:
  CheckPage(std::ostream& out, const CheckReport& report, Language language)
      : out_(out), report_(report), language_(language), single_(report.drafts.size() == 1) {
    for (const CheckedDraft& draft : report.drafts) tables_.push_back(duty_matrix(draft.reading));
  }

  void write() {
    const std::string name = say("检查报告", "Check report");
    const HtmlPage page{
        single_ ? name_on_page(report_.drafts.front()) + say("——", " – ") + name : name, language_,
        check_style(), check_script()};
    begin_page(out_, page);
    out_ << "<a class=\"skip\" href=\"#content\">" << say("跳到正文", "skip to the content")
         << "</a>\n";
    bar();
    out_ << "<main id=\"content\">\n";
    if (!single_) overview();
    std::size_t number = 0;
    for (const CheckedDraft& draft : report_.drafts) {
      one_draft({out_, draft, tables_[number], language_, "d" + std::to_string(number + 1),
                 single_ ? 2U : 3U});
      ++number;
    }
    out_ << "<footer>\n";
    used();
    out_ << "<p>" << say("由 mingze check 生成。", "Made by mingze check.") << silenced()
         << "</p>\n</footer>\n</main>\n";
    end_page(out_, page);
  }

 private:
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return in(language_, zh, en);
  }

  /// Stays in sight: where to go on the page, and from finding to finding.
  void bar() {
    out_ << "<header class=\"bar\">\n";
    if (single_)
      links("d1", say("本页内容", "on this page"));
    else
      out_ << "<nav aria-label=\"" << say("本页内容", "on this page") << "\"><a href=\"#content\">"
           << say("各份文稿", "drafts") << "</a></nav>\n";
    out_ << "<div class=\"walk\" role=\"group\" aria-label=\""
         << say("逐个查看问题", "from finding to finding")
         << "\" hidden>\n<label><span class=\"only-read\">"
         << say("只看这一类问题", "only findings of this kind")
         << "</span><select class=\"kind\"><option value=\"\">" << say("全部问题", "all findings")
         << "</option></select></label>\n"
         << "<button type=\"button\" class=\"back\" aria-keyshortcuts=\"Shift+F8\" title=\""
         << say("上一个问题（Shift+F8）", "previous finding (Shift+F8)") << "\">"
         << say("上一个", "Previous") << "</button>\n<output aria-live=\"polite\">0 / 0</output>\n"
         << "<button type=\"button\" class=\"on\" aria-keyshortcuts=\"F8\" title=\""
         << say("下一个问题（F8）", "next finding (F8)") << "\">" << say("下一个", "Next")
         << "</button>\n</div>\n</header>\n";
  }

  void links(const std::string& id, const std::string& label) {
    out_ << "<nav aria-label=\"" << label << "\">";
    const auto link = [&](const char* part, const std::string& title) {
      out_ << "<a href=\"#" << id << "-" << part << "\">" << title << "</a> ";
    };
    link("summary", say("概况", "Summary"));
    link("text", say("原文", "Text"));
    link("matrix", say("分工", "Matrix"));
    link("load", say("任务量", "Load"));
    link("together", say("配合", "Together"));
    out_ << "</nav>\n";
  }

  void overview() {
    out_ << "<h1>" << say("检查报告", "Check report") << "</h1>\n";
    tiles(report_.summary());
    out_ << "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
         << say("各份文稿", "drafts") << "\">\n<table class=\"drafts\">\n<thead><tr><th "
         << "scope=\"col\">" << say("文稿", "Draft") << "</th>";
    for (const std::string& title :
         {say("事项", "Items"), say("已明确牵头", "Led"), say("错误", "Errors"),
          say("警告", "Warnings"), say("提示", "Notes")})
      out_ << "<th scope=\"col\" class=\"n\">" << title << "</th>";
    out_ << "</tr></thead>\n<tbody>\n";
    std::size_t number = 0;
    for (const CheckedDraft& draft : report_.drafts) {
      const CheckReport::Summary summary = summary_of(draft);
      out_ << "<tr><th scope=\"row\"><a href=\"#d" << ++number << "\">"
           << escaped(name_on_page(draft)) << "</a>";
      if (!draft.reading.title.empty()) out_ << "<br><small>" << escaped(draft.name) << "</small>";
      out_ << "</th>";
      for (const std::uint64_t count :
           {summary.items, summary.led, summary.errors, summary.warnings, summary.notes})
        out_ << "<td class=\"n\">" << count << "</td>";
      out_ << "</tr>\n";
    }
    out_ << "</tbody>\n</table>\n</div>\n";
  }

  void one_draft(const DraftPage& page) {
    const CheckedDraft& draft = page.draft;
    const std::string level = single_ ? "h1" : "h2";
    out_ << "<article class=\"draft\" id=\"" << page.id << "\">\n<div class=\"head\">\n<" << level
         << page.chinese() << ">" << escaped(name_on_page(draft)) << "</" << level
         << ">\n<p class=\"about\">";
    if (!draft.reading.title.empty()) out_ << escaped(draft.name) << " · ";
    if (!draft.jurisdiction.empty())
      out_ << "<span" << page.chinese() << ">" << escaped(draft.jurisdiction) << "</span> · ";
    out_ << say("以 ", "as of ") << to_string(draft.as_of) << say(" 为准", "") << "</p>\n";
    if (!single_) links(page.id, say("本文稿的内容", "on this draft"));
    out_ << "</div>\n";
    page.open("summary", say("概况", "Summary"));
    tiles(summary_of(draft));
    list(page);
    page.close();
    write_text_part(page);
    write_matrix_part(page);
    write_load_part(page);
    write_cooperation_part(page);
    out_ << "</article>\n";
  }

  void tile(const char* sort, std::uint64_t count, const std::string& of) {
    out_ << "<li class=\"" << sort << (count == 0 ? " none" : "") << "\"><b>" << count
         << "</b><span>" << of << "</span></li>\n";
  }

  void tiles(const CheckReport::Summary& summary) {
    out_ << "<ul class=\"tiles\">\n";
    tile("items", summary.items, say("事项", "items"));
    for (const auto& [status, count] : summary.by_status())
      if (count > 0) tile(draft::to_string(status), count, title_of(status).in(language_));
    out_ << "</ul>\n<ul class=\"tiles findings\">\n";
    tile("error", summary.errors, say("错误", "errors"));
    tile("warning", summary.warnings, say("警告", "warnings"));
    tile("note", summary.notes, say("提示", "notes"));
    out_ << "</ul>\n";
  }

  /// All findings in a line each, those of one severity together.
  void list(const DraftPage& page) {
    const std::vector<Finding>& findings = page.draft.findings;
    if (findings.empty())
      out_ << "<p>" << escaped(no_findings_in(page.draft).in(language_)) << "</p>\n";
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      std::size_t count = 0;
      for (const Finding& finding : findings) count += finding.severity == severity ? 1 : 0;
      if (count == 0) continue;
      out_ << "<details class=\"list\"" << (findings.size() <= most_listed_open ? " open" : "")
           << "><summary><span class=\"badge " << name_of(severity) << "\">"
           << title_of(severity).in(language_) << "</span>" << count << "</summary>\n<ol>\n";
      for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].severity != severity) continue;
        out_ << "<li data-finding=\"" << page.anchor(finding_anchor, i)
             << "\"><span class=\"number\">" << i + 1 << "</span><a href=\"#"
             << page.anchor(findings[i].span.valid() ? words_anchor : finding_anchor, i) << "\">"
             << escaped(findings[i].message.in(language_)) << "</a></li>\n";
      }
      out_ << "</ol></details>\n";
    }
  }

  /// The files besides the drafts that the findings rest on.
  void used() {
    for (const UsedFile& file : report_.used)
      out_ << "<p>" << say("本次使用了 ", "Used: ") << escaped(file.file) << say("（", " (")
           << escaped(file.what.in(language_)) << say("）", ")") << "</p>\n";
  }

  [[nodiscard]] std::string silenced() const {
    if (report_.silenced.empty()) return {};
    std::uint64_t all = 0;
    for (const auto& [code, count] : report_.silenced) all += count;
    return say("按 --allow 或 明责.tsv 未列出 ", " Not told because of --allow or mingze.tsv: ") +
           std::to_string(all) + say("。", ".");
  }

  std::ostream& out_;
  const CheckReport& report_;
  Language language_;
  bool single_;
  std::vector<DutyMatrix> tables_;
};

}  // namespace

void write_check_html(std::ostream& out, const CheckReport& report, Language language) {
  CheckPage(out, report, language).write();
}

}  // namespace mingze::report
