// The table of responsibilities as a workbook.
#pragma once

#include <string>

#include "engine/base/result.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// The bytes of an .xlsx (see report/duty_table.hpp). They are made in a folder for temporary files
/// that is gone afterwards, as the library that makes them can write to files only.
[[nodiscard]] Result<std::string> duties_xlsx(const report::CheckReport& report, Language language);

}  // namespace mingze::app
