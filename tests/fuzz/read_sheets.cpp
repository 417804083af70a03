// Any bytes as a table of duties (a spreadsheet, a Word file, text), and any bytes as the inside of
// a sheet: a failure in both languages, or rows in order whose text is laid out line by line.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "draft/document/document.hpp"
#include "draft/sheet/read_sheets.hpp"
#include "engine/base/utf8.hpp"
#include "tests/draft/sheet/sheet_file.hpp"

namespace {

using namespace mingze;

void require(bool holds) {
  if (!holds) std::abort();
}

void lay_out(const draft::Sheet& sheet) {
  std::uint32_t last = 0;
  for (const draft::SheetRow& row : sheet.rows) {
    require(row.number > last && row.cells.size() <= draft::most_columns);
    last = row.number;
  }
  const auto laid = draft::laid_out(sheet, "list");
  if (!laid) return require(!laid.failure().message.zh.empty());
  const std::string& text = laid.value().text;
  require(!first_invalid_utf8(text) && laid.value().rows.size() == sheet.rows.size());
  for (const draft::TableRow& row : laid.value().rows)
    for (const draft::ByteRange cell : row.cells)
      require(cell.begin <= cell.end && cell.end <= row.line.end);
  const draft::Document document({0}, text, laid.value().rows);
  require(document.text() == text);
}

void read(std::string_view bytes) {
  const auto sheets = draft::read_sheets(bytes, "list");
  if (!sheets) {
    require(!sheets.failure().message.zh.empty() && !sheets.failure().message.en.empty());
    return;
  }
  for (const draft::Sheet& sheet : sheets.value()) lay_out(sheet);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    read(bytes);
    return 0;
  }
  // The first byte tells what the bytes stand for.
  if (bytes.empty()) return 0;
  const std::string inner(bytes.substr(1));
  const std::string rows = draft::text_rows({{"事项", "牵头部门"}, {"清淤", "市水利局"}});
  switch (bytes[0] & 3) {
    case 0:
      read(inner);
      break;
    case 1:
      read(draft::SheetFile{.sheets = {{inner}}}.bytes());
      break;
    case 2:
      read(draft::SheetFile{.sheets = {{rows}}, .strings = inner, .styles = inner}.bytes());
      break;
    default:
      read(draft::SheetFile{.sheets = {{rows, {"A1:A2\"/>" + inner + "<mergeCell ref=\""}}}}
               .bytes());
  }
  return 0;
}
