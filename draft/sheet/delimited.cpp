#include "draft/sheet/delimited.hpp"

#include <algorithm>
#include <array>

namespace mingze::draft {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The separator that the text uses: the first of these that stands outside of quotes.
char separator_of(std::string_view text) {
  std::array<bool, 3> seen{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    seen[0] = seen[0] || c == '\t';
    seen[1] = seen[1] || c == ',';
    seen[2] = seen[2] || c == ';';
  }
  return seen[0] ? '\t' : seen[1] || !seen[2] ? ',' : ';';
}

class RowReader {
 public:
  RowReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

  /// The cells up to the end of the row.
  std::vector<SheetCell> row() {
    std::vector<SheetCell> cells;
    while (true) {
      std::string cell = next_cell();
      if (cells.size() < most_columns) cells.push_back({std::move(cell)});
      if (at_end()) return cells;
      const char c = text_[at_++];
      if (c == separator_) continue;
      if (c == '\r' && !at_end() && text_[at_] == '\n') ++at_;
      return cells;
    }
  }

 private:
  [[nodiscard]] bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  std::string next_cell() {
    std::string cell;
    if (!at_end() && text_[at_] == '"') {
      ++at_;
      for (; !at_end(); ++at_) {
        if (text_[at_] == '"') {
          if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
          ++at_;
        }
        cell += text_[at_];
      }
      if (!at_end()) ++at_;
    }
    for (; !at_end() && !ends_cell(text_[at_]); ++at_) cell += text_[at_];
    return cell;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Sheets> read_delimited(std::string_view text, const std::string& file) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  Sheet sheet;
  RowReader reader(text, separator_of(text));
  for (std::uint32_t number = 1; !reader.at_end(); ++number) {
    std::vector<SheetCell> cells = reader.row();
    const bool empty = std::all_of(cells.begin(), cells.end(), [](const SheetCell& cell) {
      return cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
    });
    if (empty) continue;
    if (sheet.rows.size() == most_rows) return too_many_rows(file);
    sheet.rows.push_back({number, std::move(cells)});
  }
  Sheets sheets;
  if (!sheet.rows.empty()) sheets.push_back(std::move(sheet));
  return sheets;
}

}  // namespace mingze::draft
