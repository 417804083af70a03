// Where rules cross: the cells of a table on a page.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "draft/page/rules.hpp"
#include "draft/page/words.hpp"

namespace mingze::draft {

/// A table of rows and columns; cells between which no rule stands are merged.
class Grid {
 public:
  /// Its lines across and down, from the first to the last edge, at least two of each.
  Grid(std::vector<double> down, std::vector<double> across, const PageRules& rules);

  [[nodiscard]] std::size_t rows() const { return across_.size() - 1; }
  [[nodiscard]] std::size_t columns() const { return down_.size() - 1; }
  [[nodiscard]] Box box() const {
    return {down_.front(), across_.front(), down_.back(), across_.back()};
  }
  [[nodiscard]] const std::vector<double>& lines_down() const { return down_; }

  /// A cell is named by the place of its first row and column.
  [[nodiscard]] std::size_t cell(std::size_t row, std::size_t column) const {
    return merged_[row * columns() + column];
  }
  [[nodiscard]] std::size_t row_of(std::size_t cell) const { return cell / columns(); }
  [[nodiscard]] std::size_t column_of(std::size_t cell) const { return cell % columns(); }
  /// The cell at a point of the page, if the point is in the table.
  [[nodiscard]] std::optional<std::size_t> cell_at(double x, double y) const;
  /// The rectangle around a cell.
  [[nodiscard]] Box box_of(std::size_t cell) const;
  [[nodiscard]] std::size_t cells() const;

 private:
  [[nodiscard]] std::size_t first_of(std::size_t place) const;
  void merge(std::size_t a, std::size_t b);

  std::vector<double> down_;
  std::vector<double> across_;
  std::vector<std::size_t> merged_;  ///< by place: its cell
};

/// The tables that the rules of a page make: rules that touch one another belong to one. A table
/// open at its sides is closed there. Frames of one cell are none.
[[nodiscard]] std::vector<Grid> grids_of(const PageRules& rules);

}  // namespace mingze::draft
