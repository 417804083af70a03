#include "dsl/check/script.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

bool is_han(char32_t c) {
  return c == U'〇' || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

std::ptrdiff_t latin_letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

bool contains_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    if (is_han(point.value)) return true;
    at += point.bytes;
  }
  return false;
}

bool first_is_chinese(std::string_view first, std::string_view second) {
  if (contains_han(first) != contains_han(second)) return contains_han(first);
  return contains_han(first) && latin_letters(first) < latin_letters(second);
}

}  // namespace mingze::dsl
