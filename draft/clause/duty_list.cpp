#include "draft/clause/duty_list.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/prose.hpp"
#include "draft/clause/subject.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 5> duty_tails{
    {U"工作职责", U"主要职责", U"职责", U"的职责", U"职责分工"}};
constexpr WordSet<5> duty_headings{{U"职责", U"分工", U"责任清单", U"任务分解", U"内设机构"}};
constexpr WordSet<1> office_headings{{U"内设机构"}};
constexpr WordSet<2> with_words{{U"会同", U"联合"}};
constexpr std::uint32_t longest_body_name = 24;

bool is_known_body(const TextView& text, Range name) {
  const std::uint32_t prefix = text.prefix_length(name.begin, name.end);
  return text.name_end(name.begin) == name.end || text.name_end(name.begin + prefix) == name.end;
}

/// The heading without its mark and without 职责 at its end.
Range name_in_heading(const TextView& text, Range heading) {
  const char32_t last = heading.empty() ? U' ' : text.at(heading.end - 1);
  if (last == U':' || last == U'。') --heading.end;
  const auto view = text.of(heading);
  std::size_t best = 0;
  for (const View tail : duty_tails) {
    if (view.ends_with(tail) && tail.size() > best && tail.size() + 1 < view.size()) {
      best = tail.size();
    }
  }
  heading.end -= static_cast<std::uint32_t>(best);
  return heading;
}

/// Whether the heading of a section above holds one of the words. Below one of duties, roles may
/// stand in the headings.
template <std::size_t Count>
bool stands_below(const DraftContext& context, std::uint32_t node, const WordSet<Count>& words) {
  for (auto up = context.outline.nodes[node].parent; up != no_node;
       up = context.outline.nodes[up].parent) {
    const Block& block = context.outline.blocks[context.outline.nodes[up].block];
    if (contains_any(context.text.of(block.heading), words)) return true;
  }
  return false;
}

/// Whether the title, or another short line before the first number, lists duties: 成员单位职责.
bool title_lists_duties(const DraftContext& context) {
  constexpr std::uint32_t longest = 48;
  for (const Block& block : context.outline.blocks) {
    if (block.kind == BlockKind::numbered) return false;
    const bool line = block.kind == BlockKind::text && block.range.size() <= longest;
    if (line && contains(context.text.of(block.range), U"职责")) return true;
  }
  return false;
}

/// A holder of an office: 路长, 专管员. Short, and no verb's object.
bool is_role(View name) {
  if (name.ends_with(U"单位") || name.ends_with(U"部门")) return false;
  return name.size() >= 2 && name.size() <= 14 &&
         (name.ends_with(U"长") || name.ends_with(U"员") || name.ends_with(U"人") ||
          ends_like_body(name, false));
}

void add_companions(const TextView& text, Range body, std::vector<RoleName>& names) {
  for (const Range& sentence : sentences_of(text, body)) {
    const auto view = text.of(sentence);
    for (const View word : with_words) {
      const std::size_t at = view.find(word);
      if (at == View::npos) continue;
      const auto begin = sentence.begin + static_cast<std::uint32_t>(at + word.size());
      for (const NameRange& name : read_companions(text, {begin, sentence.end})) {
        if (is_vague_name(text.of(name.range))) continue;
        names.push_back({name, Role::cooperating, 0, false});
      }
    }
  }
}

}  // namespace

bool read_duty_list(const DraftContext& context, std::uint32_t node, FoundClause& duty) {
  const Block& block = context.outline.blocks[context.outline.nodes[node].block];
  if (block.heading.empty()) return false;
  const TextView& text = context.text;
  const Range name = name_in_heading(text, block.heading);
  // 一、甲局职责, （一）市委组织部: what it does stands in the points or the text below.
  const OutlineNode& self = context.outline.nodes[node];
  const bool points = !self.children.empty();
  const bool above_points = (points && text.of(block.heading).find(U"职责") != View::npos) ||
                            ((points || self.blocks.size() > 1) && is_known_body(text, name));
  if (block.body.empty() && !above_points) return false;
  if (contains(text.of(name), U"履行")) return false;  // 甲局履行以下职责: a sentence
  if (name.size() < 2 || name.size() > longest_body_name) return false;
  const bool colon = text.at(block.heading.end - 1) == U':';
  const bool listed =
      stands_below(context, node, duty_headings) || (colon && title_lists_duties(context));
  const bool inside = stands_below(context, node, office_headings);
  std::vector<NameRange> names = split_names(text, name);
  bool bodies = !names.empty();
  for (const NameRange& part : names) {
    const bool body = is_body_name(text, part.range, true) &&
                      (!is_vague_name(text.of(part.range)) || (listed && colon)) &&
                      (colon || text.prefix_length(part.range.begin, part.range.end) > 0 ||
                       text.name_end(part.range.begin) == part.range.end);
    // 设下列内设机构：（一）办公室。负责……
    const bool office =
        inside && (is_office_name(text, part.range) || is_body_name(text, part.range, true));
    bodies = bodies && (body || office || (listed && colon && is_role(text.of(part.range))));
  }
  if (!bodies || (!colon && !listed && names.size() > 1)) return false;
  duty.range = name;
  duty.form = ClauseForm::duty_list;
  duty.parsed.marked = true;
  for (const NameRange& part : names) {
    const bool some_class = is_collective_name(text.of(part.range));
    duty.parsed.names.push_back({part, some_class ? Role::plain : Role::lead, 0, false});
  }
  if (!block.body.empty()) add_companions(text, block.body, duty.parsed.names);
  return true;
}

bool heads_duties(const DraftContext& context, std::uint32_t node) {
  const OutlineNode& self = context.outline.nodes[node];
  FoundClause duty;
  if (self.children.empty() || !context.outline.blocks[self.block].body.empty() ||
      !read_duty_list(context, node, duty)) {
    return false;
  }
  // Where the points are duty lists themselves, the heading only says so of all of them.
  return std::none_of(self.children.begin(), self.children.end(),
                      [&](std::uint32_t child) { return read_duty_list(context, child, duty); });
}

}  // namespace mingze::draft
