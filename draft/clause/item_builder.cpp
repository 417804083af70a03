#include "draft/clause/item_builder.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "draft/clause/duty_list.hpp"
#include "draft/clause/prose.hpp"
#include "draft/clause/words.hpp"
#include "draft/document/block_kind.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::uint32_t label_characters = 24;
// A label ends with its paragraph, unless that is a scrap.
constexpr std::uint32_t shortest_label = 4;
// Fewer words than this after a clause are a remark, not a task.
constexpr std::uint32_t shortest_task = 10;

std::uint32_t skip_marks(const TextView& text, std::uint32_t at, std::uint32_t end) {
  while (at < end && View(U"。;,、:!)]} ").find(text.at(at)) != View::npos) ++at;
  return at;
}

/// Whether two lists of leads differ.
bool differ(const std::vector<Mention>& a, const std::vector<Mention>& b) {
  if (a.empty() || b.empty()) return false;
  for (const Mention& mention : a) {
    for (const Mention& other : b) {
      if (mention.text == other.text || (mention.known && mention.line == other.line)) return false;
    }
  }
  return true;
}

class NodeItems {
 public:
  NodeItems(const DraftContext& context, std::uint32_t node, const NodeClauses& found)
      : context_(context), text_(context.text), node_(node), found_(found) {}

  std::vector<DraftItem> run(bool alone) {
    std::uint32_t begin = start();
    for (const FoundClause& clause : found_.clauses) {
      JudgedClause judged =
          judge_clause(text_, clause, rule_for(context_, clause.range), context_.level);
      const std::uint32_t first = skip_marks(text_, begin, clause.range.begin);
      const bool names_nobody = judged.status == ItemStatus::unassigned;
      const bool adjacent = first >= clause.range.begin && !items_.empty();
      if (adjacent || names_nobody) {
        if (!items_.empty() && !names_nobody) contradict(std::move(judged));
        if (adjacent) begin = clause.range.end;
        continue;
      }
      const Range stretch{items_.empty() ? begin : first, clause.range.end};
      const Range before{stretch.begin, clause.range.begin};
      add_clause_item(stretch, before, std::move(judged), only_cooperating(clause));
      begin = clause.range.end;
    }
    rest(begin, alone);
    return std::move(items_);
  }

 private:
  [[nodiscard]] std::uint32_t start() const {
    if (node_ != no_node) {
      return context_.outline.blocks[context_.outline.nodes[node_].block].range.begin;
    }
    return found_.texts.empty() ? 0 : found_.texts.front().begin;
  }

  [[nodiscard]] static bool only_cooperating(const FoundClause& clause) {
    return std::all_of(clause.parsed.names.begin(), clause.parsed.names.end(),
                       [](const RoleName& name) { return is_helping(name.role); });
  }

  void add_clause_item(Range stretch, Range before, JudgedClause judged, bool only_helpers) {
    const ItemStatus status = judged.status;
    DraftItem made = make_item(context_, stretch, before, node_, std::move(judged));
    if (only_helpers) lead_from_prose(before, made.item);
    compare_with_prose(before, made.item);
    items_.push_back(std::move(made));
    if (status == ItemStatus::collective) add_leads_inside(before);
  }

  /// The clause names only who helps: the sentence says who does it (甲处负责……（配合单位：乙站）).
  void lead_from_prose(Range before, Item& item) const {
    for (const FoundClause& duty : find_prose_duties(text_, without_number(before), Trust::loose)) {
      JudgedClause judged = judge_clause(text_, duty, {}, context_.level);
      if (judged.status != ItemStatus::led) continue;
      item.status = ItemStatus::led;
      item.lead = judged.clause.lead;
      item.cooperating = std::move(item.named);
      item.named.clear();
      item.clauses.push_back(std::move(judged.clause));
      return;
    }
  }

  /// Under a clause that leaves the item to everybody, a sentence may still give one body its part.
  void add_leads_inside(Range before) {
    for (const FoundClause& duty : find_prose_duties(text_, without_heading(before))) {
      JudgedClause judged = judge_clause(text_, duty, {}, context_.level);
      const bool told = judged.status == ItemStatus::led && judged.clause.lead.front().known;
      if (told) items_.push_back(make_item(context_, duty.range, node_, std::move(judged)));
    }
  }

  /// A second clause right after the first: it completes it, or contradicts it.
  void contradict(JudgedClause judged) {
    Item& item = items_.back().item;
    if (differ(item.lead, judged.clause.lead)) {
      item.status = ItemStatus::conflict;
      item.lead.insert(item.lead.end(), judged.clause.lead.begin(), judged.clause.lead.end());
    } else if (item.lead.empty() && !judged.clause.lead.empty()) {
      item.status = ItemStatus::led;
      item.lead = judged.clause.lead;
      item.cooperating.insert(item.cooperating.end(), item.named.begin(), item.named.end());
      item.named.clear();
    }
    const bool led = !item.lead.empty();
    auto& others = led ? item.cooperating : item.named;
    for (const auto* list : {&judged.clause.cooperating, &judged.clause.named}) {
      others.insert(others.end(), list->begin(), list->end());
    }
    item.span = cover(item.span, judged.clause.span);
    item.clauses.push_back(std::move(judged.clause));
  }

  /// The sentence itself may give the lead to somebody else than its clause does. Only where the
  /// stretch is that one sentence: in a longer one it is a part with a doer of its own.
  void compare_with_prose(Range before, Item& item) const {
    if (item.status != ItemStatus::led || before.size() < 6) return;
    const Range words = without_heading(before);
    if (sentences_of(text_, words).size() != 1) return;
    const auto view = text_.of(words);
    if (!contains(view, U"牵头") || !contains(view, U"由")) return;
    for (const FoundClause& duty : find_prose_duties(text_, words)) {
      JudgedClause judged = judge_clause(text_, duty, {}, context_.level);
      if (!differ(item.lead, judged.clause.lead)) continue;
      bool cooperates = false;
      for (const Mention& mention : item.cooperating) {
        cooperates = cooperates || mention.text == judged.clause.lead.front().text;
      }
      if (cooperates) continue;
      item.status = ItemStatus::conflict;
      item.lead.insert(item.lead.end(), judged.clause.lead.begin(), judged.clause.lead.end());
      item.clauses.push_back(std::move(judged.clause));
    }
  }

  [[nodiscard]] Range without_heading(Range range) const {
    if (node_ == no_node) return range;
    const Block& block = context_.outline.blocks[context_.outline.nodes[node_].block];
    const std::uint32_t after = block.heading.empty() ? block.heading.begin : block.heading.end;
    if (range.begin >= after || after >= range.end) return range;
    return {after, range.end};
  }

  /// A heading that is a sentence with a subject is text as well.
  [[nodiscard]] Range without_number(Range range) const {
    if (node_ == no_node) return range;
    const Block& block = context_.outline.blocks[context_.outline.nodes[node_].block];
    if (range.begin != block.range.begin) return range;
    return {range.begin + block.number->length, range.end};
  }

  /// What follows the last clause, or all of it where there is none.
  void rest(std::uint32_t begin, bool alone) {
    if (items_.empty() && !is_group_with_lead() && add_duty_list()) return;
    std::uint32_t end = begin;
    for (const Range& range : found_.texts) end = std::max(end, range.end);
    const std::uint32_t first = skip_marks(text_, begin, end);
    if (end <= begin) return;
    const Range stretch{items_.empty() ? begin : first, end};
    const bool untouched = items_.empty();
    if (!alone || stretch.size() < (untouched ? 2 : shortest_task)) return;
    if (states_only_a_rule(stretch) || is_about_this_text(stretch) ||
        (!untouched && is_remark(stretch)))
      return;
    std::vector<FoundClause> duties = find_prose_duties(
        text_, without_number(stretch), announces_duties() ? Trust::loose : Trust::plain);
    if (duties.empty()) {
      if (!context_.outline.of_articles && node_ != no_node && !is_phase() && !is_own_duty()) {
        items_.push_back(make_item(context_, stretch, node_, {}));
      }
      return;
    }
    // Words before the first of them belong to it, unless a clause stands above: then nobody has
    // them.
    const Range before{stretch.begin, duties.front().range.begin};
    const bool open = !untouched && before.size() >= shortest_task;
    if (open) items_.push_back(make_item(context_, before, node_, {}));
    for (std::size_t i = 0; i < duties.size(); ++i) {
      const std::uint32_t from = i == 0 && !open ? stretch.begin : duties[i].range.begin;
      const std::uint32_t to = i + 1 < duties.size() ? duties[i + 1].range.begin : stretch.end;
      DraftItem made = make_item(context_, {from, to}, node_,
                                 judge_clause(text_, duties[i], {}, context_.level));
      items_.push_back(std::move(made));
    }
  }

  /// Under 主要职责: the duties of the group that the text is about.
  [[nodiscard]] bool is_own_duty() const {
    static constexpr WordSet<4> headings{{U"主要职责", U"工作职责", U"机构职责", U"职责"}};
    const auto& nodes = context_.outline.nodes;
    for (auto up = nodes[node_].parent; up != no_node; up = nodes[up].parent) {
      View heading = text_.of(context_.outline.blocks[nodes[up].block].heading);
      if (!heading.empty() && (heading.back() == U'。' || heading.back() == U':')) {
        heading.remove_suffix(1);
      }
      if (std::find(headings.begin(), headings.end(), heading) != headings.end()) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_phase() const {
    const Block& block = context_.outline.blocks[context_.outline.nodes[node_].block];
    return is_heading_of_phase(text_.of(block.heading));
  }

  /// 任务分工中排在第一位的为牵头单位。 says how to read the clauses, and is no task.
  [[nodiscard]] bool states_only_a_rule(Range stretch) const {
    const auto at = std::lower_bound(
        context_.rules.begin(), context_.rules.end(), stretch.begin,
        [](const StatedRule& stated, std::uint32_t place) { return stated.at < place; });
    return at != context_.rules.end() && at->for_all && at->at < stretch.end &&
           sentences_of(text_, without_heading(stretch)).size() <= 1;
  }

  /// 三、职责分工
  [[nodiscard]] bool heading_announces_duties() const {
    static constexpr WordSet<3> headings{{U"职责分工", U"任务分工", U"责任分工"}};
    if (node_ == no_node) return false;
    const Block& block = context_.outline.blocks[context_.outline.nodes[node_].block];
    return ends_with_any(text_.of(block.heading), headings);
  }

  /// 各科室分工如下： : the paragraphs that follow name divisions and institutions before a colon.
  [[nodiscard]] bool announces_duties() const {
    return heading_announces_duties() ||
           std::any_of(found_.texts.begin(), found_.texts.end(), [this](const Range& paragraph) {
             const auto view = text_.of(paragraph);
             const auto last = view.substr(view.size() - std::min<std::size_t>(view.size(), 24));
             return last.ends_with(U"如下:") &&
                    (contains(last, U"分工") || contains(last, U"职责"));
           });
  }

  /// 本措施自印发之日起施行, 本办法由甲局负责解释: of the text itself.
  [[nodiscard]] bool is_about_this_text(Range stretch) const {
    constexpr std::uint32_t longest = 80;
    static constexpr WordSet<6> said{
        {U"起施行", U"起实施", U"起执行", U"有效期", U"负责解释", U"同时废止"}};
    const View view = text_.of(without_number(stretch));
    return view.size() <= longest && view.starts_with(U"本") && contains_any(view, said) &&
           sentences_of(text_, without_number(stretch)).size() <= 2;
  }

  /// After a clause: a rule, a table's caption or the words that lead over to the next list.
  [[nodiscard]] bool is_remark(Range stretch) const {
    const auto view = text_.of(stretch);
    const bool unpunctuated = view.find_first_of(U"。,;:") == View::npos;
    // Below lines of labels, 序时进度：…… and 主要职责：…… are further lines of the item.
    constexpr std::size_t longest_label = 7;
    const std::size_t colon = view.find(U':');
    const bool further = colon >= 2 && colon < longest_label &&
                         found_.clauses.back().form == ClauseForm::label &&
                         text_.starts_paragraph(stretch.begin);
    const bool signature = unpunctuated && (view.back() == U'日' || ends_like_body(view, true));
    return signature || view.back() == U':' || further || contains(view, U"下同") ||
           contains(view, U"不再列") || view.starts_with(U"注:");
  }

  /// 保障组：牵头单位为甲局: who leads the group has the duties that are listed under its name.
  [[nodiscard]] bool is_group_with_lead() const {
    if (node_ == no_node) return false;
    const Block& block = context_.outline.blocks[context_.outline.nodes[node_].block];
    if (block.heading.size() < 2 || block.body.empty()) return false;
    const bool marked = View(U":。").find(text_.at(block.heading.end - 1)) != View::npos;
    const std::uint32_t last = block.heading.end - (marked ? 2 : 1);
    const std::vector<Range> sentences = sentences_of(text_, block.body);
    return text_.at(last) == U'组' && !sentences.empty() &&
           contains(text_.of(sentences.front()), U"牵头");
  }

  /// 3.甲局：…… : the heading is the name of the body whose duties follow.
  bool add_duty_list() {
    if (node_ == no_node) return false;
    FoundClause duty;
    const bool heads = heads_duties(context_, node_);
    const Block& head = context_.outline.blocks[context_.outline.nodes[node_].block];
    const OutlineNode& self = context_.outline.nodes[node_];
    const bool text_below = self.children.empty() && self.blocks.size() > 1;
    if (head.body.empty() && !text_below && (!heads || found_.below)) return false;
    if (!read_duty_list(context_, node_, duty)) return false;
    std::uint32_t end = duty.range.end;
    for (const Range& range : found_.texts) end = std::max(end, range.end);
    const auto& nodes = context_.outline.nodes;
    if (heads) {
      for (std::uint32_t i = node_ + 1; i < nodes.size() && nodes[i].depth > nodes[node_].depth;
           ++i)
        end = std::max(end, context_.outline.blocks[nodes[i].blocks.back()].range.end);
    }
    items_.push_back(
        make_item(context_, {start(), end}, node_, judge_clause(text_, duty, {}, context_.level)));
    return true;
  }

  const DraftContext& context_;
  const TextView& text_;
  std::uint32_t node_;
  const NodeClauses& found_;
  std::vector<DraftItem> items_;
};

Range label_range(const DraftContext& context, Range stretch, std::uint32_t node) {
  if (node != no_node) {
    const Block& block = context.outline.blocks[context.outline.nodes[node].block];
    if (stretch.begin == block.range.begin) {
      if (!block.heading.empty()) {
        Range heading = block.heading;
        const char32_t last = context.text.at(heading.end - 1);
        if (last == U'。' || last == U':') --heading.end;
        if (heading.size() >= 2) return heading;
      }
      stretch.begin += block.number->length;
    }
  }
  std::uint32_t end = stretch.begin;
  while (end < stretch.end && end - stretch.begin < label_characters &&
         !is_sentence_end(context.text.at(end)) &&
         (end < stretch.begin + shortest_label || !context.text.starts_paragraph(end))) {
    ++end;
  }
  while (end > stretch.begin + 1 && context.text.at(end - 1) == U',') --end;
  return {stretch.begin, end};
}

/// 整治排污口 of 整治排污口（市水务局牵头）: who does it is no word of what is to be done.
Range without_clause(const DraftContext& context, Range label, const Clause& clause) {
  const bool stands_apart = clause.form == ClauseForm::bracket || clause.form == ClauseForm::label;
  if (!clause.span.valid() || !stands_apart) return label;
  const std::uint32_t begin = context.text.document().index_at(clause.span.begin);
  if (begin < label.begin + 2 || begin >= label.end) return label;
  label.end = begin;
  constexpr std::u32string_view marks = U",;:—";
  while (label.size() > 2 &&
         marks.find(context.text.at(label.end - 1)) != std::u32string_view::npos)
    --label.end;
  return label;
}

}  // namespace

void NodeClauses::move(const TextChange& change) {
  for (Range& range : texts) range = change.moved(range);
  for (FoundClause& clause : clauses) {
    clause.range = change.moved(clause.range);
    for (Range& part : clause.parts) part = change.moved(part);
    for (RoleName& name : clause.parsed.names) name.name.range = change.moved(name.name.range);
  }
}

std::string label_of(const DraftContext& context, Range stretch, std::uint32_t node) {
  return context.text.document().words(label_range(context, stretch, node));
}

DraftItem make_item(const DraftContext& context, Range stretch, std::uint32_t node,
                    JudgedClause judged) {
  return make_item(context, stretch, stretch, node, std::move(judged));
}

DraftItem make_item(const DraftContext& context, Range stretch, Range words, std::uint32_t node,
                    JudgedClause judged) {
  DraftItem made;
  made.begin = stretch.begin;
  made.node = node;
  const Range label = label_range(context, words.empty() ? stretch : words, node);
  made.item.label = context.text.document().words(without_clause(context, label, judged.clause));
  made.item.span = context.text.document().span(stretch);
  made.item.status = judged.status;
  made.item.lead = judged.clause.lead;
  made.item.cooperating = judged.clause.cooperating;
  made.item.named = judged.clause.named;
  if (judged.clause.span.valid()) made.item.clauses.push_back(std::move(judged.clause));
  return made;
}

std::vector<DraftItem> items_of_node(const DraftContext& context, std::uint32_t node,
                                     const NodeClauses& found, bool alone) {
  return NodeItems(context, node, found).run(alone);
}

}  // namespace mingze::draft
