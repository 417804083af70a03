#include "draft/document/fold.hpp"

#include <utf8proc.h>

#include "draft/document/simplified.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

/// Compatibility form of one character, if that is one character too.
char32_t compatible(char32_t character) {
  utf8proc_int32_t out[4] = {0, 0, 0, 0};
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character), out, 4, options, &boundary);
  return count == 1 ? static_cast<char32_t>(out[0]) : character;
}

/// ① ⑴ ㈠ and their kin number items; their compatibility form would hide that.
bool is_enclosed_number(char32_t c) {
  return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) ||
         (c >= 0x3220 && c <= 0x3229) || (c >= 0x3280 && c <= 0x3289);
}

bool is_invisible(char32_t c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c <= 0x9F) || c == 0xAD || c == 0xFEFF ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

/// The marks that open and close, made one pair of each kind.
char32_t one_bracket(char32_t c) {
  switch (c) {
    case U'〔':
    case U'【':
    case U'〖':
      return U'[';
    case U'〕':
    case U'】':
    case U'〗':
      return U']';
    case U'〈':
    case U'＜':
      return U'<';
    case U'〉':
    case U'＞':
      return U'>';
    case U'｛':
      return U'{';
    case U'｝':
      return U'}';
    default:
      return 0;
  }
}

}  // namespace

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == U'\v' || c == U'\f';
}

char32_t fold(char32_t c) {
  if (is_chinese(c)) return simplified(c);
  if (is_invisible(c)) return 0;
  if (c < 0x80) return c;
  if (const char32_t bracket = one_bracket(c)) return bracket;
  if (c == U'∶' || c == U'︰' || c == U'꞉') return U':';
  if (c == U'。' || c == U'、' || c == U'《' || c == U'》' || is_enclosed_number(c)) return c;
  if (c >= U'‘' && c <= U'”') return c;
  if (c >= U'！' && c <= U'～') return c - U'！' + U'!';
  return simplified(compatible(c));
}

char32_t FoldedName::next() {
  while (at_ < name_.size()) {
    const CodePoint point = decode_at(name_, at_);
    at_ += point.bytes;
    const char32_t folded = is_space(point.value) ? 0 : fold(point.value);
    if (folded != 0) return folded;
  }
  return 0;
}

std::u32string folded_name(std::string_view name) {
  std::u32string out;
  FoldedName rest(name);
  for (char32_t c = rest.next(); c != 0; c = rest.next()) out += c;
  return out;
}

}  // namespace mingze::draft
