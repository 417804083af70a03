#include <algorithm>
#include <array>

#include "draft/clause/notes.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<9> duty_annexes{{U"分工方案", U"任务分工", U"职责分工", U"责任分工", U"分工表",
                                   U"任务清单", U"责任清单", U"任务分解", U"措施清单"}};

/// 附件：, 附件1., 1. and the like before a title.
Range title_of(const TextView& text, Range range) {
  const auto view = text.of(range);
  std::uint32_t at = 0;
  if (view.starts_with(U"附件")) at = 2;
  while (at < view.size() && (is_digit(view[at]) || View(U":.、-").find(view[at]) != View::npos))
    ++at;
  while (range.end > range.begin + at && View(U"。;").find(text.at(range.end - 1)) != View::npos) {
    --range.end;
  }
  return {range.begin + at, range.end};
}

/// Whether a later block is headed by the title, or a table follows.
bool annex_follows(const TextView& text, const Outline& outline, std::size_t after, View title) {
  for (std::size_t i = after + 1; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    if (block.kind == BlockKind::table_row || block.kind == BlockKind::annex_head) return true;
    const auto view = text.of(block.range);
    if (block.kind == BlockKind::annex_list) continue;
    if (view.size() < title.size() + 12 && view.size() > 4 &&
        (contains(view, title) || contains(title, view))) {
      return true;
    }
  }
  return false;
}

/// Whether an item below is the row of a table.
bool duties_follow(const Document& document, Range announcement,
                   const std::vector<DraftItem>& items) {
  const std::uint32_t end = document.span(announcement).end;
  return std::any_of(items.begin(), items.end(), [end](const DraftItem& made) {
    const auto& clauses = made.item.clauses;
    return made.item.span.begin >= end && !clauses.empty() &&
           clauses.front().form == ClauseForm::table;
  });
}

/// 责任分工见附件2: the words that refer to an annex of duties, or nothing.
Range reference_in(const TextView& text, Range block) {
  constexpr View refers = U"见附件";
  constexpr std::size_t near = 16;
  static constexpr WordSet<5> duties{{U"分工", U"清单", U"分解", U"责任单位", U"牵头单位"}};
  const View view = text.of(block);
  for (std::size_t at = view.find(refers); at != View::npos; at = view.find(refers, at + 1)) {
    const View before = view.substr(at - std::min(at, near), std::min(at, near));
    const std::size_t stop = before.find_last_of(U"。;");
    if (!contains_any(stop == View::npos ? before : before.substr(stop), duties)) continue;
    std::size_t end = at + refers.size();
    while (end < view.size() && is_digit(view[end])) ++end;
    const auto begin = block.begin + static_cast<std::uint32_t>(at + 1);
    return {begin, block.begin + static_cast<std::uint32_t>(end)};
  }
  return {};
}

/// Whether there is any annex after the block, or a list of them, or a table.
bool any_annex_follows(const Outline& outline, std::size_t after) {
  return std::any_of(outline.blocks.begin() + static_cast<std::ptrdiff_t>(after) + 1,
                     outline.blocks.end(), [](const Block& block) {
                       return block.kind == BlockKind::table_row ||
                              block.kind == BlockKind::annex_head ||
                              block.kind == BlockKind::annex_list;
                     });
}

/// The first reference to an annex of duties where no annex is; the others are to the same.
void add_reference_note(const TextView& text, const Outline& outline,
                        std::vector<StructureNote>& notes) {
  for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
    const Range reference = reference_in(text, outline.blocks[i].range);
    if (reference.empty()) continue;
    if (any_annex_follows(outline, i)) return;
    StructureNote note;
    note.kind = StructureNote::Kind::annex_missing;
    note.span = text.document().span(reference);
    note.found = text.document().words(reference);
    notes.push_back(note);
    return;
  }
}

}  // namespace

void add_annex_notes(const TextView& text, const Outline& outline,
                     const std::vector<DraftItem>& items, std::vector<StructureNote>& notes) {
  for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    if (block.kind != BlockKind::annex_list) continue;
    const Range title = title_of(text, block.range);
    const auto view = text.of(title);
    if (title.empty() || !contains_any(view, duty_annexes)) continue;
    if (annex_follows(text, outline, i, view)) continue;
    if (duties_follow(text.document(), block.range, items)) continue;
    StructureNote note;
    note.kind = StructureNote::Kind::annex_missing;
    note.span = text.document().span(title);
    note.found = text.document().words(title);
    notes.push_back(note);
  }
  add_reference_note(text, outline, notes);
}

}  // namespace mingze::draft
