// What is left of a Word or PDF file when its look is taken away: text, and where its tables are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"

namespace mingze::draft {

/// Bytes [begin, end) of a text.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// A line of the text that is the row of a table. A cell that is merged with the one above has the
/// range of that one; a cell over several columns is followed by empty ones. A row that is one cell
/// over the whole width has one.
struct TableRow {
  ByteRange line;
  std::vector<ByteRange> cells;
};

/// UTF-8; one paragraph a line.
struct PlainText {
  std::string text;
  std::vector<TableRow> rows;        ///< in the order of the text
  std::vector<Message> unread = {};  ///< what the file holds besides, and is not read
};

/// More text than any draft has, in bytes and in lines: what it comes to takes a hundred times as
/// much.
inline constexpr std::size_t most_draft_text = std::size_t{16} << 20;
inline constexpr std::size_t most_draft_lines = 1'000'000;
[[nodiscard]] bool is_too_much_text(std::string_view text);
[[nodiscard]] Failure too_much_text(const std::string& name);

}  // namespace mingze::draft
