#include "draft/sheet/sheet.hpp"

#include <algorithm>
#include <cctype>

namespace mingze::draft {

namespace {

/// Adds the words of a cell, every run of white space as one space.
ByteRange add_words(std::string& line, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(line.size());
  for (const char c : words) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space)
      line += c;
    else if (line.size() > begin && line.back() != ' ')
      line += ' ';
  }
  while (line.size() > begin && line.back() == ' ') line.pop_back();
  return {begin, static_cast<std::uint32_t>(line.size())};
}

}  // namespace

Failure too_many_rows(const std::string& file) {
  const std::string most = std::to_string(most_rows);
  return {"list-too-large",
          file,
          {"有内容的行超过 " + most + " 行，不像责任清单；不再读下去",
           "it has more than " + most +
               " rows with words in them, which no list of duties has; "
               "not read on"}};
}

Result<PlainText> laid_out(const Sheet& sheet, const std::string& file) {
  PlainText out;
  std::vector<ByteRange> last;  // by column: the words that a merged cell below takes over
  std::uint32_t line = 1;
  for (const SheetRow& row : sheet.rows) {
    for (; line < row.number; ++line) out.text += '\n';
    TableRow laid;
    laid.line.begin = static_cast<std::uint32_t>(out.text.size());
    last.resize(std::max(last.size(), row.cells.size()));
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const SheetCell& cell = row.cells[column];
      if (column > 0) out.text += '\t';
      if (!cell.above) last[column] = add_words(out.text, cell.text);
      laid.cells.push_back(last[column]);
    }
    std::fill(last.begin() + static_cast<std::ptrdiff_t>(row.cells.size()), last.end(),
              ByteRange{});
    laid.line.end = static_cast<std::uint32_t>(out.text.size());
    out.rows.push_back(std::move(laid));
    if (out.text.size() > most_text) {
      const std::string most = std::to_string(most_text >> 20U);
      return Failure{"list-too-large",
                     file,
                     {"文字超过 " + most + " MiB，不像责任清单；不再读下去",
                      "it holds more than " + most +
                          " MiB of text, which no list of duties does; "
                          "not read on"}};
    }
  }
  return out;
}

}  // namespace mingze::draft
