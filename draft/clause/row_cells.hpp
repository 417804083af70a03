// The cells of one row of a table, however the row is set.
#pragma once

#include <cstddef>
#include <vector>

#include "draft/document/document.hpp"

namespace mingze::draft {

/// What tells the cells of a row apart.
enum class CellMarks {
  told,   ///< the file itself (Word, PDF)
  pipes,  ///< Markdown
  tabs,   ///< one between two cells
  gaps    ///< two blanks and more: an empty cell leaves no trace but its width
};

/// One row of a table.
struct RowCells {
  CellMarks marks = CellMarks::gaps;
  std::vector<Range> cells;          ///< in order; empty ones too, but for gaps
  std::vector<std::size_t> columns;  ///< gaps: where each cell begins on its line, as shown
};

/// The cells of the line.
[[nodiscard]] RowCells row_cells(const Document& document, Range line);

/// The cells of a row, each under its cell of the head: as many as that has, or more where the row
/// says more. With gaps a row that lacks cells is laid out by where they stand; with more tabs than
/// the head has, tabs are there for the look, and as many as stand together are one.
[[nodiscard]] std::vector<Range> under_head(const RowCells& row, const RowCells& head);

}  // namespace mingze::draft
