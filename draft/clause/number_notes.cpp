#include <algorithm>
#include <array>
#include <map>

#include "draft/clause/notes.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

/// The last number of a kind and where it stood.
struct Last {
  std::uint32_t value = 0;
  std::uint32_t parent = no_node;
  Range range;
};

Range number_range(const Block& block) {
  return {block.range.begin, block.range.begin + block.number->length};
}

std::string utf8(const std::u32string& characters) {
  std::string out;
  for (const char32_t c : characters) append_utf8(out, c);
  return out;
}

bool is_numeral(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') || (c >= U'①' && c <= U'⑳') ||
         std::u32string_view(U"〇零一二三四五六七八九十百").find(c) != std::u32string_view::npos;
}

/// The number as written with another value in it: （十二） becomes （十一）.
std::string with_value(const std::string& written, NumberKind kind, std::uint32_t value) {
  const std::u32string all = to_code_points(written);
  const auto first = std::find_if(all.begin(), all.end(), is_numeral);
  const auto last = std::find_if_not(first, all.end(), is_numeral);
  return utf8(std::u32string(all.begin(), first) + written_number(kind, value) +
              std::u32string(last, all.end()));
}

}  // namespace

void add_number_notes(const TextView& text, const Outline& outline,
                      std::vector<StructureNote>& notes) {
  std::array<Last, 16> last{};
  std::uint32_t next_node = 0;
  for (const Block& block : outline.blocks) {
    if (block.kind == BlockKind::annex_head || block.kind == BlockKind::annex_list) last = {};
    if (block.kind != BlockKind::numbered) continue;
    const std::uint32_t parent = outline.nodes[next_node++].parent;
    const auto kind = static_cast<std::size_t>(block.number->kind);
    const std::uint32_t value = block.number->value;
    const bool decimal =
        block.number->kind == NumberKind::decimal || block.number->kind == NumberKind::deep_decimal;
    Last& before = last[kind];
    const bool starts_anew = value == 1 || before.value == 0;
    const bool same_parent = before.parent == parent;
    const bool wrong = !starts_anew && !decimal && value != before.value + 1;
    if (wrong && (same_parent || value > 1)) {
      StructureNote note;
      note.kind = value > before.value ? StructureNote::Kind::number_skipped
                                       : StructureNote::Kind::number_repeated;
      note.span = text.document().span(number_range(block));
      note.found = text.document().words(number_range(block));
      note.expected = with_value(note.found, block.number->kind, before.value + 1);
      note.previous = text.document().span(before.range);
      notes.push_back(note);
    }
    before = {value, parent, number_range(block)};
    for (std::size_t deeper = kind + 1; deeper < last.size(); ++deeper) {
      if (last[deeper].parent == no_node) last[deeper] = {};
    }
  }
}

}  // namespace mingze::draft
