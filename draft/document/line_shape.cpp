#include "draft/document/line_shape.hpp"

#include <algorithm>

#include "draft/document/numbering.hpp"
#include "draft/document/word_set.hpp"

namespace mingze::draft {

namespace {

constexpr std::u32string_view opening = U"([{<";
constexpr std::u32string_view closing = U")]}>";

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_dash(char32_t c) { return is_one_of(c, U"-—–―─一·~"); }

constexpr WordSet<22> label_heads{
    {U"牵头", U"责任", U"配合",     U"参与", U"参加",     U"协办",     U"协助",   U"主办",
     U"承办", U"主责", U"负责",     U"落实", U"实施",     U"主要责任", U"完成时", U"完成期",
     U"时间", U"时限", U"工作时限", U"进度", U"责任分工", U"分工"}};

// 市级牵头单位：, 县直责任单位：
constexpr WordSet<10> label_levels{
    {U"国家级", U"省级", U"省直", U"市级", U"市直", U"州级", U"县级", U"县直", U"区级", U"区直"}};

/// 抄送：, 附件： begin what stands below a text.
bool starts_closing(std::u32string_view line) {
  static constexpr WordSet<6> heads{{U"抄送:", U"抄报:", U"主送:", U"分送:", U"附件:", U"附:"}};
  return starts_with_any(line, heads);
}

}  // namespace

std::uint32_t markdown_marks(std::u32string_view line) {
  std::uint32_t count = 0;
  while (count < line.size() && is_one_of(line[count], U"#>")) ++count;
  return count;
}

bool is_page_number(std::u32string_view line) {
  if (line.size() > 9) return false;
  std::size_t digits = 0;
  std::size_t dashes = 0;
  for (const char32_t c : line) {
    if (c >= U'0' && c <= U'9') {
      ++digits;
    } else if (is_dash(c)) {
      ++dashes;
    } else if (!is_one_of(c, U"第页共/")) {
      return false;
    }
  }
  return digits > 0 && digits < line.size() && (dashes >= 2 || line.back() == U'页');
}

bool parts_cells(std::u32string_view line) {
  constexpr std::ptrdiff_t fewest = 2;
  return std::count(line.begin(), line.end(), U'|') >= fewest;
}

std::uint32_t label_length(std::u32string_view line) {
  const std::size_t begin = line.starts_with(U"[") ? 1 : 0;
  const std::size_t stop = line.substr(0, 14).find(begin == 1 ? U']' : U':');
  if (stop == std::u32string_view::npos || stop <= begin) return 0;
  auto word = line.substr(begin, stop - begin);
  for (const auto level : label_levels) {
    if (word.starts_with(level)) word.remove_prefix(level.size());
  }
  return starts_with_any(word, label_heads) ? static_cast<std::uint32_t>(stop + 1) : 0;
}

LineShape line_shape(std::u32string_view line) {
  LineShape shape;
  const auto number = read_number(line);
  shape.numbered = number.has_value();
  shape.number_alone = number && number->length == line.size();
  shape.starts_label =
      label_length(line) > 0 || (is_one_of(line[0], opening) && label_length(line.substr(1)) > 0);
  shape.starts_label = shape.starts_label || starts_closing(line);
  const char32_t last = line.back();
  shape.ends_sentence = is_one_of(last, U"。;:!?") || is_one_of(last, closing);
  shape.ends_open = is_one_of(last, U"、,");
  shape.ends_word = !is_one_of(last, U"。;:!?、,”》\"'’") && !is_one_of(last, closing);
  static constexpr CharacterFilter looked_at(U"。,;([{<)]}>");
  int depth = 0;
  for (const char32_t c : line) {
    if (!looked_at.may_hold(c)) continue;
    if (is_one_of(c, U"。,;")) shape.has_stop = true;
    if (is_one_of(c, opening)) ++depth;
    if (is_one_of(c, closing) && --depth < 0) {
      shape.closes_first = true;
      depth = 0;
    }
  }
  shape.leaves_open = depth > 0;
  return shape;
}

}  // namespace mingze::draft
