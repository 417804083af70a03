// Traditional characters to simplified ones, for matching only.
#pragma once

namespace mingze::draft {

/// Whether it is one of those that most texts are made of.
[[nodiscard]] constexpr bool is_chinese(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// The simplified form of a traditional character; any other character as it is.
[[nodiscard]] char32_t simplified(char32_t character);

}  // namespace mingze::draft
