// Lines of text as they come out of a Word file: paragraphs, and rows of tables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/document/plain_text.hpp"
#include "draft/word/traced_text.hpp"

namespace mingze::draft {

struct Cell {
  std::vector<TracedText> paragraphs;
  std::uint32_t columns = 1;
  bool merged = false;  ///< continues the cell above
};

using Row = std::vector<Cell>;

/// A paragraph, or a row when it has cells.
struct Line {
  TracedText text;
  Row cells;
  bool first_row = false;
};

using Lines = std::vector<Line>;

/// The rows of one table as lines. A table of one column is only a frame: its paragraphs.
[[nodiscard]] Lines lines_of_table(std::vector<Row> rows);

/// The text of a cell, or of a table within a cell: its lines, a space between.
[[nodiscard]] TracedText joined(const Lines& lines);

/// A whole text, and where it was written.
struct LaidText {
  TracedText text;
  std::vector<TableRow> rows;
};

/// Puts lines one under the other.
[[nodiscard]] LaidText laid_out(const Lines& lines);

}  // namespace mingze::draft
