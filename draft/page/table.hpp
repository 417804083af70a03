// Words put into the cells of a grid: the rows of a table, and tables that go on over pages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/page/grid.hpp"
#include "draft/page/words.hpp"

namespace mingze::draft {

struct PageCell {
  enum class Kind : std::uint8_t {
    own,         ///< begins here
    from_above,  ///< merged with the cell above
    from_left,   ///< merged with the cell before
  };
  Kind kind = Kind::own;
  std::string text;
  bool tall = false;        ///< stands over several rows
  bool unfinished = false;  ///< its last line is full and ends in mid-sentence
};

using PageRow = std::vector<PageCell>;  ///< as many as the table has columns

struct PageTable {
  Box box;
  std::vector<double> lines_down;
  std::vector<PageRow> rows;
};

/// Fills the cells of one table.
class TableFiller {
 public:
  explicit TableFiller(Grid grid);

  [[nodiscard]] const Grid& grid() const { return grid_; }
  /// Takes a word that lies in the table. One that crosses a rule is cut there.
  void add(const Word& word);
  /// Whether words stand in more than one cell, so that it is a table and no frame.
  [[nodiscard]] bool is_table() const;
  [[nodiscard]] PageTable table() const;

 private:
  [[nodiscard]] PageCell written(std::size_t cell) const;

  Grid grid_;
  std::vector<std::vector<Word>> words_;  ///< by cell
};

/// Lets a table go on with the one at the head of the next page, where both have the same columns:
/// a head that is repeated is left out, a row that was cut by the page's end is made whole, and a
/// cell over several rows goes on. False, with nothing changed, where they are two tables.
bool go_on(PageTable& table, const PageTable& next);

/// Puts two stretches of a text together that a line's end parted.
void append_line(std::string& text, const std::string& more);

}  // namespace mingze::draft
