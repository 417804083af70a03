#include <ostream>

#include "engine/base/utf8.hpp"
#include "report/check_report.hpp"
#include "report/duty_matrix.hpp"
#include "report/excerpt.hpp"
#include "report/finding_terminal.hpp"
#include "report/table.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t shown_bodies = 12;

class CheckFace {
 public:
  CheckFace(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void draw(const CheckReport& report) {
    for (const CheckedDraft& draft : report.drafts) one_draft(draft);
    used(report);
    totals(report);
  }

 private:
  [[nodiscard]] bool zh() const { return style_.language == Language::zh; }
  [[nodiscard]] std::string say(const char* chinese, const char* english) const {
    return zh() ? chinese : english;
  }

  void one_draft(const CheckedDraft& draft) {
    const std::string& title = draft.reading.title;
    out_ << painted(style_, Paint::bold, harmless(title.empty() ? draft.name : title)) << "\n";
    counts(summary_of(draft));
    out_ << "\n";
    bodies(draft.reading);
    std::size_t number = 0;
    for (const Finding& finding : draft.findings) {
      if (number++ == 0)
        out_ << painted(style_, Paint::bold, say("发现的问题", "findings")) << "\n\n";
      one_finding(finding, *draft.text);
    }
    if (number == 0) out_ << say("没有发现问题。", "Nothing was found.") << "\n\n";
  }

  void counts(const CheckReport::Summary& summary) {
    out_ << (zh() ? "共 " + std::to_string(summary.items) + " 项"
                  : std::to_string(summary.items) + " items");
    std::string separator = say("：", ": ");
    for (const auto& [status, count] : summary.by_status()) {
      if (count == 0) continue;
      out_ << separator << title_of(status).in(style_.language) << " " << count;
      separator = say("，", ", ");
    }
    out_ << "\n";
  }

  void bodies(const draft::Reading& reading) {
    std::vector<DutyMatrix::Body> shares = duty_matrix(reading).bodies;
    std::erase_if(shares, [](const auto& body) { return body.leads + body.cooperates == 0; });
    Table table({say("单位", "body"), say("牵头", "leads"), say("配合", "cooperates")});
    for (std::size_t i = 0; i < shares.size() && i < shown_bodies; ++i)
      table.add({harmless(shares[i].name), std::to_string(shares[i].leads),
                 std::to_string(shares[i].cooperates)});
    if (table.empty()) return;
    out_ << table.drawn(style_);
    if (shares.size() > shown_bodies) {
      const std::string more = std::to_string(shares.size() - shown_bodies);
      out_ << "  " << (zh() ? "… 还有 " + more + " 个单位" : "… and " + more + " more") << "\n";
    }
    out_ << "\n";
  }

  void one_finding(const Finding& finding, const Source& text) {
    out_ << headline(finding, style_);
    Style inner = style_;
    inner.columns = style_.columns - 4;
    if (finding.span.valid() && finding.span.size() > 0)
      out_ << quoted_words(text, finding.span, inner, paint_of(finding.severity));
    for (const RelatedPlace& related : finding.related) {
      if (!related.file.empty() || !related.span.valid()) continue;
      out_ << "    " << harmless(related.message.in(style_.language)) << "\n"
           << quoted_words(text, related.span, inner, Paint::cyan);
    }
    out_ << basis_lines(finding, style_) << related_lines(finding, style_)
         << suggestion_lines(finding, style_) << why_lines(finding, style_) << "\n";
  }

  /// The excerpt without its first, empty line, set in.
  static std::string quoted_words(const Source& text, Span span, const Style& style, Paint paint) {
    const std::string drawn = excerpt(text, span, gutter_width(text, span), style, paint);
    std::string out;
    for (std::size_t at = drawn.find('\n') + 1; at < drawn.size();) {
      const std::size_t end = drawn.find('\n', at);
      out += "    " + drawn.substr(at, end - at) + "\n";
      at = end + 1;
    }
    return out;
  }

  void used(const CheckReport& report) {
    for (const UsedFile& file : report.used)
      out_ << say("本次使用了 ", "used: ") << harmless(file.file)
           << (zh() ? "（" + harmless(file.what.zh) + "）" : " (" + harmless(file.what.en) + ")")
           << "\n";
  }

  void totals(const CheckReport& report) {
    const CheckReport::Summary summary = report.summary();
    const std::string errors = std::to_string(summary.errors);
    const std::string warnings = std::to_string(summary.warnings);
    const std::string notes = std::to_string(summary.notes);
    out_ << (zh() ? "合计：错误 " + errors + "，警告 " + warnings + "，提示 " + notes
                  : "total: " + errors + " errors, " + warnings + " warnings, " + notes + " notes");
    std::uint64_t silenced = 0;
    for (const auto& [code, count] : report.silenced) silenced += count;
    if (!report.silenced.empty())
      out_ << (zh() ? "；按 --allow 或 明责.tsv 未列出 " + std::to_string(silenced)
                    : "; not told because of --allow or mingze.tsv: " + std::to_string(silenced));
    out_ << "\n";
  }

  std::ostream& out_;
  const Style& style_;
};

}  // namespace

void write_check_terminal(std::ostream& out, const CheckReport& report, const Style& style) {
  CheckFace(out, style).draw(report);
}

}  // namespace mingze::report
