#include "draft/clause/issue_date.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::size_t head_blocks = 14;  // title, number, date and addressees stand in these
constexpr std::uint32_t longest_line = 40;

/// 0 to 9 of a digit in either script, or -1.
int digit(char32_t c) {
  if (is_digit(c)) return static_cast<int>(c - U'0');
  constexpr View numerals = U"〇一二三四五六七八九";
  if (c == U'零' || c == U'○' || c == U'O' || c == U'o') return 0;
  const std::size_t at = numerals.find(c);
  return at == View::npos ? -1 : static_cast<int>(at);
}

/// Two thousand and more as four digits; nothing else is the year of a text in force.
std::optional<int> year_of(View digits) {
  if (digits.size() != 4) return std::nullopt;
  int year = 0;
  for (const char32_t c : digits) {
    if (digit(c) < 0) return std::nullopt;
    year = year * 10 + digit(c);
  }
  return year >= 1949 && year < 2200 ? std::optional(year) : std::nullopt;
}

/// 9, 09, 九, 十二, 二十, 三十一.
std::optional<int> day_or_month(View digits) {
  if (digits.empty() || digits.size() > 3) return std::nullopt;
  int number = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == U'十') {
      number = (i == 0 ? 1 : number) * 10;
    } else if (const int one = digit(digits[i]); one >= 0) {
      const bool after_ten = i > 0 && digits[i - 1] == U'十';
      number = after_ten ? number + one : number * 10 + one;
    } else {
      return std::nullopt;
    }
  }
  return number;
}

std::optional<Date> date_from(int year, int month, int day) {
  std::array<char, 16> written{};
  std::snprintf(written.data(), written.size(), "%04d-%02d-%02d", year, month, day);
  return parse_date(written.data());
}

/// A day at the end of a line, brackets aside: ……2021年9月9日.
std::optional<IssueDate> day_at_end(const TextView& text, Range line) {
  if (line.empty()) return std::nullopt;
  if (is_closing(text.at(line.end - 1))) --line.end;
  const View view = text.of(line);
  const std::size_t year_mark = view.rfind(U'年');
  const std::size_t month_mark = view.rfind(U'月');
  if (!view.ends_with(U"日") || year_mark == View::npos || month_mark == View::npos ||
      year_mark < 4 || month_mark < year_mark)
    return std::nullopt;
  const auto year = year_of(view.substr(year_mark - 4, 4));
  const auto month = day_or_month(view.substr(year_mark + 1, month_mark - year_mark - 1));
  const auto day = day_or_month(view.substr(month_mark + 1, view.size() - month_mark - 2));
  if (!year || !month || !day) return std::nullopt;
  const auto date = date_from(*year, *month, *day);
  if (!date) return std::nullopt;
  return IssueDate{*date, {line.begin + static_cast<std::uint32_t>(year_mark) - 4, line.end}};
}

/// The year in a document's number: 国发〔2021〕31号.
std::optional<IssueDate> year_in_number(const TextView& text, Range line) {
  const View view = text.of(line);
  if (!view.ends_with(U"号") || line.size() > longest_line) return std::nullopt;
  for (std::size_t at = 0; at + 5 < view.size(); ++at) {
    if (!is_opening(view[at]) || !is_closing(view[at + 5])) continue;
    const auto year = year_of(view.substr(at + 1, 4));
    if (!year) continue;
    return IssueDate{*date_from(*year, 1, 1),
                     {line.begin + static_cast<std::uint32_t>(at), line.end}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<IssueDate> read_issue_date(const TextView& text, const Outline& outline) {
  const std::size_t head = std::min(outline.blocks.size(), head_blocks);
  for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    if (block.kind == BlockKind::numbered || block.range.size() > longest_line) continue;
    if (i >= head && block.kind != BlockKind::closing) continue;
    if (auto found = day_at_end(text, block.range)) return found;
  }
  for (std::size_t i = 0; i < head; ++i)
    if (auto found = year_in_number(text, outline.blocks[i].range)) return found;
  return std::nullopt;
}

}  // namespace mingze::draft
