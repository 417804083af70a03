// Automatic numbers as Word writes them (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingze::draft {

/// `number` in a format such as `chineseCountingThousand` (十二) or `decimalEnclosedCircle` (⑫).
/// A format that is not known, and a number that a format has no sign for, is written 12; `bullet`
/// and `none` give nothing.
[[nodiscard]] std::string format_number(std::uint32_t number, std::string_view format);

}  // namespace mingze::draft
