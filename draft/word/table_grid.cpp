#include "draft/word/table_grid.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace mingze::draft {

namespace {

/// The cells as they are with changes accepted or rejected, those that join the one before in it.
Row whole_cells(Row row) {
  Row out;
  for (Cell& cell : row) {
    if (cell.is_gone) continue;
    if (cell.joins_before && !out.empty() && !out.back().is_blank)
      out.back().columns += cell.columns;
    else
      out.push_back(std::move(cell));
  }
  return out;
}

/// Finds the columns that are no cell's own, one after the other from the left: with each that is
/// left out, the cells over it have one fewer.
class Grid {
 public:
  explicit Grid(std::vector<Row>& rows) : rows_(rows) {}

  void lay() {
    for (const Row& row : rows_) take(row);
    left_out_.assign(covering_.size(), false);
    for (std::size_t column = 0; column < covering_.size(); ++column) {
      const auto& cells = covering_[column];
      const bool needed = std::any_of(cells.begin(), cells.end(),
                                      [this](std::uint32_t cell) { return left_[cell] == 1; });
      if (needed) continue;
      left_out_[column] = true;
      for (const std::uint32_t cell : cells) --left_[cell];
    }
    for (Row& row : rows_) narrow(row);
  }

 private:
  void take(const Row& row) {
    std::size_t column = 0;
    for (const Cell& cell : row) {
      if (column + cell.columns > covering_.size()) covering_.resize(column + cell.columns);
      for (std::uint32_t i = 0; i < cell.columns && !cell.is_blank; ++i)
        covering_[column + i].push_back(static_cast<std::uint32_t>(left_.size()));
      if (!cell.is_blank) left_.push_back(cell.columns);
      column += cell.columns;
    }
  }

  void narrow(Row& row) const {
    std::size_t column = 0;
    for (Cell& cell : row) {
      const auto begin = left_out_.begin() + static_cast<std::ptrdiff_t>(column);
      column += cell.columns;
      cell.columns -= static_cast<std::uint32_t>(std::count(begin, begin + cell.columns, true));
    }
    std::erase_if(row, [](const Cell& cell) { return cell.columns == 0; });
  }

  std::vector<Row>& rows_;
  std::vector<std::vector<std::uint32_t>> covering_;  ///< by column: the cells over it
  std::vector<std::uint32_t> left_;                   ///< by cell: the columns it still has
  std::vector<bool> left_out_;
};

}  // namespace

void lay_on_one_grid(std::vector<Row>& rows) {
  bool plain = true;
  for (Row& row : rows) {
    row = whole_cells(std::move(row));
    for (const Cell& cell : row) plain = plain && cell.columns == 1 && !cell.is_blank;
  }
  if (!plain) Grid(rows).lay();
}

}  // namespace mingze::draft
