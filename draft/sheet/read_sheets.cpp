#include "draft/sheet/read_sheets.hpp"

#include "draft/document/decode.hpp"
#include "draft/sheet/delimited.hpp"
#include "draft/sheet/word_tables.hpp"
#include "draft/sheet/xlsx.hpp"
#include "draft/word/docx.hpp"

namespace mingze::draft {

Result<Sheets> read_sheets(std::string_view bytes, const std::string& file) {
  if (is_zip(bytes)) {
    if (is_workbook(bytes)) return read_xlsx(bytes, file);
    const auto text = read_docx(bytes, file);
    if (!text) return text.failure();
    return sheets_of(text.value(), file);
  }
  const auto text = decode(bytes, file);
  if (!text) return text.failure();
  return read_delimited(text.value(), file);
}

}  // namespace mingze::draft
