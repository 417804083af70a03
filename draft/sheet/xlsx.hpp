// A spreadsheet of Excel, WPS or LibreOffice (.xlsx, ISO/IEC 29500) to sheets.
#pragma once

#include <string>
#include <string_view>

#include "draft/sheet/sheet.hpp"
#include "draft/word/zip_package.hpp"

namespace mingze::draft {

[[nodiscard]] inline PackageKind spreadsheet_kind() {
  return {".xlsx", "Excel", {"责任清单", "list of duties"}};
}

/// Whether a zip file holds a workbook, and not a Word text; false where it can't be read.
[[nodiscard]] bool is_workbook(std::string_view bytes);

/// The sheets that are not hidden, with the words that their cells show: shared and inline strings,
/// rich text without its look, results of formulas, numbers and days. A cell that is merged
/// downwards counts in each of its rows.
///
/// Fails on what is damaged or made to exhaust the machine: more than 256 MiB unfolded, 200,000
/// rows or 4,000,000 cells, a cell of more than 128 KiB, and what `read_xml` refuses.
[[nodiscard]] Result<Sheets> read_xlsx(std::string_view bytes, const std::string& file);

}  // namespace mingze::draft
