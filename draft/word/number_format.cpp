#include "draft/word/number_format.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

using Signs = std::u32string_view;

std::string utf8(char32_t sign) {
  std::string out;
  append_utf8(out, sign);
  return out;
}

/// 十二, 一百零五; nothing from ten thousand on.
std::string counted(std::uint32_t number, Signs digits, Signs units) {
  if (number == 0) return utf8(digits[0]);
  if (number > 9999) return {};
  std::string out;
  bool zero = false;
  std::uint32_t unit = 1000;
  for (std::size_t place = 0; place < 4; ++place, unit /= 10) {
    const std::uint32_t digit = number / unit % 10;
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += utf8(digits[0]);
    zero = false;
    const bool plain_ten = unit == 10 && digit == 1 && out.empty();  // 十二, not 一十二
    if (!plain_ten || units[2] != U'十') out += utf8(digits[digit]);
    if (unit > 1) out += utf8(units[place]);
  }
  return out;
}

std::string roman(std::uint32_t number, bool upper) {
  constexpr std::array<std::pair<std::uint32_t, const char*>, 13> parts{{{1000, "M"},
                                                                         {900, "CM"},
                                                                         {500, "D"},
                                                                         {400, "CD"},
                                                                         {100, "C"},
                                                                         {90, "XC"},
                                                                         {50, "L"},
                                                                         {40, "XL"},
                                                                         {10, "X"},
                                                                         {9, "IX"},
                                                                         {5, "V"},
                                                                         {4, "IV"},
                                                                         {1, "I"}}};
  if (number == 0 || number > 3999) return {};
  std::string out;
  for (const auto& [value, letters] : parts) {
    for (; number >= value; number -= value) out += letters;
  }
  if (!upper) {
    for (char& letter : out) letter = static_cast<char>(letter - 'A' + 'a');
  }
  return out;
}

/// a … z, aa … zz, aaa …: the letter again for each round.
std::string letters(std::uint32_t number, char first) {
  if (number == 0 || number > 26 * 30) return {};
  const auto letter = static_cast<char>(first + static_cast<char>((number - 1) % 26));
  return std::string((number - 1) / 26 + 1, letter);
}

/// One sign for each number from 1 on.
struct SignSeries {
  std::string_view format;
  char32_t first;
  std::uint32_t count;
};

constexpr std::array<SignSeries, 5> series{{{"decimalEnclosedCircle", U'①', 20},
                                            {"decimalEnclosedCircleChinese", U'①', 20},
                                            {"decimalEnclosedParen", U'⑴', 20},
                                            {"decimalEnclosedFullstop", U'⒈', 20},
                                            {"ideographEnclosedCircle", U'㊀', 10}}};

constexpr Signs stems = U"甲乙丙丁戊己庚辛壬癸";
constexpr Signs branches = U"子丑寅卯辰巳午未申酉戌亥";

std::string of_signs(std::uint32_t number, Signs signs) {
  return number >= 1 && number <= signs.size() ? utf8(signs[number - 1]) : std::string();
}

/// Each digit by itself: 二〇, １２.
std::string digit_by_digit(std::uint32_t number, Signs digits) {
  std::string out;
  for (const char digit : std::to_string(number))
    out += utf8(digits[static_cast<size_t>(digit - '0')]);
  return out;
}

constexpr Signs han_digits = U"零一二三四五六七八九";
constexpr Signs han_units = U"千百十";

std::string special(std::uint32_t number, std::string_view format) {
  for (const SignSeries& signs : series) {
    if (format != signs.format) continue;
    return number >= 1 && number <= signs.count ? utf8(signs.first + number - 1) : std::string();
  }
  if (format == "chineseCounting" || format == "chineseCountingThousand" ||
      format == "japaneseCounting" || format == "taiwaneseCounting" ||
      format == "taiwaneseCountingThousand") {
    return counted(number, han_digits, han_units);
  }
  if (format == "chineseLegalSimplified")
    return counted(number, U"零壹贰叁肆伍陆柒捌玖", U"仟佰拾");
  if (format == "ideographLegalTraditional") {
    return counted(number, U"零壹貳參肆伍陸柒捌玖", U"仟佰拾");
  }
  if (format == "ideographDigital" || format == "japaneseDigitalTenThousand" ||
      format == "taiwaneseDigital") {
    return digit_by_digit(number, U"〇一二三四五六七八九");
  }
  if (format == "ideographTraditional") return of_signs(number, stems);
  if (format == "ideographZodiac") return of_signs(number, branches);
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") {
    return digit_by_digit(number, U"０１２３４５６７８９");
  }
  if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  if (format == "upperRoman") return roman(number, true);
  if (format == "lowerRoman") return roman(number, false);
  if (format == "upperLetter") return letters(number, 'A');
  if (format == "lowerLetter") return letters(number, 'a');
  return {};
}

}  // namespace

std::string format_number(std::uint32_t number, std::string_view format) {
  if (format == "bullet" || format == "none") return {};
  std::string sign = special(number, format);
  return sign.empty() ? std::to_string(number) : sign;
}

}  // namespace mingze::draft
