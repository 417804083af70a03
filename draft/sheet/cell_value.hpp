// What a cell of a spreadsheet shows for the value that is stored.
#pragma once

#include <string>
#include <string_view>

namespace mingze::draft {

/// Whether numbers of this format are days, by its number (ISO/IEC 29500-1, 18.8.30) or by its code
/// (yyyy"年"m"月"d"日").
[[nodiscard]] bool is_date_format(unsigned number);
[[nodiscard]] bool is_date_code(std::string_view code);

/// 3 for 3.0, 12.3 for 12.300000000000001; what is no number stays as it is.
[[nodiscard]] std::string shown_number(const std::string& stored);
/// 2026-11-23 for the number of a day, counted from 1900 or from 1904.
[[nodiscard]] std::string shown_date(const std::string& stored, bool from_1904);

}  // namespace mingze::draft
