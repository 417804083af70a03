#include <algorithm>
#include <map>

#include "engine/base/utf8.hpp"
#include "report/check_html.hpp"
#include "report/marked_text.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t lines_in_chunk = 30;         ///< drawn together when they come into sight
constexpr std::size_t widest_run_in_heading = 48;  ///< columns; a longer one is a sentence

/// What a mark in the text stands for. Those before `lead` are findings.
struct TextMark {
  enum class Sort : std::uint8_t { finding, related, lead, cooperating, named, heading, item };
  Sort sort = Sort::finding;
  std::size_t index = 0;  ///< of the finding or item
  std::size_t place = 0;  ///< of a related place, among those of its finding
};

/// A line of the text on its way to the page.
struct TextLine {
  std::string html;
  std::vector<std::size_t> findings;        ///< told beside it
  const draft::Section* section = nullptr;  ///< whose heading fills it
  bool title = false;
  bool row = false;  ///< of a table: its cells stand between tabs
};

class TextPart {
 public:
  explicit TextPart(const DraftPage& page)
      : page_(page), source_(*page.draft.text), text_(source_.text()) {}

  void write() {
    page_.open("text", page_.say("原文与问题", "The text and its findings"));
    legend();
    without_words();
    collect_marks();
    page_.out << "<div class=\"sheet\" lang=\"zh-CN\">\n<div class=\"chunk\">\n";
    write_lines();
    page_.out << "</div>\n</div>\n";
    page_.close();
  }

 private:
  void legend() const {
    page_.out << "<p class=\"legend\"><mark class=\"error\">" << page_.say("错误", "error")
              << "</mark> <mark class=\"warning\">" << page_.say("警告", "warning")
              << "</mark> <mark class=\"note\">" << page_.say("提示", "note")
              << "</mark> <span class=\"lead\">" << page_.say("读作牵头", "read as leading")
              << "</span> <span class=\"cooperating\">"
              << page_.say("读作配合", "read as cooperating") << "</span> <span class=\"named\">"
              << page_.say("有名而未定牵头", "named, nobody leads") << "</span></p>\n";
  }

  /// Findings about the text as a whole.
  void without_words() const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < page_.draft.findings.size(); ++i)
      if (!page_.draft.findings[i].span.valid()) all.push_back(i);
    notes(all);
  }

  void notes(const std::vector<std::size_t>& findings) const {
    if (findings.empty()) return;
    page_.out << "<ul class=\"notes\"" << page_.say("", " lang=\"en\"") << ">\n";
    for (const std::size_t finding : findings) write_finding_card(page_, finding);
    page_.out << "</ul>\n";
  }

  void add(TextMark mark, Span span) {
    if (!span.valid()) return;
    marks_.push_back(mark);
    stretches_.push_back({span.begin, span.end});
  }

  void collect_marks() {
    using Sort = TextMark::Sort;
    for (std::size_t i = 0; i < page_.draft.findings.size(); ++i) {
      const Finding& finding = page_.draft.findings[i];
      add({Sort::finding, i}, finding.span);
      for (std::size_t p = 0; p < finding.related.size(); ++p)
        if (finding.related[p].file.empty()) add({Sort::related, i, p}, finding.related[p].span);
    }
    const draft::Reading& reading = page_.draft.reading;
    for (std::size_t i = 0; i < reading.items.size(); ++i) {
      const draft::Item& item = reading.items[i];
      add({Sort::item, i}, {item.span.source, item.span.begin, item.span.begin});
      for (const draft::Mention& mention : item.lead) add({Sort::lead, i}, mention.span);
      for (const draft::Mention& mention : item.cooperating)
        add({Sort::cooperating, i}, mention.span);
      for (const draft::Mention& mention : item.named) add({Sort::named, i}, mention.span);
    }
    for (const draft::Section& section : reading.sections) {
      const std::size_t columns = display_width(section.heading);
      if (columns <= widest_run_in_heading) add({Sort::heading}, section.span);
      sections_[section.span.begin] = &section;
    }
  }

  /// The part of a line that is shown: without the blanks around it.
  [[nodiscard]] Stretch shown(std::uint32_t number) const {
    const std::string_view line = source_.lines().line_text(number);
    const std::uint32_t start = source_.lines().line_start(number);
    const auto blank = [&](std::size_t at, std::uint32_t& bytes) {
      const CodePoint point = decode_at(line, at);
      bytes = point.bytes;
      return point.value <= U' ' || point.value == U'\u3000' || point.value == U'\u00A0' ||
             point.value == U'\uFEFF';
    };
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    bool begun = false;
    std::uint32_t bytes = 1;
    for (std::uint32_t at = 0; at < line.size(); at += bytes) {
      if (blank(at, bytes)) continue;
      if (!begun) from = at;
      begun = true;
      to = at + bytes;
    }
    return {start + from, start + to};
  }

  void write_lines() {
    std::vector<Stretch> lines;
    std::vector<std::uint32_t> breaks;
    for (std::uint32_t number = 1; number <= source_.lines().line_count(); ++number) {
      const Stretch line = shown(number);
      if (line.begin == line.end) continue;
      lines.push_back(line);
      breaks.insert(breaks.end(), {line.begin, line.end});
      for (std::size_t tab = text_.find('\t', line.begin); tab < line.end;
           tab = text_.find('\t', tab + 1))
        breaks.insert(breaks.end(),
                      {static_cast<std::uint32_t>(tab), static_cast<std::uint32_t>(tab + 1)});
    }
    const auto size = static_cast<std::uint32_t>(text_.size());
    auto next = lines.begin();
    bool open = false;
    for (const MarkedPiece& piece : marked_pieces({0, size}, stretches_, breaks)) {
      if (next != lines.end() && piece.stretch.begin >= next->begin && piece.stretch.size() > 0) {
        if (open) finish_line();
        open = true;
        begin_line(*next++);
      }
      const bool is_shown = open && piece.stretch.end <= std::prev(next)->end;
      write(piece, is_shown);
    }
    finish_line();
  }

  void begin_line(Stretch line) {
    const std::string carried = std::move(line_.html);
    line_ = {carried, std::move(line_.findings)};
    const Span title = page_.draft.reading.title_span;
    line_.title = title.valid() && line.begin < title.end && title.begin < line.end;
    line_.row = text_.find('\t', line.begin) < line.end;
    const auto section = sections_.find(line.begin);
    if (section != sections_.end() && section->second->span.end == line.end)
      line_.section = section->second;
  }

  void finish_line() {
    if (line_.html.empty()) return;
    leave_mark();
    if (lines_++ % lines_in_chunk == lines_in_chunk - 1)
      page_.out << "</div>\n<div class=\"chunk\">\n";
    const bool noted = !line_.findings.empty();
    if (noted) page_.out << "<div class=\"noted\">";
    if (line_.section != nullptr)
      page_.out << page_.heading(line_.section->level, "", line_.html);
    else if (line_.title)
      page_.out << "<p class=\"title\">" << line_.html << "</p>\n";
    else if (line_.row)
      page_.out << "<p class=\"row\"><span>" << line_.html << "</span></p>\n";
    else
      page_.out << "<p>" << line_.html << "</p>\n";
    notes(line_.findings);
    if (noted) page_.out << "</div>\n";
    line_ = {};
  }

  void write(const MarkedPiece& piece, bool is_shown) {
    std::string& html = line_.html;
    const std::string_view words = std::string_view(text_).substr(
        piece.stretch.begin, piece.stretch.end - piece.stretch.begin);
    if (is_shown && words == "\t") {
      leave_mark();
      html += "</span><span>";
    } else if (is_shown && !words.empty()) {
      enter_mark(piece);
      html += dressed(piece, escaped(words));
    }
    for (const std::uint32_t index : piece.marks)
      if (marks_[index].sort == TextMark::Sort::item)
        html += "<span id=\"" + page_.anchor(item_anchor, marks_[index].index) + "\"></span>";
    for (const std::uint32_t index : piece.ends) end_of(marks_[index]);
  }

  /// Words at fault stand in one element, whatever else begins or ends among them.
  void enter_mark(const MarkedPiece& piece) {
    const Finding* gravest = nullptr;
    std::string findings;
    for (const std::uint32_t index : piece.marks) {
      const TextMark& mark = marks_[index];
      if (mark.sort != TextMark::Sort::finding) continue;
      const Finding& finding = page_.draft.findings[mark.index];
      if (gravest == nullptr || finding.severity < gravest->severity) gravest = &finding;
      findings += (findings.empty() ? "" : " ") + page_.anchor(finding_anchor, mark.index);
    }
    if (findings == entered_) return;
    leave_mark();
    if (gravest == nullptr) return;
    line_.html += "<mark class=\"" + std::string(name_of(gravest->severity)) +
                  "\" data-findings=\"" + findings + "\">";
    entered_ = std::move(findings);
  }

  void leave_mark() {
    if (!entered_.empty()) line_.html += "</mark>";
    entered_.clear();
  }

  /// Words in the tags that all marks but those of findings ask for.
  [[nodiscard]] std::string dressed(const MarkedPiece& piece, std::string html) const {
    using Sort = TextMark::Sort;
    bool related = false;
    bool heading = false;
    const char* role = nullptr;
    for (const std::uint32_t index : piece.marks) {
      const Sort sort = marks_[index].sort;
      related = related || sort == Sort::related;
      heading = heading || sort == Sort::heading;
      if (sort == Sort::lead) role = "lead";
      if (role == nullptr && sort == Sort::cooperating) role = "cooperating";
      if (role == nullptr && sort == Sort::named) role = "named";
    }
    if (role != nullptr) html = std::string("<span class=\"") + role + "\">" + html + "</span>";
    if (heading) html = "<b>" + html + "</b>";
    if (related) html = "<span class=\"other\">" + html + "</span>";
    return html;
  }

  /// The number of a finding after its words, which leads to what is said of them.
  void end_of(const TextMark& mark) {
    using Sort = TextMark::Sort;
    if (mark.sort != Sort::finding && mark.sort != Sort::related) return;
    leave_mark();
    const std::string finding = page_.anchor(finding_anchor, mark.index);
    std::string id = page_.anchor(words_anchor, mark.index);
    std::string sort(name_of(page_.draft.findings[mark.index].severity));
    if (mark.sort == Sort::related) {
      id += "-" + std::to_string(mark.place + 1);
      sort = "other";
    } else {
      line_.findings.push_back(mark.index);
    }
    line_.html += "<a class=\"ref " + sort + "\" id=\"" + id + "\" href=\"#" + finding +
                  "\"><span class=\"only-read\">" + page_.say("问题", "finding ") + "</span>" +
                  std::to_string(mark.index + 1) + "</a>";
  }

  const DraftPage& page_;
  const Source& source_;
  std::string_view text_;
  std::vector<TextMark> marks_;
  std::vector<Stretch> stretches_;
  std::map<std::uint32_t, const draft::Section*> sections_;  ///< by where they begin
  TextLine line_;
  std::string entered_;  ///< the findings whose mark is open, as its attribute names them
  std::size_t lines_ = 0;
};

}  // namespace

void write_text_part(const DraftPage& page) { TextPart(page).write(); }

}  // namespace mingze::report
