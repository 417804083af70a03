// A table as a spreadsheet, a Word file or a text file holds it: rows and columns of words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/document/plain_text.hpp"
#include "engine/base/result.hpp"

namespace mingze::draft {

struct SheetCell {
  std::string text;    ///< as shown; may hold line breaks
  bool above = false;  ///< merged with the cell above, whose words count here too
};

/// A row that has words of its own.
struct SheetRow {
  std::uint32_t number = 0;  ///< as the program that shows the file counts, from 1
  std::vector<SheetCell> cells;
};

struct Sheet {
  std::string name;            ///< as the file calls it; empty where it is the only one
  std::string before;          ///< the text that stands before a table in a Word file
  std::vector<SheetRow> rows;  ///< by number
};

using Sheets = std::vector<Sheet>;

/// The sheet as a text whose line n is its row n, cells apart by tabs, so that whatever is told
/// with file and line is found again in the sheet. Line breaks within cells become spaces. More
/// than `most_text` bytes are a failure; `file`: as messages call it.
[[nodiscard]] Result<PlainText> laid_out(const Sheet& sheet, const std::string& file);

/// What a table may hold before it is no list of duties any more.
inline constexpr std::size_t most_text = std::size_t{16} << 20;
inline constexpr std::size_t most_rows = 200'000;
inline constexpr std::uint32_t most_columns = 256;  ///< further ones are left out
[[nodiscard]] Failure too_many_rows(const std::string& file);

}  // namespace mingze::draft
