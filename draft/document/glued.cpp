#include "draft/document/glued.hpp"

#include "draft/document/line_shape.hpp"
#include "draft/document/numbering.hpp"

namespace mingze::draft {

namespace {

// A heading this short, without a mark inside, may be glued to the number of the next block.
constexpr std::uint32_t short_heading = 40;

bool ends_block(char32_t c) {
  return c == U'。' || c == U';' || c == U')' || c == U']' || c == U'!';
}

bool may_start_number(char32_t c) {
  return c == U'(' || (c >= U'1' && c <= U'9') || (c >= 0x4E00 && c <= 0x9FFF);
}

}  // namespace

void GluedHeadings::note(std::u32string_view folded) {
  if (const auto number = read_number(folded)) {
    const auto kind = static_cast<std::size_t>(number->kind);
    last_[kind] = number->value;
    // Articles count through all chapters; everything else starts anew under the next heading.
    for (std::size_t deeper = kind + 1; deeper < 16; ++deeper) {
      if (deeper != static_cast<std::size_t>(NumberKind::article)) last_[deeper] = 0;
    }
  }
}

bool GluedHeadings::goes_on(std::u32string_view folded) const {
  const auto number = read_number(folded);
  if (!number) return false;
  const auto kind = static_cast<std::size_t>(number->kind);
  if (number->kind == NumberKind::decimal || number->kind == NumberKind::deep_decimal ||
      number->kind == NumberKind::circled || number->kind == NumberKind::digit_bracket) {
    return false;
  }
  if (number->kind == NumberKind::article) return number->value == last_[kind] + 1;
  if (number->kind == NumberKind::digit && number->value == 1) {
    return folded.size() > number->length && folded[number->length] >= 0x4E00;
  }
  return number->value == last_[kind] + 1 || number->value == 1;
}

std::vector<std::uint32_t> GluedHeadings::starts_in(Range paragraph) {
  const auto text = document_.folded(paragraph);
  std::vector<std::uint32_t> starts;
  note(text);
  bool heading = read_number(text).has_value();
  bool label = label_length(text) > 0;  // 责任单位：甲局（二）……: the number ends the names
  std::uint32_t heading_begin = 0;
  for (std::uint32_t i = 1; i + 2 < text.size(); ++i) {
    const bool after_end = ends_block(text[i - 1]);
    if (!after_end && !heading && !label) continue;  // nearly all characters of running text
    const bool opens =
        text[i] == U'(' || text[i] == U'第' || (text[i] == U'1' && !is_digit(text[i - 1]));
    const bool after_heading = heading && i - heading_begin > 3 && opens;
    if (after_end || text[i - 1] == U',' || i - heading_begin > short_heading) heading = false;
    const auto rest = text.substr(i, 24);
    if (after_end) label = label_length(rest) > 0;
    const bool after_label = label && text[i] == U'(';
    if (!(after_end || after_heading || after_label) || !may_start_number(text[i])) continue;
    if (!goes_on(rest)) continue;
    starts.push_back(paragraph.begin + i);
    note(rest);
    heading = true;
    label = false;
    heading_begin = i;
  }
  return starts;
}

}  // namespace mingze::draft
