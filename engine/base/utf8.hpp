// UTF-8: validation, decoding and display width (tables of utf8proc).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingze {

/// One decoded code point and the number of bytes it took (1 to 4).
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 1;
};

/// Byte offset of the first byte that is not part of valid UTF-8, or nothing.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The code point at `offset` (< text.size()). An invalid byte decodes as U+FFFD, one byte long.
[[nodiscard]] CodePoint decode_at(std::string_view text, std::size_t offset);

/// All code points of a text.
[[nodiscard]] std::u32string to_code_points(std::string_view text);

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// Number of code points.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Columns on a terminal: 2 for a wide (Chinese) character, 1 for others, 0 for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view text);
[[nodiscard]] int display_width(char32_t code_point);

}  // namespace mingze
