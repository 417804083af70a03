#include "draft/sheet/word_tables.hpp"

namespace mingze::draft {

namespace {

std::string words(const std::string& text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

SheetRow row_of(const PlainText& text, const TableRow& row, std::uint32_t number) {
  SheetRow out{number, {}};
  for (const ByteRange& cell : row.cells) {
    if (out.cells.size() == most_columns) break;
    if (cell.end > cell.begin && cell.begin < row.line.begin)
      out.cells.push_back({{}, true});
    else
      out.cells.push_back({words(text.text, cell), false});
  }
  return out;
}

}  // namespace

Result<Sheets> sheets_of(const PlainText& text, const std::string& file) {
  if (text.rows.size() > most_rows) return too_many_rows(file);
  Sheets sheets;
  std::uint32_t end = 0;  // of the row before
  for (const TableRow& row : text.rows) {
    const bool goes_on = !sheets.empty() && row.line.begin == end + 1;
    if (!goes_on) {
      const ByteRange between{sheets.empty() ? 0 : end, row.line.begin};
      sheets.push_back({"表" + std::to_string(sheets.size() + 1), words(text.text, between), {}});
    }
    Sheet& sheet = sheets.back();
    const std::uint32_t number = sheet.rows.empty() ? 1 : sheet.rows.back().number + 1;
    sheet.rows.push_back(row_of(text, row, number));
    end = row.line.end;
  }
  if (sheets.size() == 1) sheets.front().name.clear();
  return sheets;
}

}  // namespace mingze::draft
