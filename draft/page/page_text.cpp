#include "draft/page/page_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "draft/page/grid.hpp"
#include "draft/page/paragraphs.hpp"
#include "draft/page/table.hpp"

namespace mingze::draft {

namespace {

// A gap as between columns of a table set with white space, in heights of a line.
constexpr double wide_gap = 1.5;
constexpr const char* wide_space = "\u3000";
// The half of a character, in heights of a line, that punctuation leaves blank and that Word sets
// other words into.
constexpr double half_character = 0.6;

/// A line of running text, or a table.
struct Piece {
  TextLine line;
  std::optional<PageTable> table;
};

using Pieces = std::vector<Piece>;

/// Sorts the words of one page into tables and lines.
class PageSorter {
 public:
  PageSorter(const PageRules& rules, std::size_t page) : page_(page) {
    for (Grid& grid : grids_of(rules)) tables_.emplace_back(std::move(grid));
  }

  Pieces run(const Page& page) {
    keep_tables(page);
    std::vector<bool> placed(tables_.size(), false);
    for (const auto& line : page.lines) {
      for (const Word& word : line) {
        const std::size_t table = table_of(word);
        if (table == tables_.size()) {
          add_word(word, &word == &line.front());
        } else {
          tables_[table].add(word);
          if (!placed[table]) pieces_.push_back({{{}, {}, page_}, PageTable{}});
          if (!placed[table]) places_.emplace_back(pieces_.size() - 1, table);
          placed[table] = true;
        }
      }
    }
    for (const auto& [piece, table] : places_) pieces_[piece].table = tables_[table].table();
    return std::move(pieces_);
  }

 private:
  /// Of tables with words in one cell alone the words are running text.
  void keep_tables(const Page& page) {
    std::vector<TableFiller> trial = tables_;
    std::swap(trial, tables_);
    for (const auto& line : page.lines) {
      for (const Word& word : line) {
        tables_.swap(trial);
        const std::size_t table = table_of(word);
        tables_.swap(trial);
        if (table < trial.size()) trial[table].add(word);
      }
    }
    std::vector<TableFiller> kept;
    for (std::size_t i = 0; i < trial.size(); ++i) {
      if (trial[i].is_table()) kept.emplace_back(trial[i].grid());
    }
    tables_ = std::move(kept);
  }

  /// The table a word stands in: the smallest, where one is drawn within another.
  [[nodiscard]] std::size_t table_of(const Word& word) const {
    const double x = (word.box.left + word.box.right) / 2;
    std::size_t found = tables_.size();
    double least = 0;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const Box box = tables_[i].grid().box();
      const double area = box.width() * box.height();
      if (!tables_[i].grid().cell_at(x, word.box.middle())) continue;
      if (found < tables_.size() && area >= least) continue;
      found = i;
      least = area;
    }
    return found;
  }

  void add_word(const Word& word, bool new_line) {
    Piece* const last = pieces_.empty() || pieces_.back().table ? nullptr : &pieces_.back();
    const bool beside =
        last != nullptr && in_one_row(last->line.box, word.box) &&
        (!new_line || word.box.left >= last->line.box.right - half_character * word.box.height());
    if (!beside) {
      pieces_.push_back({{word.box, word.text, page_}, {}});
      return;
    }
    const double gap = word.box.left - last->line.box.right;
    last->line.text += gap > wide_gap * word.box.height() ? wide_space : " ";
    last->line.text += word.text;
    last->line.box.add(word.box);
  }

  std::size_t page_;
  std::vector<TableFiller> tables_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;  ///< piece and its table
  Pieces pieces_;
};

/// Leaves the marks of pages out.
void drop_marks(std::vector<Pieces>& pages) {
  std::vector<std::vector<TextLine>> lines;
  for (const Pieces& page : pages) {
    auto& own = lines.emplace_back();
    for (const Piece& piece : page) {
      if (!piece.table) own.push_back(piece.line);
    }
  }
  const auto marks = marks_of_pages(lines);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::size_t line = 0;
    std::erase_if(pages[i], [&](const Piece& piece) { return !piece.table && marks[i][line++]; });
  }
}

class TextWriter {
 public:
  void add(const PageTable& table) {
    for (const PageRow& row : table.rows) add_row(row);
  }
  void add(const std::string& line) { out.text += line + "\n"; }

  PlainText out;

 private:
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(out.text.size()); }

  void add_row(const PageRow& cells) {
    const bool empty = std::all_of(cells.begin(), cells.end(),
                                   [](const PageCell& cell) { return cell.text.empty(); });
    if (empty) return;
    TableRow row;
    row.line.begin = here();
    for (const PageCell& cell : cells) {
      if (!row.cells.empty()) out.text += '\t';
      ByteRange range{here(), here()};
      out.text += cell.text;
      range.end = here();
      if (cell.kind == PageCell::Kind::from_above && row.cells.size() < above_.size())
        range = above_[row.cells.size()];
      row.cells.push_back(range);
    }
    row.line.end = here();
    above_ = row.cells;
    const bool one = std::all_of(cells.begin() + 1, cells.end(), [](const PageCell& cell) {
      return cell.kind == PageCell::Kind::from_left;
    });
    if (one) row.cells.resize(1);
    out.rows.push_back(std::move(row));
    out.text += '\n';
  }

  std::vector<ByteRange> above_;
};

}  // namespace

PlainText text_of_pages(const std::vector<Page>& pages, const std::vector<PageRules>& rules) {
  std::vector<Pieces> sorted;
  for (std::size_t i = 0; i < pages.size(); ++i)
    sorted.push_back(PageSorter(i < rules.size() ? rules[i] : PageRules{}, i).run(pages[i]));
  drop_marks(sorted);

  std::vector<TextLine> lines;
  for (const Pieces& page : sorted) {
    for (const Piece& piece : page) {
      if (!piece.table) lines.push_back(piece.line);
    }
  }
  const ParagraphJoiner joiner(lines);

  Pieces whole;
  const TextLine* above = nullptr;  // the last line of the paragraph that may go on
  for (const Pieces& page : sorted) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      const Piece& piece = page[i];
      Piece* const last = whole.empty() ? nullptr : &whole.back();
      if (piece.table) {
        if (i == 0 && last != nullptr && last->table && go_on(*last->table, *piece.table)) continue;
        whole.push_back(piece);
        above = nullptr;
      } else {
        const bool goes_on = above != nullptr && joiner.goes_on(*above, piece.line);
        if (goes_on)
          append_line(last->line.text, piece.line.text);
        else
          whole.push_back(piece);
        above = &piece.line;
      }
    }
  }
  TextWriter writer;
  for (const Piece& piece : whole) {
    if (piece.table)
      writer.add(*piece.table);
    else
      writer.add(piece.line.text);
  }
  return std::move(writer.out);
}

}  // namespace mingze::draft
