#include "draft/sheet/read_sheets.hpp"

#include "draft/document/decode.hpp"
#include "draft/sheet/delimited.hpp"
#include "draft/sheet/word_tables.hpp"
#include "draft/sheet/xlsx.hpp"
#include "draft/word/docx.hpp"

namespace mingze::draft {

namespace {

// What files of Office begin with that are older than 2007, or locked by a password.
constexpr std::string_view compound_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

}  // namespace

Result<Sheets> read_sheets(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(compound_file))
    return Failure{
        file,
        {"这是旧格式（.xls、.doc）或设有密码的文件；请去掉密码，另存为 .xlsx、.docx 或 .csv",
         "this is an old .xls or .doc, or locked by a password; save it as .xlsx, .docx "
         "or .csv without a password"}};
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
