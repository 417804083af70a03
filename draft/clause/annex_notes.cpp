#include <algorithm>
#include <array>

#include "draft/clause/notes.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 9> duty_annexes{{U"分工方案", U"任务分工", U"职责分工", U"责任分工",
                                            U"分工表", U"任务清单", U"责任清单", U"任务分解",
                                            U"措施清单"}};

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
}

}  // namespace mingze::draft
