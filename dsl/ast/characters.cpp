#include "dsl/ast/characters.hpp"

#include <algorithm>

namespace mingze::dsl {

namespace {

Character classify_ascii(char32_t c) {
  switch (c) {
    case ' ':
    case '\t':
    case '\v':
    case '\f':
      return Character::space;
    case '\n':
    case '\r':
      return Character::line_end;
    case ',':
      return Character::comma;
    case '=':
      return Character::equals;
    case '|':
      return Character::bar;
    case '<':
      return Character::less;
    case '>':
      return Character::greater;
    case ':':
    case ';':
    case '(':
    case ')':
      return Character::mark;
    case '"':
      return Character::opening;
    default:
      return c < 0x20 || c == 0x7F ? Character::control : Character::word;
  }
}

}  // namespace

Character classify(char32_t c) {
  if (c < 0x80) return classify_ascii(c);
  switch (c) {
    // White space of Unicode, and the two marks without width that editors leave behind.
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0x200B:
    case 0xFEFF:
      return Character::space;
    case U'。':
      return Character::full_stop;
    case U'，':
    case U'、':
      return Character::comma;
    case U'＝':
      return Character::equals;
    case U'｜':
      return Character::bar;
    case U'＜':
      return Character::less;
    case U'＞':
      return Character::greater;
    case U'：':
    case U'；':
    case U'（':
    case U'）':
      return Character::mark;
    case U'“':
    case U'「':
    case U'《':
      return Character::opening;
    case U'”':
    case U'」':
    case U'》':
      return Character::closing;
    default:
      break;
  }
  if (c >= 0x2000 && c <= 0x200A) return Character::space;
  return c < 0xA0 ? Character::control : Character::word;
}

Quote quote_of(char32_t opening) {
  switch (opening) {
    case U'"':
      return Quote::ascii;
    case U'“':
      return Quote::curly;
    case U'「':
      return Quote::corner;
    case U'《':
      return Quote::title;
    default:
      return Quote::none;
  }
}

char32_t opening_mark(Quote quote) {
  constexpr char32_t marks[] = {U'"', U'"', U'“', U'「', U'《'};
  return marks[static_cast<std::size_t>(quote)];
}

char32_t closing_mark(Quote quote) {
  constexpr char32_t marks[] = {U'"', U'"', U'”', U'」', U'》'};
  return marks[static_cast<std::size_t>(quote)];
}

Form form_of(std::string_view word) {
  if (word.empty()) return Form::plain;
  const char first = word.front();
  if ((first >= 'A' && first <= 'Z') || word == "_" || word.starts_with("某"))
    return Form::variable;
  if (first < '0' || first > '9') return Form::plain;
  if (std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return Form::number;
  return looks_like_date(word) ? Form::date : Form::plain;
}

}  // namespace mingze::dsl
