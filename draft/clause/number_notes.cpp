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
    const bool decimal = block.number->kind == NumberKind::decimal;
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
      note.expected = utf8(written_number(block.number->kind, before.value + 1));
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
