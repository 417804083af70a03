#include "draft/clause/draft_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "draft/clause/issue_date.hpp"
#include "draft/clause/issuer.hpp"
#include "draft/clause/notes.hpp"

namespace mingze::draft {

namespace {

std::string section_id(std::uint32_t node) {
  return node == no_node ? std::string() : "s" + std::to_string(node + 1);
}

Section make_section(const TextView& text, const Outline& outline, std::size_t index) {
  const OutlineNode& node = outline.nodes[index];
  const Block& block = outline.blocks[node.block];
  const Range number{block.range.begin, block.range.begin + block.number->length};
  Section section;
  section.number = text.document().words(number);
  Range heading = block.heading;
  if (!heading.empty()) {
    const char32_t last = text.at(heading.end - 1);
    if (last == U'。' || last == U':') --heading.end;
  }
  section.heading = text.document().words(heading);
  section.level = node.depth;
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

void move(std::vector<Mention>& mentions, const TextChange& change) {
  for (Mention& mention : mentions) mention.span = change.moved(mention.span);
}

void move(Item& item, const TextChange& change) {
  item.span = change.moved(item.span);
  for (auto* mentions : {&item.lead, &item.cooperating, &item.named}) move(*mentions, change);
  for (Topic& topic : item.topics) topic.span = change.moved(topic.span);
  for (Clause& clause : item.clauses) {
    clause.span = change.moved(clause.span);
    for (auto* mentions : {&clause.lead, &clause.cooperating, &clause.named})
      move(*mentions, change);
  }
}

/// The same but for what is given once all items are known.
bool are_same(const Item& a, const Item& b) {
  return a.span == b.span && a.label == b.label && a.status == b.status && a.lead == b.lead &&
         a.cooperating == b.cooperating && a.named == b.named && a.topics == b.topics &&
         a.clauses == b.clauses;
}

}  // namespace

/// What a reading that was edited still has to give.
struct DraftReader::Edit {
  const TextChange& change;
  Reading& reading;  ///< as it was before; things are taken out of it
  std::vector<KeptNode> nodes = {};
  std::vector<std::uint32_t> first = {};  ///< by node before: the first item that was made of it
  std::vector<std::uint32_t> next = {};   ///< by item before: the next one of the same node
  std::vector<std::uint32_t> items = {};  ///< by item: which one it was
  std::vector<bool> taken;                ///< by item before: compared, or made into one of now

  Edit(const TextChange& edited, Reading& before, const std::vector<ItemPlace>& places,
       std::size_t node_count)
      : change(edited),
        reading(before),
        first(node_count, no_number),
        next(places.size()),
        taken(places.size()) {
    for (auto i = static_cast<std::uint32_t>(places.size()); i-- > 0;) {
      if (places[i].made_by == no_node) continue;
      next[i] = std::exchange(first[places[i].made_by], i);
    }
  }

  /// The items that were made of a node, at their new places.
  [[nodiscard]] std::vector<DraftItem> take(const KeptNode& kept,
                                            const std::vector<ItemPlace>& places) {
    std::vector<DraftItem> out;
    for (std::uint32_t i = first[kept.before]; i != no_number; i = next[i]) {
      DraftItem& made = out.emplace_back();
      made.begin = kept.moved ? change.moved(places[i].begin) : places[i].begin;
      made.made_by = kept.before;
      made.before = i;
      taken[i] = true;
      made.item = std::move(reading.items[i]);
      if (kept.moved) move(made.item, change);
    }
    return out;
  }

  /// Which item before was the same as one that was read again; else `no_number`.
  [[nodiscard]] std::uint32_t same_as(const DraftItem& made, const std::vector<ItemPlace>& places) {
    const bool moved = made.begin >= change.after.end;
    if (made.begin >= change.after.begin && !moved) return no_number;
    const auto begin_of = [&](const ItemPlace& place) {
      const bool is_after = place.begin >= change.before.end;
      return is_after ? change.moved(place.begin) : place.begin;
    };
    auto at = std::lower_bound(
        places.begin(), places.end(), made.begin,
        [&](const ItemPlace& place, std::uint32_t begin) { return begin_of(place) < begin; });
    for (; at != places.end() && begin_of(*at) == made.begin; ++at) {
      const auto i = static_cast<std::uint32_t>(at - places.begin());
      if (taken[i]) continue;
      taken[i] = true;
      Item& before = reading.items[i];
      if (moved) move(before, change);
      if (are_same(before, made.item)) return i;
    }
    return no_number;
  }
};

DraftReader::DraftReader(const Document& document, const Lexicon& lexicon,
                         const ReadOptions& options)
    : document_(document), options_(options), text_(document, lexicon) {
  if (options.topics != nullptr && options.topics->size() > 0)
    topics_.emplace(text_, *options.topics);
}

Reading DraftReader::read() {
  outline_ = read_outline(document_);
  frame_ = read_frame();
  nodes_ = {};
  return read_in(nullptr);
}

std::vector<std::uint32_t> DraftReader::reread(const TextChange& change, Reading& reading) {
  text_.follow(change);
  if (topics_) topics_->follow(change);
  const Outline before = std::exchange(outline_, read_outline(document_));
  Frame frame = read_frame();
  const bool same_frame =
      is_same_frame(frame, change) && before.of_articles == outline_.of_articles;
  frame_ = std::move(frame);
  Edit edit(change, reading, places_, before.nodes.size());
  if (same_frame) edit.nodes = kept_nodes(before, outline_, change);
  if (edit.nodes.empty()) {
    nodes_ = {};
    reading = read_in(nullptr);
    return std::vector<std::uint32_t>(reading.items.size(), no_number);
  }
  reading = read_in(&edit);
  return std::move(edit.items);
}

DraftReader::Frame DraftReader::read_frame() const {
  const Heading heading = read_heading(text_, outline_);
  Frame frame{heading.title, heading.issuer, find_rules(text_)};
  if (options_.at) {
    frame.issuer.place = options_.at->place;
    if (options_.at->level != Level::unknown) frame.issuer.level = options_.at->level;
  }
  return frame;
}

bool DraftReader::is_same_frame(const Frame& now, const TextChange& change) const {
  if (now.issuer.level != frame_.issuer.level || now.rules.size() != frame_.rules.size())
    return false;
  for (std::size_t i = 0; i < now.rules.size(); ++i) {
    StatedRule rule = frame_.rules[i];
    if (rule.at >= change.before.end) rule.at = change.moved(rule.at);
    if (rule != now.rules[i]) return false;
  }
  return true;
}

Reading DraftReader::read_in(Edit* edit) {
  Reading reading;
  reading.title = document_.words(frame_.title);
  if (!frame_.title.empty()) reading.title_span = document_.span(frame_.title);
  reading.issuer = frame_.issuer;
  if (const auto issued = read_issue_date(text_, outline_)) {
    reading.date = issued->date;
    reading.date_span = document_.span(issued->where);
  }
  add_sections(reading, edit);
  add_number_notes(text_, outline_, reading.notes);
  const DraftContext context{text_, outline_, frame_.rules, frame_.issuer.level,
                             rule_for_all(frame_.rules)};
  std::vector<DraftItem> items;
  if (edit == nullptr) {
    items = all_items(context, nodes_);
  } else {
    const EditedNodes edited{edit->change, edit->nodes,
                             [&](const KeptNode& kept) { return edit->take(kept, places_); }};
    items = all_items(context, nodes_, &edited);
  }
  add_annex_notes(text_, outline_, items, reading.notes);
  finish(std::move(items), reading, edit);
  add_mark_notes(document_, reading.items, reading.notes);
  return reading;
}

void DraftReader::add_sections(Reading& reading, Edit* edit) const {
  reading.sections.reserve(outline_.nodes.size());
  for (std::uint32_t i = 0; i < outline_.nodes.size(); ++i) {
    const bool kept = edit != nullptr && edit->nodes[i].before != no_node;
    if (kept) {
      Section& before = edit->reading.sections[edit->nodes[i].before];
      if (edit->nodes[i].moved) before.span = edit->change.moved(before.span);
      reading.sections.push_back(std::move(before));
    } else {
      reading.sections.push_back(make_section(text_, outline_, i));
    }
    reading.sections.back().id = section_id(i);
    reading.sections.back().parent = section_id(outline_.nodes[i].parent);
  }
}

void DraftReader::finish(std::vector<DraftItem> items, Reading& reading, Edit* edit) {
  const bool awaits_annex = leaves_duties_to_annex(reading.notes, items);
  std::vector<ItemWords> words;
  std::vector<ItemPlace> places;
  words.reserve(items.size());
  places.reserve(items.size());
  reading.items.reserve(items.size());
  for (DraftItem& made : items) {
    Item& item = made.item;
    const bool is_new = made.before == no_number;
    if (is_new && topics_) topics_->add_to(item);
    words.push_back(is_new ? words_of(document_, item) : std::move(words_[made.before]));
    if (is_new && edit != nullptr) made.before = edit->same_as(made, places_);
    const bool awaits = awaits_annex && item.status == ItemStatus::unassigned;
    const bool awaited = made.before != no_number && edit->reading.items[made.before].awaits_annex;
    if (awaits != awaited) made.before = no_number;
    item.id = "i" + std::to_string(reading.items.size() + 1);
    item.section = section_id(made.node);
    item.awaits_annex = awaits;
    places.push_back({made.begin, made.made_by});
    if (edit != nullptr) edit->items.push_back(made.before);
    reading.items.push_back(std::move(item));
  }
  words_ = std::move(words);
  places_ = std::move(places);
  mark_repeats(words_, reading.items);
}

}  // namespace mingze::draft
