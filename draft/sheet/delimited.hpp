// Tables in text: tab-separated, or comma-separated with quotes, as spreadsheets export them.
#pragma once

#include <string_view>

#include "draft/sheet/sheet.hpp"

namespace mingze::draft {

/// One sheet, or none for a text without words. Tabs part the cells where the text has any outside
/// of quotes, else commas, else semicolons. A cell in quotes may hold line breaks, and quotes
/// written twice. `text` is UTF-8, a byte-order mark is skipped; `file`: as messages call it.
[[nodiscard]] Result<Sheets> read_delimited(std::string_view text, const std::string& file);

}  // namespace mingze::draft
