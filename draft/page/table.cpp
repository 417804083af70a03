#include "draft/page/table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

// Between a cell's edge and its words, on each side.
constexpr double padding = 6;
// Columns whose edges differ by less are the same.
constexpr double same_column = 4;

struct CellLine {
  Box box;
  std::vector<Word> words;
};

std::vector<CellLine> lines_of(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.box.middle() < b.box.middle(); });
  std::vector<CellLine> lines;
  for (Word& word : words) {
    if (lines.empty() || !in_one_row(lines.back().box, word.box)) lines.push_back({word.box, {}});
    lines.back().box.add(word.box);
    lines.back().words.push_back(std::move(word));
  }
  for (CellLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
  }
  return lines;
}

/// Whether not one more character would have had room, wherever in the cell the line begins.
bool is_full(const CellLine& line, const Box& cell) {
  const double character = line.box.height();
  return cell.right - line.box.right < character + padding ||
         cell.width() - line.box.width() < character + 2 * padding;
}

char32_t last_of(const std::string& text) {
  const std::u32string characters = to_code_points(text);
  return characters.empty() ? U' ' : characters.back();
}

/// Whether two lines are two names, one below the other, though the upper one fills its cell.
bool are_two_names(const std::string& upper, const std::string& lower) {
  constexpr std::u32string_view ends = U"厅局委部院会";
  constexpr std::size_t shortest = 3;
  const std::u32string one = to_code_points(upper);
  const std::u32string two = to_code_points(lower);
  if (one.size() < shortest || two.size() < shortest) return false;
  // 国家发展改革委 / 办公厅 is one.
  return ends.find(one.back()) != ends.npos && ends.find(two.back()) != ends.npos &&
         !two.starts_with(U"办公") && !two.starts_with(U"员会");
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool same_texts(const PageRow& a, const PageRow& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const PageCell& x, const PageCell& y) { return x.text == y.text; });
}

/// Whether a row is what the end of the page cut off from the last one: the words of some cell go
/// on, and one of both lacks the words of a cell that the other has.
bool continues(const PageRow& last, const PageRow& row) {
  bool goes_on = false;
  bool complements = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (last[i].kind == PageCell::Kind::from_above || row[i].tall) continue;
    goes_on = goes_on || (last[i].unfinished && !row[i].text.empty());
    complements = complements || last[i].text.empty() != row[i].text.empty();
  }
  return goes_on && complements;
}

}  // namespace

TableFiller::TableFiller(Grid grid)
    : grid_(std::move(grid)), words_(grid_.rows() * grid_.columns()) {}

void TableFiller::add(const Word& word) {
  const double y = word.box.middle();
  const auto first = grid_.cell_at(word.box.left, y);
  const auto last = grid_.cell_at(word.box.right, y);
  if (first && first == last) return words_[*first].push_back(word);
  const std::u32string characters = to_code_points(word.text);
  const double width = word.box.width() / static_cast<double>(characters.size());
  std::optional<std::size_t> cell;
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const double left = word.box.left + static_cast<double>(i) * width;
    cell = grid_.cell_at(left + width / 2, y);
    if (!cell) cell = before;
    if (!cell) cell = grid_.cell_at((word.box.left + word.box.right) / 2, y);
    if (!cell) return;
    if (cell != before) words_[*cell].push_back({{left, word.box.top, left, word.box.bottom}, {}});
    Word& piece = words_[*cell].back();
    append_utf8(piece.text, characters[i]);
    piece.box.right = left + width;
    before = cell;
  }
}

bool TableFiller::is_table() const {
  return std::count_if(words_.begin(), words_.end(),
                       [](const std::vector<Word>& words) { return !words.empty(); }) > 1;
}

PageCell TableFiller::written(std::size_t cell) const {
  const Box box = grid_.box_of(cell);
  PageCell written;
  bool full = false;
  std::string last_line;
  for (const CellLine& line : lines_of(words_[cell])) {
    std::string text;
    for (const Word& word : line.words) text += (text.empty() ? "" : " ") + word.text;
    if (full && !are_two_names(last_line, text)) {
      append_line(written.text, text);
    } else {
      written.text += (written.text.empty() ? "" : " ") + text;
    }
    full = is_full(line, box);
    last_line = std::move(text);
  }
  const char32_t end = last_of(written.text);
  written.unfinished = full && end != U'。' && end != U'；' && end != U';';
  return written;
}

PageTable TableFiller::table() const {
  PageTable table{grid_.box(), grid_.lines_down(), {}};
  for (std::size_t row = 0; row < grid_.rows(); ++row) {
    PageRow& cells = table.rows.emplace_back();
    for (std::size_t column = 0; column < grid_.columns(); ++column) {
      const std::size_t cell = grid_.cell(row, column);
      PageCell& here = cells.emplace_back();
      if (grid_.column_of(cell) < column) {
        here.kind = PageCell::Kind::from_left;
      } else if (grid_.row_of(cell) < row) {
        here.kind = PageCell::Kind::from_above;
      } else {
        here = written(cell);
        here.tall = row + 1 < grid_.rows() && grid_.cell(row + 1, column) == cell;
      }
    }
  }
  return table;
}

bool go_on(PageTable& table, const PageTable& next) {
  const auto& columns = table.lines_down;
  const bool same =
      std::equal(columns.begin(), columns.end(), next.lines_down.begin(), next.lines_down.end(),
                 [](double a, double b) { return std::abs(a - b) <= same_column; });
  if (!same || table.rows.empty()) return false;
  std::size_t from = 0;
  while (from + 1 < next.rows.size() && from < table.rows.size() &&
         same_texts(next.rows[from], table.rows[from]))
    ++from;
  for (std::size_t i = from; i < next.rows.size(); ++i) {
    PageRow row = next.rows[i];
    PageRow& last = table.rows.back();
    if (i == from && continues(last, row)) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        append_line(last[column].text, row[column].text);
        last[column].unfinished = row[column].unfinished;
      }
      continue;
    }
    for (std::size_t column = 0; i == from && column < row.size(); ++column) {
      const bool tall = last[column].kind == PageCell::Kind::from_above || row[column].tall;
      if (row[column].text.empty() && row[column].kind == PageCell::Kind::own && tall)
        row[column].kind = PageCell::Kind::from_above;
    }
    table.rows.push_back(std::move(row));
  }
  return true;
}

void append_line(std::string& text, const std::string& more) {
  if (text.empty() || more.empty()) {
    text += more;
    return;
  }
  if (is_letter(text.back()) && is_letter(more.front())) text += ' ';
  text += more;
}

}  // namespace mingze::draft
