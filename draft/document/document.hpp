// A policy text with a folded view for matching and a map back to the text as given.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "draft/document/plain_text.hpp"
#include "draft/document/wrap.hpp"
#include "engine/base/span.hpp"

namespace mingze::draft {

/// A range [begin, end) of the folded view.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin >= end; }
  bool operator==(const Range&) const = default;
};

/// One logical paragraph: hard-wrapped lines are joined, so it reads like the text unwrapped.
struct Paragraph {
  Range range;
  bool table_row = false;  ///< a row of a Markdown table, or a line with tabs
  bool markdown_heading = false;
  bool operator==(const Paragraph&) const = default;
};

/// An edit as the folded view shows it. What lies before it is as it was, and so is what lies after
/// it, but for its place; paragraphs that touch it may be others.
struct TextChange {
  Range before;            ///< what was there
  Range after;             ///< what is there now
  std::uint32_t byte = 0;  ///< in the text as it was: from here on its bytes stand elsewhere
  std::int64_t bytes = 0;  ///< by so many further on

  /// Where a character after the change stood before, or the other way round.
  [[nodiscard]] std::uint32_t moved(std::uint32_t index) const {
    return index + after.end - before.end;
  }
  [[nodiscard]] Range moved(Range range) const { return {moved(range.begin), moved(range.end)}; }
  [[nodiscard]] Span moved(Span span) const {
    if (!span.valid() || span.begin < byte) return span;
    return {span.source, static_cast<std::uint32_t>(span.begin + bytes),
            static_cast<std::uint32_t>(span.end + bytes)};
  }
};

/// The UTF-8 text as given and its folded view. In the folded view full and half width, Kangxi
/// radicals, compatibility forms and traditional characters are made one; white space, line breaks,
/// byte-order mark, invisible characters and Markdown marks are dropped. It serves matching only:
/// whatever is shown comes from the text as given, through `span`.
class Document {
 public:
  /// `text` must be valid UTF-8 (see `decode`). `source` is what the spans will name. `rows`: the
  /// lines known to be rows of tables, in the order of the text.
  Document(SourceId source, std::string text, const std::vector<TableRow>& rows = {});

  /// Holds another text from now on, as if it were made from it. What costs is what differs: lines
  /// that are the same at the beginning and at the end of both are not folded again. Only of a text
  /// whose rows are not known.
  TextChange replace(std::string text);

  [[nodiscard]] SourceId source() const { return source_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }

  [[nodiscard]] std::u32string_view folded() const { return folded_; }
  [[nodiscard]] std::u32string_view folded(Range range) const {
    return std::u32string_view(folded_).substr(range.begin, range.size());
  }
  /// Whether white space stood before this character, within its line.
  [[nodiscard]] bool gap_before(std::uint32_t index) const { return origins_[index].gap > 0; }
  /// Whether a tab or two columns of white space and more stood there, as between table cells.
  [[nodiscard]] bool wide_gap_before(std::uint32_t index) const { return origins_[index].gap > 1; }
  /// The cells of the table row that begins there, as the file tells them; empty where it does not.
  [[nodiscard]] const std::vector<Range>& cells_at(std::uint32_t row_begin) const;
  /// The first folded character at or after a byte of the text.
  [[nodiscard]] std::uint32_t index_at(std::uint32_t byte) const;
  /// Where a range of the folded view stands in the text as given.
  [[nodiscard]] Span span(Range range) const;
  /// The characters as given of a range, without white space.
  [[nodiscard]] std::string words(Range range) const;

 private:
  friend class DocumentFolder;

  /// Where a folded character comes from.
  struct Origin {
    std::uint32_t begin;  ///< its first byte
    std::uint8_t bytes;
    std::uint8_t gap;  ///< white space before it: 0 none, 1 narrow, 2 wide
  };

  void make_paragraphs();
  [[nodiscard]] TextChange with_paragraphs(TextChange change,
                                           const std::vector<Paragraph>& before) const;

  SourceId source_;
  std::string text_;
  std::u32string folded_;
  std::vector<Origin> origins_;  ///< by folded character
  std::vector<LineShape> lines_;
  std::vector<Paragraph> paragraphs_;
  std::map<std::uint32_t, std::vector<Range>> cells_;
};

}  // namespace mingze::draft
