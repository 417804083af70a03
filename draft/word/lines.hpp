// Lines of text as they come out of a Word file: paragraphs, and rows of tables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/document/plain_text.hpp"
#include "draft/word/traced_text.hpp"

namespace mingze::draft {

/// How a cell hangs together with the one above: a cell goes on with it only where that one begins
/// or goes on too.
enum class VerticalMerge : std::uint8_t { none, begins, goes_on };

struct Line;

struct Cell {
  std::vector<Line> lines;
  std::uint32_t columns = 1;  ///< of the grid that it covers
  VerticalMerge merge = VerticalMerge::none;
  bool is_blank = false;      ///< no cell: the grid before the first or after the last one
  bool joins_before = false;  ///< part of the cell before it
  bool is_gone = false;       ///< taken out by a tracked change
};

using Row = std::vector<Cell>;

/// A paragraph, or a row when it has cells.
struct Line {
  TracedText text;
  Row cells;
  bool first_row = false;
};

using Lines = std::vector<Line>;

/// The rows of one table as lines. A table of one column is only a frame: what is in it.
[[nodiscard]] Lines lines_of_table(std::vector<Row> rows);

/// A whole text, and where it was written.
struct LaidText {
  TracedText text;
  std::vector<TableRow> rows;
};

/// Puts lines one under the other.
[[nodiscard]] LaidText laid_out(const Lines& lines);

}  // namespace mingze::draft
