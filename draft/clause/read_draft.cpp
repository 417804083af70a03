#include "draft/clause/read_draft.hpp"

#include <algorithm>
#include <string>

#include "draft/clause/draft_context.hpp"
#include "draft/clause/issue_date.hpp"
#include "draft/clause/issuer.hpp"
#include "draft/clause/items.hpp"
#include "draft/clause/notes.hpp"
#include "draft/clause/repeats.hpp"
#include "draft/clause/topics.hpp"
#include "draft/document/outline.hpp"

namespace mingze::draft {

namespace {

Section make_section(const TextView& text, const Outline& outline, std::size_t index) {
  const OutlineNode& node = outline.nodes[index];
  const Block& block = outline.blocks[node.block];
  const Range number{block.range.begin, block.range.begin + block.number->length};
  Section section;
  section.id = "s" + std::to_string(index + 1);
  section.number = text.document().words(number);
  Range heading = block.heading;
  if (!heading.empty()) {
    const char32_t last = text.at(heading.end - 1);
    if (last == U'。' || last == U':') --heading.end;
  }
  section.heading = text.document().words(heading);
  section.level = node.depth;
  if (node.parent != no_node) section.parent = "s" + std::to_string(node.parent + 1);
  section.span = text.document().span({number.begin, std::max(number.end, heading.end)});
  return section;
}

/// Whether the text keeps its division of work in an annex that is not there: one is announced, and
/// no more than half of the items name anybody themselves.
bool leaves_duties_to_annex(const std::vector<StructureNote>& notes,
                            const std::vector<DraftItem>& items) {
  const bool announced = std::any_of(notes.begin(), notes.end(), [](const StructureNote& note) {
    return note.kind == StructureNote::Kind::annex_missing;
  });
  const auto unassigned = std::count_if(items.begin(), items.end(), [](const DraftItem& made) {
    return made.item.status == ItemStatus::unassigned;
  });
  return announced && static_cast<std::size_t>(unassigned) * 2 >= items.size();
}

}  // namespace

const char* to_string(ItemStatus status) {
  switch (status) {
    case ItemStatus::led:
      return "led";
    case ItemStatus::missing_lead:
      return "missing-lead";
    case ItemStatus::unassigned:
      return "unassigned";
    case ItemStatus::collective:
      return "collective";
    case ItemStatus::conflict:
      return "conflict";
  }
  return "";
}

Reading read_draft(const Document& document, const Lexicon& lexicon, const ReadOptions& options) {
  const TextView text(document, lexicon);
  const Outline outline = read_outline(document);
  Heading heading = read_heading(text, outline);
  if (options.at) {
    heading.issuer.place = options.at->place;
    if (options.at->level != Level::unknown) heading.issuer.level = options.at->level;
  }
  const std::vector<StatedRule> rules = find_rules(text);
  const DraftContext context{text, outline, rules, heading.issuer.level, rule_for_all(rules)};

  Reading reading;
  reading.title = document.words(heading.title);
  if (!heading.title.empty()) reading.title_span = document.span(heading.title);
  reading.issuer = heading.issuer;
  if (const auto issued = read_issue_date(text, outline)) {
    reading.date = issued->date;
    reading.date_span = document.span(issued->where);
  }
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    reading.sections.push_back(make_section(text, outline, i));
  }
  add_number_notes(text, outline, reading.notes);
  std::vector<DraftItem> items = all_items(context);
  add_annex_notes(text, outline, items, reading.notes);
  const bool awaits_annex = leaves_duties_to_annex(reading.notes, items);
  for (DraftItem& made : items) {
    made.item.id = "i" + std::to_string(reading.items.size() + 1);
    if (made.node != no_node) made.item.section = "s" + std::to_string(made.node + 1);
    made.item.awaits_annex = awaits_annex && made.item.status == ItemStatus::unassigned;
    reading.items.push_back(std::move(made.item));
  }
  if (options.topics != nullptr) add_topics(text, *options.topics, reading.items);
  mark_repeats(text, reading.items);
  add_mark_notes(document, reading.items, reading.notes);
  return reading;
}

}  // namespace mingze::draft
