#include "draft/sheet/read_sheets.hpp"

#include "draft/document/decode.hpp"
#include "draft/sheet/delimited.hpp"
#include "draft/sheet/word_tables.hpp"
#include "draft/sheet/xlsx.hpp"
#include "draft/word/docx.hpp"

namespace mingze::draft {

Result<Sheets> read_sheets(std::string_view bytes, const std::string& file) {
  if (is_zip(bytes)) {
    // What can't be opened is called what its name says it is.
    const bool is_named_so = file.ends_with(".xlsx") && !ZipPackage::open(bytes, file).ok();
    if (is_named_so || is_workbook(bytes)) return read_xlsx(bytes, file);
    const auto text = read_docx(bytes, file);
    if (!text) return text.failure();
    return sheets_of(text.value(), file);
  }
  const auto text = decode(bytes, file);
  if (!text) return text.failure();
  return read_delimited(text.value(), file);
}

}  // namespace mingze::draft
