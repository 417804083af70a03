#include "draft/document/numbering.hpp"

#include <array>
#include <string>

namespace mingze::draft {

namespace {

constexpr std::u32string_view digits = U"零一二三四五六七八九";

/// 0 to 9 of a Chinese digit, or -1.
int han_digit(char32_t c) {
  if (c == U'〇' || c == U'○') return 0;
  if (c == U'两') return 2;
  const auto at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

bool is_han_number(char32_t c) {
  return c == U'十' || c == U'百' || c == U'千' || han_digit(c) >= 0;
}

std::size_t run(std::u32string_view text, std::size_t from, bool (*test)(char32_t)) {
  std::size_t at = from;
  while (at < text.size() && at - from < 8 && test(text[at])) ++at;
  return at - from;
}

std::uint32_t han_value(std::u32string_view text) {
  std::uint32_t total = 0;
  std::uint32_t current = 0;
  bool unit_seen = false;
  for (const char32_t c : text) {
    const std::uint32_t unit = c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
    if (unit != 0) {
      total += (current == 0 ? 1 : current) * unit;
      current = 0;
      unit_seen = true;
    } else {
      const auto digit = static_cast<std::uint32_t>(han_digit(c));
      current = unit_seen ? digit : current * 10 + digit;
    }
  }
  return total + current;
}

struct OrdinalMark {
  std::u32string_view mark;
  NumberKind kind;
};
constexpr std::array<OrdinalMark, 6> ordinal_marks{{{U"部分", NumberKind::part},
                                                    {U"编", NumberKind::part},
                                                    {U"篇", NumberKind::part},
                                                    {U"章", NumberKind::chapter},
                                                    {U"节", NumberKind::division},
                                                    {U"条", NumberKind::article}}};

/// 第三条规定…, 第三条第二款 and 第三条、第四条的规定 in running text cite; they are no number of
/// this text.
bool is_citation(std::u32string_view rest) {
  if (rest.empty()) return false;
  return rest.starts_with(U"规定") || rest.starts_with(U"、第") ||
         std::u32string_view(U"第款项所的和、至及").find(rest[0]) != std::u32string_view::npos;
}

/// 第三条, 第二部分.
std::optional<Number> read_ordinal(std::u32string_view text) {
  std::size_t count = run(text, 1, is_han_number);
  if (count == 0) count = run(text, 1, is_digit);
  if (count == 0) return std::nullopt;
  const auto value = number_value(text.substr(1, count));
  const auto rest = text.substr(1 + count);
  for (const auto& [mark, kind] : ordinal_marks) {
    if (!rest.starts_with(mark)) continue;
    auto length = 1 + count + mark.size();
    if (is_citation(rest.substr(mark.size()))) return std::nullopt;
    if (length < text.size() && (text[length] == U'、' || text[length] == U':')) ++length;
    return Number{kind, *value, static_cast<std::uint32_t>(length)};
  }
  return std::nullopt;
}

/// （一）, （1）, 1）.
std::optional<Number> read_bracketed(std::u32string_view text) {
  const bool open = text[0] == U'(' || text[0] == U'[';
  const std::size_t from = open ? 1 : 0;
  NumberKind kind = NumberKind::han_bracket;
  std::size_t count = run(text, from, is_han_number);
  if (count == 0) {
    kind = NumberKind::digit_bracket;
    count = run(text, from, is_digit);
    if (count > 2) return std::nullopt;
  }
  const auto close = from + count;
  if (count == 0 || close >= text.size()) return std::nullopt;
  if (text[close] != U')' && text[close] != U']') return std::nullopt;
  if (!open && kind == NumberKind::han_bracket) return std::nullopt;
  auto length = close + 1;
  if (length < text.size() && (text[length] == U'、' || text[length] == U'.')) ++length;
  return Number{kind, *number_value(text.substr(from, count)), static_cast<std::uint32_t>(length)};
}

/// 一、 with its mark.
std::optional<Number> read_han(std::u32string_view text) {
  const auto count = run(text, 0, is_han_number);
  if (count == 0 || count > 4 || count >= text.size()) return std::nullopt;
  const char32_t mark = text[count];
  const bool dot = mark == U'.' || mark == U'·';
  if (mark != U'、' && !dot && mark != U',') return std::nullopt;
  // 一、二类 enumerates; a heading's number is not followed by another one.
  if (count + 2 < text.size() && han_digit(text[count + 1]) >= 0 &&
      std::u32string_view(U"类级等产期、").find(text[count + 2]) != std::u32string_view::npos) {
    return std::nullopt;
  }
  return Number{NumberKind::han, han_value(text.substr(0, count)),
                static_cast<std::uint32_t>(count + 1)};
}

/// 1.1.1, 1.1.1.1 before a word; `at` is behind the second part.
std::optional<Number> read_deep_decimal(std::u32string_view text, std::size_t at) {
  std::uint32_t value = 0;
  std::size_t parts = 2;
  while (at < text.size() && text[at] == U'.') {
    const std::size_t count = run(text, at + 1, is_digit);
    if (count == 0 || count > 2 || ++parts > 5) return std::nullopt;
    value = *number_value(text.substr(at + 1, count));
    at += count + 1;
  }
  if (parts == 2 || at >= text.size() || text[at] < 0x2E80) return std::nullopt;
  return Number{NumberKind::deep_decimal, value, static_cast<std::uint32_t>(at)};
}

/// 1. 1、 and 1.1 with what follows it.
std::optional<Number> read_digit(std::u32string_view text) {
  const auto count = run(text, 0, is_digit);
  if (count == 0 || count > 3 || count >= text.size()) return std::nullopt;
  const char32_t mark = text[count];
  const auto value = *number_value(text.substr(0, count));
  if (mark == U'、') return Number{NumberKind::digit, value, static_cast<std::uint32_t>(count + 1)};
  if (mark != U'.') return std::nullopt;
  const auto more = run(text, count + 1, is_digit);
  if (more == 0) {
    // "1. 《…》" and "1.加快": anything but the rest of a decimal number.
    return Number{NumberKind::digit, value, static_cast<std::uint32_t>(count + 1)};
  }
  const auto next = count + 1 + more;
  if (const auto deeper = read_deep_decimal(text, next)) return deeper;
  const bool unit =
      next < text.size() && (std::u32string_view(U"%万亿元米吨倍个千公平度年月").find(text[next]) !=
                             std::u32string_view::npos);
  if (more > 2 || unit || next >= text.size() || text[next] < 0x2E80) {
    // "1.2022年底前…": the dot is the number's own when a year follows.
    if (more == 4 && next < text.size() && text[next] == U'年') {
      return Number{NumberKind::digit, value, static_cast<std::uint32_t>(count + 1)};
    }
    return std::nullopt;
  }
  return Number{NumberKind::decimal, *number_value(text.substr(count + 1, more)),
                static_cast<std::uint32_t>(next)};
}

}  // namespace

std::optional<std::uint32_t> number_value(std::u32string_view text) {
  if (text.empty() || text.size() > 8) return std::nullopt;
  if (run(text, 0, is_digit) == text.size()) {
    std::uint32_t value = 0;
    for (const char32_t c : text) value = value * 10 + static_cast<std::uint32_t>(c - U'0');
    return value;
  }
  if (run(text, 0, is_han_number) == text.size()) return han_value(text);
  return std::nullopt;
}

std::optional<Number> read_number(std::u32string_view text) {
  if (text.empty()) return std::nullopt;
  const char32_t first = text[0];
  if (first == U'第') return text.size() > 2 ? read_ordinal(text) : std::nullopt;
  if (first >= 0x2460 && first <= 0x2473) {
    return Number{NumberKind::circled, static_cast<std::uint32_t>(first - 0x2460 + 1), 1};
  }
  if (first >= 0x2474 && first <= 0x2487) {
    return Number{NumberKind::digit_bracket, static_cast<std::uint32_t>(first - 0x2474 + 1), 1};
  }
  if (first >= 0x3220 && first <= 0x3229) {
    return Number{NumberKind::han_bracket, static_cast<std::uint32_t>(first - 0x3220 + 1), 1};
  }
  if (first == U'(' || first == U'[') return read_bracketed(text);
  if (is_digit(first)) {
    if (const auto number = read_digit(text)) return number;
    return read_bracketed(text);
  }
  return is_han_number(first) ? read_han(text) : std::nullopt;
}

std::u32string written_number(NumberKind kind, std::uint32_t value) {
  const bool arabic = kind == NumberKind::digit || kind == NumberKind::decimal ||
                      kind == NumberKind::deep_decimal || kind == NumberKind::digit_bracket;
  std::u32string out;
  if (kind == NumberKind::circled && value >= 1 && value <= 20) {
    return std::u32string(1, static_cast<char32_t>(0x2460 + value - 1));
  }
  if (arabic || value == 0 || value > 999) {
    for (const char c : std::to_string(value)) out += static_cast<char32_t>(c);
    return out;
  }
  if (value >= 100) {
    out += digits[value / 100];
    out += U'百';
    if (value % 100 != 0 && value % 100 < 10) out += U'零';
  }
  const std::uint32_t tens = value / 10 % 10;
  if (tens != 0) {
    if (tens > 1 || value >= 100) out += digits[tens];
    out += U'十';
  }
  if (value % 10 != 0) out += digits[value % 10];
  return out;
}

}  // namespace mingze::draft
