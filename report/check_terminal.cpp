#include <algorithm>
#include <ostream>
#include <set>

#include "engine/base/utf8.hpp"
#include "report/check_report.hpp"
#include "report/duty_matrix.hpp"
#include "report/excerpt.hpp"
#include "report/finding_terminal.hpp"
#include "report/table.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t shown_bodies = 12;

/// How often a code comes up, and in how many drafts.
struct CodeCount {
  std::string code;
  Severity severity = Severity::note;
  std::uint64_t count = 0;
  std::uint64_t drafts = 0;
};

/// The gravest first, then the most frequent.
std::vector<CodeCount> by_code(const CheckReport& report) {
  std::map<std::string, CodeCount> counts;
  for (const CheckedDraft& draft : report.drafts) {
    std::set<std::string> here;
    for (const Finding& finding : draft.findings) {
      CodeCount& one = counts[finding.code];
      one.code = finding.code;
      one.severity = std::min(one.severity, finding.severity);
      ++one.count;
      if (here.insert(finding.code).second) ++one.drafts;
    }
  }
  std::vector<CodeCount> out;
  for (const auto& [code, one] : counts) out.push_back(one);
  std::stable_sort(out.begin(), out.end(), [](const CodeCount& a, const CodeCount& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.count > b.count;
  });
  return out;
}

class CheckFace {
 public:
  CheckFace(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void draw(const CheckReport& report) {
    many_ = report.is_of_many();
    for (const CheckedDraft& draft : report.drafts) one_draft(draft);
    if (many_) all_drafts(report);
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
    if (many_) out_ << painted(style_, Paint::faint, harmless(draft.name)) << "\n";
    if (!title.empty() || !many_)
      out_ << painted(style_, Paint::bold, harmless(title.empty() ? draft.name : title)) << "\n";
    counts(summary_of(draft));
    out_ << "\n";
    if (!many_) bodies(draft.reading);
    std::size_t number = 0;
    for (const Finding& finding : draft.findings) {
      if (number++ == 0 && !many_)
        out_ << painted(style_, Paint::bold, say("发现的问题", "findings")) << "\n\n";
      one_finding(finding, *draft.text, many_ || draft.kind == FileKind::pdf ? 0 : number);
    }
    if (number == 0 && (!many_ || draft.reading.items.empty()))
      out_ << wrapped(no_findings_in(draft).in(style_.language), style_.columns, 0) << "\n\n";
  }

  /// How many drafts, how their items stand, and how often each code comes up, the gravest first.
  void all_drafts(const CheckReport& report) {
    const CheckReport::Summary summary = report.summary();
    const std::string drafts = std::to_string(report.drafts.size());
    out_ << painted(style_, Paint::bold, say("汇总", "summary")) << "\n"
         << (zh() ? "文稿 " + drafts + " 份" : drafts + " drafts");
    if (report.failures.size() > 0) {
      const std::string unreadable = std::to_string(report.failures.size());
      out_ << painted(style_, Paint::red,
                      zh() ? "，无法读取 " + unreadable : ", unreadable " + unreadable);
    }
    out_ << passed_over(report.passed_over) << "\n";
    counts(summary);
    out_ << "\n";
    Table table({say("问题", "finding"), say("级别", "severity"), say("个数", "count"),
                 say("文稿", "drafts")});
    for (const CodeCount& one : by_code(report))
      table.add({one.code, title_of(one.severity).in(style_.language), std::to_string(one.count),
                 std::to_string(one.drafts)});
    if (!table.empty()) out_ << table.drawn(style_) << "\n";
  }

  [[nodiscard]] std::string passed_over(const PassedOver& passed) const {
    if (passed.all() == 0) return {};
    std::string reasons;
    const auto add = [&](const char* chinese, const char* english, std::uint64_t count) {
      if (count == 0) return;
      reasons += (reasons.empty() ? "" : say("，", ", ")) + say(chinese, english) + " " +
                 std::to_string(count);
    };
    add("隐藏文件", "hidden", passed.hidden);
    add("锁文件 ~$", "lock files ~$", passed.locks);
    add("批注稿和修改稿", "copies with comments or repairs", passed.copies);
    add("其他类型", "other types", passed.other_types);
    add("链接和设备", "links and devices", passed.special);
    const std::string all = std::to_string(passed.all());
    return zh() ? "，略过 " + all + "（" + reasons + "）"
                : ", passed over " + all + " (" + reasons + ")";
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

  /// `number`: by which repairs are chosen; 0 where the file can't be repaired so.
  void one_finding(const Finding& finding, const Source& text, std::size_t number) {
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
         << suggestion_lines(finding, style_, number) << why_lines(finding, style_) << "\n";
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
    if (!many_ && !report.drafts.empty()) repairs(report.drafts.front());
  }

  /// How many repairs wait, and what has them written.
  void repairs(const CheckedDraft& draft) {
    if (draft.kind == FileKind::pdf) return;
    std::size_t sure = 0;
    std::size_t other = 0;
    std::size_t named = 0;
    for (const Finding& finding : draft.findings) {
      const auto& all = finding.suggestions;
      if (std::any_of(all.begin(), all.end(), [](const Suggestion& one) { return one.sure; }))
        ++sure;
      else if (std::any_of(all.begin(), all.end(), is_repair))
        ++other;
      else if (finding.takes_lead)
        ++named;
    }
    std::string told;
    const auto tell = [&](std::size_t count, const char* chinese, const char* english) {
      if (count == 0) return;
      told += (told.empty() ? "" : say("；", "; ")) + std::to_string(count) + say(chinese, english);
    };
    tell(sure, " 处有把握的（加 --fix）", " sure (--fix)");
    tell(other, " 处要选定的（加 --fix=编号）", " to choose (--fix=NUMBER)");
    tell(named, " 处只差牵头单位，写明就能改（加 --fix=编号:单位）",
         " where only the lead is to be told (--fix=NUMBER:BODY)");
    if (!told.empty()) out_ << say("可以另存修改稿：", "repairs for a copy: ") << told << "\n";
  }

  std::ostream& out_;
  const Style& style_;
  bool many_ = false;
};

}  // namespace

void write_check_terminal(std::ostream& out, const CheckReport& report, const Style& style) {
  CheckFace(out, style).draw(report);
}

}  // namespace mingze::report
