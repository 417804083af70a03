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

/// Whether a byte is an ASCII control character: a tab, the end of a line, an escape.
[[nodiscard]] constexpr bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Whether three bytes are one code point, as most of our texts' are; false of a few that are too.
[[nodiscard]] inline bool is_common_triple(const char* at) {
  const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
  return byte(0) >= 0xE1 && byte(0) <= 0xEF && byte(0) != 0xED && (byte(1) & 0xC0U) == 0x80 &&
         (byte(2) & 0xC0U) == 0x80;
}

/// The code point at `offset` (< text.size()), of whatever length.
[[nodiscard]] CodePoint decode_any_at(std::string_view text, std::size_t offset);

/// The code point at `offset` (< text.size()). An invalid byte decodes as U+FFFD, one byte long.
[[nodiscard]] inline CodePoint decode_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  if (text.size() - offset >= 3 && is_common_triple(text.data() + offset))
    return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  return decode_any_at(text, offset);
}

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
