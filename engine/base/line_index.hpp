// Lines and columns of byte offsets, derived on demand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingze {

/// A place for people: line from 1, column from 1 in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Line starts of one text. LF, CRLF and a lone CR end a line. The text must outlive the index.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// Line and code-point column of a byte offset (an offset past the end counts as the end).
  /// O(log lines + length of the line).
  [[nodiscard]] LineColumn at(std::uint32_t offset) const;
  /// 1-based line number of a byte offset.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
  /// The text of a 1-based line, without its line break.
  [[nodiscard]] std::string_view line_text(std::uint32_t line) const;
  /// Byte offset where a 1-based line starts.
  [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const { return starts_[line - 1]; }
  [[nodiscard]] std::uint32_t line_count() const {
    return static_cast<std::uint32_t>(starts_.size());
  }
  /// 1-based column in UTF-16 units, as editors count (Language Server Protocol counts from 0).
  [[nodiscard]] std::uint32_t utf16_column(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace mingze
