#include <ostream>

#include "engine/base/utf8.hpp"
#include "report/finding_terminal.hpp"
#include "report/repairs.hpp"

namespace mingze::report {

namespace {

class RepairsFace {
 public:
  RepairsFace(std::ostream& out, const RepairReport& report, const Style& style)
      : out_(out), report_(report), style_(style) {}

  void draw(const std::string& path) {
    const CheckedDraft& draft = *report_.draft;
    const std::string& title = draft.reading.title;
    out_ << painted(style_, Paint::bold, harmless(title.empty() ? draft.name : title)) << "\n";
    if (report_.copy != nullptr)
      written(path);
    else
      out_ << say({"没有改动，没有另存", "nothing was changed, and no copy written"}) << "\n";
    if (!report_.done.empty()) section({"改了的", "changed"}, report_.done.size());
    for (const Repair& repair : report_.done) {
      row(repair.handle, change(repair));
      why(draft.findings[repair.finding]);
    }
    if (!report_.left_out.empty()) section({"没有改的", "not changed"}, report_.left_out.size());
    for (const LeftOut& one : report_.left_out) {
      if (one.repair) row(one.handle, change(*one.repair));
      row(one.repair ? "" : one.handle, one.reason.in(style_.language));
    }
    if (report_.copy == nullptr) return;
    again();
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const {
    return message.in(style_.language);
  }

  void written(const std::string& path) {
    const std::string where = harmless(path);
    const bool word = report_.draft->kind == FileKind::word;
    if (style_.language == Language::zh)
      out_ << "已另存修改稿 " << where
           << (word ? "：改动是修订，在 Word 或 WPS 的“审阅”中逐处接受或拒绝" : "")
           << "；原稿没有动\n";
    else
      out_ << where << " is the repaired copy"
           << (word ? ": each change is tracked, to be accepted or rejected in Word or WPS" : "")
           << "; the draft was left alone\n";
  }

  void section(const Message& title, std::size_t count) {
    out_ << "\n" << painted(style_, Paint::bold, say(title)) << " " << count << "\n";
  }

  /// A handle, and what is told of it.
  void row(const std::string& handle, const std::string& text) {
    const std::string name =
        "  " + handle + std::string(handle.size() < 4 ? 4 - handle.size() : 0, ' ') + "  ";
    out_ << name << wrapped(harmless(text), style_.columns - name.size(), name.size()) << "\n";
  }

  [[nodiscard]] std::string change(const Repair& repair) const {
    const Source& text = *report_.draft->text;
    const std::string line = std::to_string(text.lines().line_of(repair.span.begin));
    const bool zh = style_.language == Language::zh;
    const bool word = report_.draft->kind == FileKind::word;
    const std::string where = zh ? "第 " + line + (word ? " 段：" : " 行：")
                                 : (word ? "paragraph " : "line ") + line + ": ";
    const std::string now = "“" + repair.text + "”";
    if (repair.span.size() == 0) return where + (zh ? "加上" : "add ") + now;
    const std::string old(text.text().substr(repair.span.begin, repair.span.size()));
    return where + "“" + old + "”" + (zh ? "改为" : " becomes ") + now;
  }

  void why(const Finding& finding) {
    row("", finding.message.in(style_.language) + "  [" + finding.code + "]");
  }

  void again() {
    const FindingMatch& match = report_.match;
    const std::string before = std::to_string(report_.draft->findings.size());
    const std::string gone = std::to_string(match.gone.size());
    const std::string remain = std::to_string(match.remain.size());
    const std::string appeared = std::to_string(match.appeared.size());
    out_ << "\n" << painted(style_, Paint::bold, say({"修改稿重新检查", "the copy, checked"}));
    if (style_.language == Language::zh)
      out_ << "：原有问题 " << before << " 个，消除 " << gone << " 个，还有 " << remain
           << " 个，新出现 " << appeared << " 个\n";
    else
      out_ << ": of " << before << " findings " << gone << " are gone, " << remain << " remain, "
           << appeared << " are new\n";
    for (const auto& [old, now] : match.remain) line(report_.copy->findings[now], old + 1);
    for (const std::size_t now : match.appeared) line(report_.copy->findings[now], 0);
  }

  /// A finding of the copy, by its number in the draft's; 0: a new one.
  void line(const Finding& finding, std::size_t number) {
    const std::string handle = number == 0 ? say({"新", "new"}) : std::to_string(number);
    const std::string pad(display_width(handle) < 4 ? 4 - display_width(handle) : 0, ' ');
    const std::string name = "  " + handle + pad + "  ";
    const std::string title = title_of(finding.severity).in(style_.language);
    const std::size_t indent = display_width(name) + display_width(title) + 2;
    out_ << name << painted(style_, paint_of(finding.severity), title) << "  "
         << wrapped(harmless(finding.message.in(style_.language)) + "  [" + finding.code + "]",
                    style_.columns - indent, indent)
         << "\n";
  }

  std::ostream& out_;
  const RepairReport& report_;
  const Style& style_;
};

}  // namespace

void write_repairs_terminal(std::ostream& out, const RepairReport& report, const std::string& path,
                            const Style& style) {
  RepairsFace(out, report, style).draw(path);
}

}  // namespace mingze::report
