// The tables of a file, whatever kind of file it is.
#pragma once

#include <string>
#include <string_view>

#include "draft/sheet/sheet.hpp"

namespace mingze::draft {

/// A spreadsheet (.xlsx), the tables of a Word file (.docx), or text with tabs or commas (.tsv,
/// .csv in UTF-8, GB18030 or UTF-16), told apart by the bytes and not by the name. `file`: as
/// messages call it.
[[nodiscard]] Result<Sheets> read_sheets(std::string_view bytes, const std::string& file);

}  // namespace mingze::draft
