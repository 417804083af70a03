// Traditional characters to simplified ones, for matching only.
#pragma once

namespace mingze::draft {

/// The simplified form of a traditional character; any other character as it is.
[[nodiscard]] char32_t simplified(char32_t character);

}  // namespace mingze::draft
