#include "draft/word/lines.hpp"

#include <algorithm>

namespace mingze::draft {

namespace {

TracedText joined(const std::vector<TracedText>& paragraphs) {
  TracedText text;
  for (const TracedText& paragraph : paragraphs) {
    if (!text.empty() && !paragraph.empty()) text.add(" ");
    text.add(paragraph);
  }
  return text;
}

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
  [[nodiscard]] std::uint32_t here() const {
    return static_cast<std::uint32_t>(out.text.text.size());
  }

  void add_row(const Line& line) {
    if (line.first_row) above_.clear();
    TableRow row;
    row.line.begin = here();
    for (const Cell& cell : line.cells) add_cell(cell, row);
    row.line.end = here();
    above_ = row.cells;
    if (line.cells.size() == 1) row.cells.resize(1);
    out.rows.push_back(std::move(row));
  }

  void add_cell(const Cell& cell, TableRow& row) {
    if (!row.cells.empty()) out.text.add("\t");
    const std::size_t column = row.cells.size();
    ByteRange range{here(), here()};
    if (cell.merged && column < above_.size()) {
      range = above_[column];
    } else {
      out.text.add(joined(cell.paragraphs));
      range.end = here();
    }
    row.cells.push_back(range);
    for (std::uint32_t i = 1; i < cell.columns; ++i) row.cells.push_back({here(), here()});
  }

  std::vector<ByteRange> above_;
};

}  // namespace

Lines lines_of_table(std::vector<Row> rows) {
  Lines lines;
  const bool frame =
      std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.size() <= 1; });
  for (Row& row : rows) {
    if (row.empty()) continue;
    if (!frame) {
      lines.push_back({{}, std::move(row), lines.empty()});
      continue;
    }
    for (TracedText& paragraph : row[0].paragraphs) lines.push_back({std::move(paragraph), {}});
  }
  return lines;
}

TracedText joined(const Lines& lines) {
  std::vector<TracedText> texts;
  for (const Line& line : lines) {
    texts.push_back(line.text);
    for (const Cell& cell : line.cells) texts.push_back(joined(cell.paragraphs));
  }
  return joined(texts);
}

LaidText laid_out(const Lines& lines) {
  Layout layout;
  for (const Line& line : lines) layout.add(line);
  return std::move(layout.out);
}

}  // namespace mingze::draft
