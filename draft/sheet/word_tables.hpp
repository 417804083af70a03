// The tables of a Word file as sheets.
#pragma once

#include <string>

#include "draft/sheet/sheet.hpp"

namespace mingze::draft {

/// One sheet a table, 表1, 表2 …, rows counted within it. A single table has no name.
[[nodiscard]] Result<Sheets> sheets_of(const PlainText& text, const std::string& file);

}  // namespace mingze::draft
