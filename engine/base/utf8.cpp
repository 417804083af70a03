#include "engine/base/utf8.hpp"

#include <utf8proc.h>

namespace mingze {

namespace {

/// Decodes one code point; `bytes` is 0 where the bytes at `offset` are not valid UTF-8.
CodePoint decode_strict(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {lead, 1};
  utf8proc_int32_t value = 0;
  const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
  const auto left = static_cast<utf8proc_ssize_t>(text.size() - offset);
  const utf8proc_ssize_t used = utf8proc_iterate(data, left, &value);
  if (used <= 0) return {0xFFFD, 0};
  return {static_cast<char32_t>(value), static_cast<std::uint32_t>(used)};
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_strict(text, at);
    if (point.bytes == 0) return at;
    at += point.bytes;
  }
  return std::nullopt;
}

CodePoint decode_at(std::string_view text, std::size_t offset) {
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
