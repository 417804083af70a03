#include "draft/document/document.hpp"

#include <algorithm>
#include <utility>

#include "draft/document/fold.hpp"
#include "draft/document/line_shape.hpp"
#include "draft/document/simplified.hpp"
#include "draft/document/wrap.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

/// Length in bytes of the line break at `offset`: 0 where there is none.
std::size_t break_length(std::string_view text, std::size_t offset) {
  if (text[offset] == '\n') return 1;
  if (text[offset] != '\r') return 0;
  return offset + 1 < text.size() && text[offset + 1] == '\n' ? 2 : 1;
}

}  // namespace

/// Reads the text line by line into the folded view of a document.
class DocumentFolder {
 public:
  DocumentFolder(Document& document, const std::vector<TableRow>& rows)
      : document_(document), rows_(rows) {}

  void run() {
    const std::string_view text = document_.text_;
    reserve(text.size() / 3 + 16);
    std::size_t line_begin = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = break_length(text, at);
      if (length == 0) {
        ++at;
        continue;
      }
      fold_line(line_begin, at);
      at += length;
      line_begin = at;
    }
    fold_line(line_begin, text.size());
    document_.make_paragraphs();
  }

 private:
  void reserve(std::size_t characters) {
    document_.folded_.reserve(characters);
    document_.origins_.reserve(characters);
  }

  void push(char32_t folded, std::size_t offset, std::uint32_t bytes, std::uint32_t gap) {
    document_.folded_ += folded;
    document_.origins_.push_back({static_cast<std::uint32_t>(offset),
                                  static_cast<std::uint8_t>(bytes),
                                  static_cast<std::uint8_t>(gap > 2 ? 2 : gap)});
  }

  /// Folds the bytes [begin, end) of one line; a line that shows nothing leaves no trace.
  void fold_line(std::size_t begin, std::size_t end) {
    const std::string_view text = document_.text_;
    const auto first = static_cast<std::uint32_t>(document_.folded_.size());
    std::uint32_t columns = 0;
    std::uint32_t tabs = 0;
    std::uint32_t gap = 0;
    bool previous_is_star = false;
    for (std::size_t at = begin; at < end;) {
      const CodePoint point = decode_at(text, at);
      if (is_chinese(point.value)) {  // nearly all of them
        columns += 2;
        push(simplified(point.value), at, point.bytes, document_.folded_.size() > first ? gap : 0);
        gap = 0;
        previous_is_star = false;
        at += point.bytes;
        continue;
      }
      const char32_t folded = fold(point.value);
      columns += static_cast<std::uint32_t>(display_width(point.value));
      const bool star = point.value == U'*';
      if (is_space(point.value)) {
        const bool tab = point.value == U'\t';
        gap += tab || point.value == 0x3000 ? 2 : 1;
        if (tab && document_.folded_.size() > first) ++tabs;
      } else if (folded != 0 && !(star && (previous_is_star || next_is_star(at, end)))) {
        push(folded, at, point.bytes, document_.folded_.size() > first ? gap : 0);
        gap = 0;
      }
      previous_is_star = star;
      at += point.bytes;
    }
    if (next_row_ < rows_.size() && rows_[next_row_].line.begin == begin) {
      finish_row(first, rows_[next_row_++], columns);
    } else {
      finish_line(first, tabs, columns);
    }
  }

  /// A line that is known to be a row: no mark of Markdown, number of a page or wrapping in it.
  void finish_row(std::uint32_t first, const TableRow& row, std::uint32_t columns) {
    const auto last = static_cast<std::uint32_t>(document_.folded_.size());
    std::vector<Range> cells;
    for (const ByteRange cell : row.cells)
      cells.push_back({document_.index_at(cell.begin), document_.index_at(cell.end)});
    if (first == last) return;  // nothing of its own: the row above says it all
    LineShape shape;
    shape.begin = first;
    shape.end = last;
    shape.columns = columns;
    shape.table_row = true;
    document_.lines_.push_back(shape);
    document_.cells_.emplace(first, std::move(cells));
  }

  [[nodiscard]] bool next_is_star(std::size_t at, std::size_t end) const {
    return at + 1 < end && document_.text_[at + 1] == '*';
  }

  void finish_line(std::uint32_t first, std::uint32_t tabs, std::uint32_t columns) {
    const auto last = static_cast<std::uint32_t>(document_.folded_.size());
    if (first == last) return;
    const auto view = std::u32string_view(document_.folded_).substr(first);
    const std::uint32_t marks = markdown_marks(view);
    if (marks == view.size() || is_page_number(view)) {
      truncate(first);
      return;
    }
    full_stops(first + marks);
    LineShape shape = line_shape(view.substr(marks));
    shape.begin = first + marks;
    shape.end = last;
    shape.columns = columns;
    shape.table_row = view[0] == U'|' || tabs > 0 || (parts_cells(view) && !shape.starts_label);
    shape.markdown_heading = marks > 0 && view[0] == U'#';
    document_.lines_.push_back(shape);
  }

  /// A half-width dot between two Chinese characters, or before a bracket, away from the line's
  /// number, is a full stop.
  void full_stops(std::uint32_t first) {
    std::u32string& text = document_.folded_;
    for (std::size_t at = first + 5; at < text.size(); ++at) {
      if (text[at] != U'.' || text[at - 1] < 0x3400) continue;
      const bool ends = at + 1 == text.size() || text[at + 1] >= 0x3400 || text[at + 1] == U'(';
      if (ends) text[at] = U'。';
    }
  }

  void truncate(std::uint32_t size) {
    document_.folded_.resize(size);
    document_.origins_.resize(size);
  }

  Document& document_;
  const std::vector<TableRow>& rows_;
  std::size_t next_row_ = 0;
};

Document::Document(SourceId source, std::string text, const std::vector<TableRow>& rows)
    : source_(source), text_(std::move(text)) {
  DocumentFolder(*this, rows).run();
}

void Document::make_paragraphs() {
  join_wrapped_lines(lines_);
  paragraphs_.clear();
  for (const LineShape& line : lines_) {
    if (line.joins_previous && !paragraphs_.empty()) {
      paragraphs_.back().range.end = line.end;
      continue;
    }
    paragraphs_.push_back({{line.begin, line.end}, line.table_row, line.markdown_heading});
  }
}

const std::vector<Range>& Document::cells_at(std::uint32_t row_begin) const {
  static const std::vector<Range> none;
  const auto cells = cells_.find(row_begin);
  return cells == cells_.end() ? none : cells->second;
}

Span Document::span(Range range) const {
  if (range.empty()) {
    const std::uint32_t at = range.begin < origins_.size()
                                 ? origins_[range.begin].begin
                                 : static_cast<std::uint32_t>(text_.size());
    return {source_, at, at};
  }
  const std::uint32_t last = range.end - 1;
  return {source_, origins_[range.begin].begin, origins_[last].begin + origins_[last].bytes};
}

std::uint32_t Document::index_at(std::uint32_t byte) const {
  const auto found = std::lower_bound(
      origins_.begin(), origins_.end(), byte,
      [](const Origin& origin, std::uint32_t wanted) { return origin.begin < wanted; });
  return static_cast<std::uint32_t>(found - origins_.begin());
}

std::string Document::words(Range range) const {
  std::string out;
  // White space is left out but between words of letters.
  const auto is_letter = [this](std::uint32_t i) {
    const char32_t c = folded_[i];
    return c >= U'!' && c <= U'~';
  };
  // [from, to) is still to be taken over.
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const bool between = i > range.begin && gap_before(i) && is_letter(i - 1) && is_letter(i);
    if (between || origins_[i].begin != to) {
      out.append(text_, from, to - from);
      if (between) out += ' ';
      from = origins_[i].begin;
    }
    to = origins_[i].begin + origins_[i].bytes;
  }
  out.append(text_, from, to - from);
  return out;
}

}  // namespace mingze::draft
