#include "draft/word/lines.hpp"

#include <algorithm>
#include <utility>

#include "draft/word/table_grid.hpp"

namespace mingze::draft {

namespace {

/// Lays the rows of tables out, and remembers the cells of the row above for those merged with it.
class Layout {
 public:
  void add(const Line& line) {
    if (line.cells.empty()) {
      out.text.add(line.text);
    } else {
      add_row(line);
    }
    out.text.add("\n");
  }

  LaidText out;

 private:
  struct Above {
    ByteRange words;
    bool merged = false;
  };

  [[nodiscard]] std::uint32_t here() const {
    return static_cast<std::uint32_t>(out.text.text.size());
  }

  void add_row(const Line& line) {
    if (line.first_row) above_.clear();
    std::vector<Above> cells;
    const std::uint32_t begin = here();
    for (const Cell& cell : line.cells) add_cell(cell, cells);
    TableRow row{{begin, here()}, {}};
    for (const Above& cell : cells) row.cells.push_back(cell.words);
    if (line.cells.size() == 1) row.cells.resize(1);
    out.rows.push_back(std::move(row));
    above_ = std::move(cells);
  }

  void add_cell(const Cell& cell, std::vector<Above>& cells) {
    if (!cells.empty()) out.text.add("\t");
    const std::size_t column = cells.size();
    ByteRange words{here(), here()};
    const bool goes_on =
        cell.merge == VerticalMerge::goes_on && column < above_.size() && above_[column].merged;
    if (goes_on) {
      words = above_[column].words;
    } else {
      add_words(cell.lines, words.begin);
      words.end = here();
    }
    cells.push_back({words, cell.merge != VerticalMerge::none});
    for (std::uint32_t i = 1; i < cell.columns; ++i) cells.push_back({{here(), here()}, false});
  }

  /// The lines of a cell that begins there, and those of tables in it, a space between.
  void add_words(const Lines& lines, std::uint32_t begin) {
    for (const Line& line : lines) {
      if (!line.text.empty()) {
        if (here() > begin) out.text.add(" ");
        const std::uint32_t from = here();
        out.text.add(line.text);
        std::replace(out.text.text.begin() + from, out.text.text.end(), '\n', ' ');
      }
      for (const Cell& cell : line.cells) add_words(cell.lines, begin);
    }
  }

  std::vector<Above> above_;
};

}  // namespace

Lines lines_of_table(std::vector<Row> rows) {
  Lines lines;
  lay_on_one_grid(rows);
  const bool frame =
      std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.size() <= 1; });
  for (Row& row : rows) {
    if (row.empty()) continue;
    if (!frame) {
      lines.push_back({{}, std::move(row), lines.empty()});
      continue;
    }
    std::move(row[0].lines.begin(), row[0].lines.end(), std::back_inserter(lines));
  }
  return lines;
}

LaidText laid_out(const Lines& lines) {
  Layout layout;
  for (const Line& line : lines) layout.add(line);
  return std::move(layout.out);
}

}  // namespace mingze::draft
