#include "app/capi/utf8.hpp"

namespace mingze::capi {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool between(unsigned byte, unsigned least, unsigned most) noexcept {
  return least <= byte && byte <= most;
}

/// How many bytes the character at a place has; 0 where there is none.
std::size_t length_at(std::string_view text, std::size_t at) noexcept {
  const unsigned first = byte_at(text, at);
  const unsigned second = byte_at(text, at + 1);
  const auto follows = [&](std::size_t n) { return between(byte_at(text, at + n), 0x80, 0xBF); };
  if (first < 0x80) return 1;
  if (between(first, 0xC2, 0xDF)) return follows(1) ? 2 : 0;
  if (between(first, 0xE0, 0xEF)) {
    const unsigned least = first == 0xE0 ? 0xA0 : 0x80;  // not in two bytes
    const unsigned most = first == 0xED ? 0x9F : 0xBF;   // no surrogates
    return between(second, least, most) && follows(2) ? 3 : 0;
  }
  if (!between(first, 0xF0, 0xF4)) return 0;
  const unsigned least = first == 0xF0 ? 0x90 : 0x80;
  const unsigned most = first == 0xF4 ? 0x8F : 0xBF;  // up to U+10FFFF
  return between(second, least, most) && follows(2) && follows(3) ? 4 : 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_at(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace mingze::capi
