#include "engine/base/utf8.hpp"

#include <utf8proc.h>

#include <cstring>

namespace mingze {

namespace {

/// Decodes one code point; `bytes` is 0 where the bytes at `offset` are not valid UTF-8. By the
/// table of well-formed sequences in the Unicode standard (3-7): the second byte's range depends on
/// the first, so that overlong forms, surrogates and what is above U+10FFFF are none.
CodePoint decode_strict(std::string_view text, std::size_t offset) {
  constexpr CodePoint invalid{0xFFFD, 0};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t bytes = lead < 0xC2   ? 0
                              : lead < 0xE0 ? 2
                              : lead < 0xF0 ? 3
                              : lead < 0xF5 ? 4
                                            : 0;
  if (bytes == 0 || text.size() - offset < bytes) return invalid;
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < lowest || byte(1) > highest) return invalid;
  char32_t value = ((lead & (0xFFU >> (bytes + 1))) << 6U) | (byte(1) & 0x3FU);
  for (std::uint32_t i = 2; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return invalid;
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  return {value, bytes};
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const auto in = [&](std::size_t at, unsigned lowest, unsigned highest) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= lowest && byte <= highest;
  };
  for (std::size_t at = 0; at < text.size();) {
    // Data is ASCII for long stretches.
    while (at + 8 <= text.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      if ((word & 0x8080808080808080U) != 0) break;
      at += 8;
    }
    if (at == text.size()) break;
    // Most of our texts: Chinese characters one after the other, and ASCII.
    const std::size_t begin = at;
    while (at + 2 < text.size() && is_common_triple(text.data() + at)) at += 3;
    if (at > begin) continue;
    if (in(at, 0, 0x7F)) {
      ++at;
      continue;
    }
    const CodePoint point = decode_strict(text, at);
    if (point.bytes == 0) return at;
    at += point.bytes;
  }
  return std::nullopt;
}

CodePoint decode_any_at(std::string_view text, std::size_t offset) {
  const CodePoint point = decode_strict(text, offset);
  return point.bytes == 0 ? CodePoint{0xFFFD, 1} : point;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    out.push_back(point.value);
    at += point.bytes;
  }
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t buffer[4];
  const auto used = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(used));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text)
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++count;
  return count;
}

int display_width(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return 1;
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return 2;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    width += static_cast<std::size_t>(display_width(point.value));
    at += point.bytes;
  }
  return width;
}

}  // namespace mingze
