#include "draft/list/list_item.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/words.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

using Text = std::u32string;
using View = std::u32string_view;

constexpr std::size_t shortest_name = 4;
constexpr WordSet<9> task_words{
    {U"负责", U"组织", U"开展", U"加强", U"推进", U"推动", U"做好", U"抓好", U"实施"}};
constexpr WordSet<3> task_endings{{U"相关工作", U"有关工作", U"工作"}};
constexpr View numerals = U"一二三四五六七八九十";

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\u3000'; }
bool is_numeral(char32_t c) { return (c >= U'0' && c <= U'9') || numerals.find(c) != View::npos; }
bool is_round(char32_t c) { return c >= U'①' && c <= U'⑳'; }

/// Length of a number with its mark at the start: 1. （2） 三、 ④; 0 if there is none.
std::size_t number_length(View words) {
  if (words.empty()) return 0;
  if (is_round(words[0])) return 1;
  const bool open = words[0] == U'（' || words[0] == U'(';
  std::size_t at = open ? 1 : 0;
  const std::size_t first = at;
  while (at < words.size() && at < first + 3 && is_numeral(words[at])) ++at;
  if (at == first || at >= words.size()) return 0;
  const View marks = open ? View(U"）)") : View(U".．、）)");
  if (marks.find(words[at]) == View::npos) return 0;
  const bool amount = words[at] == U'.' && at + 1 < words.size() && is_digit(words[at + 1]);
  return amount ? 0 : at + 1;
}

/// Where a numbered item may begin: at the start, after a blank or a stop.
bool may_begin(View words, std::size_t at) {
  return at == 0 || is_blank(words[at - 1]) || View(U"。；;").find(words[at - 1]) != View::npos;
}

Text trimmed(View words) {
  while (!words.empty() &&
         (is_blank(words.front()) || View(U"。；;，,、").find(words.front()) != View::npos))
    words.remove_prefix(1);
  words.remove_prefix(number_length(words));
  while (!words.empty() &&
         (is_blank(words.back()) || View(U"。；;，,、.：:").find(words.back()) != View::npos))
    words.remove_suffix(1);
  Text out;
  for (const char32_t c : words)
    if (!is_blank(c)) out += c;
  return out;
}

Text without_brackets(View words) {
  Text out;
  int depth = 0;
  for (const char32_t c : words) {
    if (is_opening(c) || c == U'（') ++depth;
    if (depth == 0) out += c;
    if ((is_closing(c) || c == U'）') && depth > 0) --depth;
  }
  return out;
}

Text without_task_words(View words) {
  for (std::size_t length = 1; length > 0;) {
    length = longest_start(words, task_words);
    words.remove_prefix(length);
  }
  for (const View ending : task_endings)
    if (words.ends_with(ending)) {
      words.remove_suffix(ending.size());
      break;
    }
  return Text(words);
}

ItemNames names_of(View words) {
  const Text whole = trimmed(words);
  const std::size_t stop = whole.find_first_of(U"。：:");
  const Text title = stop >= shortest_name ? whole.substr(0, stop) : whole;
  const Text bare = without_brackets(title);
  ItemNames out;
  for (const Text& name : {title, bare, without_task_words(title), without_task_words(bare)}) {
    if (name.size() < shortest_name) continue;
    std::string bytes;
    for (const char32_t c : name) append_utf8(bytes, c);
    if (std::find(out.begin(), out.end(), bytes) == out.end()) out.push_back(std::move(bytes));
  }
  return out;
}

}  // namespace

std::vector<ItemNames> items_of_cell(std::string_view words) {
  const Text text = to_code_points(words);
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (may_begin(text, at) && number_length(View(text).substr(at)) > 0) begins.push_back(at);
  if (begins.size() < 2) return {names_of(text)};
  if (begins.front() != 0) begins.insert(begins.begin(), 0);
  begins.push_back(text.size());
  std::vector<ItemNames> out;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    const View part = View(text).substr(begins[i], begins[i + 1] - begins[i]);
    if (!trimmed(part).empty()) out.push_back(names_of(part));
  }
  return out;
}

}  // namespace mingze::draft
