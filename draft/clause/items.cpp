#include "draft/clause/items.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "draft/clause/duty_list.hpp"
#include "draft/clause/prose.hpp"
#include "draft/clause/tables.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

// Points of a list shorter than this, on average, spell out their parent and are no tasks.
constexpr std::uint32_t shortest_point = 40;
// A heading without text is a task only when it is a whole phrase with a stop.
constexpr std::uint32_t shortest_phrase = 12;
constexpr std::uint32_t shortest_sentence = 8;  // among others that have clauses

constexpr WordSet<4> duty_titles{{U"职责分工", U"工作职责", U"机构职责", U"主要职责"}};

class ItemCollector {
 public:
  ItemCollector(const DraftContext& context, NodeMemory& memory, const EditedNodes* edited)
      : context_(context),
        outline_(context.outline),
        memory_(memory),
        edited_(edited),
        found_(context.outline.nodes.size()),
        outcomes_(context.outline.nodes.size()) {}

  std::vector<DraftItem> run() {
    for (std::uint32_t i = 0; i < found_.size(); ++i)
      found_[i] = is_kept(i) ? looked_into_before(i) : look_into(i);
    lift_clauses();
    add_preamble();
    add_boxed();
    mark_below();
    swallow_listed_duties();
    for (std::uint32_t i = 0; i < found_.size(); ++i) add_node(i);
    append(items_of_tables(context_));
    const auto stands_before = [](const DraftItem& a, const DraftItem& b) {
      return a.begin < b.begin;
    };
    if (!std::is_sorted(items_.begin(), items_.end(), stands_before))
      std::stable_sort(items_.begin(), items_.end(), stands_before);
    remember();
    return std::move(items_);
  }

 private:
  void append(std::vector<DraftItem> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items_));
  }

  [[nodiscard]] bool is_kept(std::uint32_t node) const {
    return edited_ != nullptr && edited_->nodes[node].before != no_node;
  }

  NodeClauses looked_into_before(std::uint32_t node) {
    const KeptNode& kept = edited_->nodes[node];
    NodeClauses found = std::move(memory_.found[kept.before]);
    if (kept.moved) found.move(edited_->change);
    return found;
  }

  void add_node(std::uint32_t node) {
    NodeOutcome& outcome = outcomes_[node];
    outcome.below = found_[node].below;
    outcome.swallowed = swallowed_[node];
    if (outcome.swallowed) return;
    outcome.task = is_task(node);
    if (edited_ != nullptr && edited_->nodes[node].with_surroundings &&
        memory_.outcomes[edited_->nodes[node].before] == outcome) {
      std::vector<DraftItem> items = edited_->items(edited_->nodes[node]);
      for (DraftItem& made : items) made.node = made.made_by = node;
      return append(std::move(items));
    }
    std::vector<DraftItem> items = items_of_node(context_, node, found_[node], outcome.task);
    for (DraftItem& made : items) made.made_by = node;
    append(std::move(items));
  }

  /// Each clause goes back to where it was found.
  void remember() {
    for (auto lift = lifts_.rbegin(); lift != lifts_.rend(); ++lift)
      std::swap(found_[lift->first].clauses, found_[lift->second].clauses);
    for (NodeClauses& found : found_) found.below = false;
    memory_ = {std::move(found_), std::move(outcomes_)};
  }

  [[nodiscard]] const Block& head_of(std::uint32_t node) const {
    return outline_.blocks[outline_.nodes[node].block];
  }

  NodeClauses look_into(std::uint32_t node) const {
    NodeClauses found;
    if (outline_.nodes[node].people) return found;
    for (const std::uint32_t index : outline_.nodes[node].blocks) {
      const Block& block = outline_.blocks[index];
      if (block.kind == BlockKind::numbered) {
        found.texts.push_back({block.range.begin + block.number->length, block.range.end});
      } else if (block.kind == BlockKind::text) {
        found.texts.push_back(block.range);
      }
    }
    found.clauses = find_clauses(context_.text, found.texts, Under::number);
    if (found.clauses.empty() && found.texts.size() == 1) {
      if (auto list = list_after_task(context_.text, found.texts.front()))
        found.clauses.push_back(std::move(*list));
    }
    std::uint32_t words = 0;
    for (const Range& range : found.texts) words += range.size();
    for (const FoundClause& clause : found.clauses) words -= std::min(words, clause.range.size());
    found.has_text = words > head_of(node).heading.size() + 1;
    return found;
  }

  /// A clause on a line of its own after a list governs the whole list, unless the points of such
  /// lists have clauses of their own in this text: then it moves to the node above.
  void lift_clauses() {
    count_kinds();
    swallowed_.assign(found_.size(), false);
    std::vector<std::uint32_t> count(found_.size(), 0);
    for (std::uint32_t i = static_cast<std::uint32_t>(found_.size()); i-- > 0;) {
      count[i] += static_cast<std::uint32_t>(found_[i].clauses.size());
      if (const std::uint32_t parent = outline_.nodes[i].parent; parent != no_node) {
        count[parent] += count[i];
      }
    }
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      if (found_[i].clauses.size() != 1 || !stands_alone(i) || points_have_clauses(i)) continue;
      std::uint32_t target = i;
      for (auto up = outline_.nodes[i].parent;
           up != no_node && count[up] == 1 && is_last(target, up); up = outline_.nodes[up].parent) {
        target = up;
      }
      if (target != i) lift(i, target);
    }
  }

  /// 一、甲局职责: the points below are that body's duties, unless they have clauses of their own.
  void swallow_listed_duties() {
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      if (swallowed_[i] || found_[i].below || !heads_duties(context_, i)) continue;
      swallow_below(i);
    }
  }

  void swallow_below(std::uint32_t node) {
    for (std::uint32_t i = node + 1;
         i < found_.size() && outline_.nodes[i].depth > outline_.nodes[node].depth; ++i) {
      swallowed_[i] = true;
    }
  }

  void lift(std::uint32_t from, std::uint32_t to) {
    std::swap(found_[to].clauses, found_[from].clauses);  // it has none itself
    lifts_.emplace_back(from, to);
    outcomes_[to].clauses_from = from - to;
    swallow_below(to);
  }

  [[nodiscard]] bool is_last(std::uint32_t child, std::uint32_t parent) const {
    const auto& children = outline_.nodes[parent].children;
    return children.size() > 1 && children.back() == child;
  }

  /// The node's one clause is a paragraph of its own, and its last one.
  [[nodiscard]] bool stands_alone(std::uint32_t node) const {
    const Range clause = found_[node].clauses.front().range;
    for (const Range& range : found_[node].texts) {
      if (range.begin == clause.begin && &range != &found_[node].texts.front()) return true;
    }
    return false;
  }

  /// Whether most points of this kind in the text close with a clause themselves.
  [[nodiscard]] bool points_have_clauses(std::uint32_t node) const {
    const KindCount& kind = kinds_[static_cast<std::size_t>(head_of(node).number->kind)];
    return kind.with_clause * 2 >= kind.all;
  }

  void count_kinds() {
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      if (outline_.nodes[i].aims) continue;
      KindCount& kind = kinds_[static_cast<std::size_t>(head_of(i).number->kind)];
      ++kind.all;
      if (!found_[i].clauses.empty()) ++kind.with_clause;
    }
  }

  void mark_below() {
    for (std::uint32_t i = static_cast<std::uint32_t>(found_.size()); i-- > 0;) {
      const std::uint32_t parent = outline_.nodes[i].parent;
      if (parent == no_node) continue;
      if (found_[i].below || !found_[i].clauses.empty()) found_[parent].below = true;
    }
  }

  /// In a box, and in the paragraphs behind it (a text does not show where the box ends), only
  /// clauses make items. A clause on a line of its own governs the box.
  void add_boxed() {
    Range box;
    for (const Block& block : outline_.blocks) {
      if (block.kind == BlockKind::box_head) box = block.range;
      if (block.kind != BlockKind::boxed) continue;
      NodeClauses found;
      found.texts = {block.range};
      found.clauses = find_clauses(context_.text, found.texts);
      if (found.clauses.empty()) continue;
      const bool alone = found.clauses.front().range.begin == block.range.begin;
      if (alone) found.texts.front().begin = box.begin;
      std::vector<DraftItem> made = items_of_node(context_, no_node, found, false);
      if (alone && !made.empty()) made.front().item.label = label_of(context_, box, no_node);
      for (DraftItem& item : made) item.node = block.node;
      append(std::move(made));
      if (block.node != no_node) found_[block.node].below = true;
    }
  }

  /// Before the first number, and in texts without any, only clauses make items.
  void add_preamble() {
    NodeClauses found;
    for (const Block& block : outline_.blocks) {
      if (block.node == no_node && block.kind == BlockKind::text)
        found.texts.push_back(block.range);
    }
    found.clauses = find_clauses(context_.text, found.texts);
    auto around = found.texts.begin();
    Range above;  // the last paragraph before it that is no label
    for (FoundClause& clause : found.clauses) {
      for (; around->end <= clause.range.begin; ++around)
        if (label_at(context_.text.of(*around), 0).length == 0) above = *around;
      NodeClauses one;
      one.texts = {*around};
      // Where a clause is a paragraph of its own, that one says the task.
      if (clause.range.begin == around->begin && !above.empty() && !has_item_in(above))
        one.texts.insert(one.texts.begin(), above);
      one.clauses.push_back(std::move(clause));
      append(items_of_node(context_, no_node, one, false));
    }
    add_listed_duties(found.texts);
  }

  /// A text without numbers that announces duties (内设机构职责): a paragraph for each body.
  void add_listed_duties(const std::vector<Range>& texts) {
    if (!outline_.nodes.empty()) return;
    bool announced = false;
    std::vector<DraftItem> duties;  // kept apart: those found before are in order
    for (const Range& range : texts) {
      const bool listed = announced || lists_firstly(range);
      const auto view = context_.text.of(range);
      const bool label = label_at(view, !view.empty() && is_opening(view.front())).length > 0;
      if (!label && !has_item_in(range)) {
        const Trust trust = announced ? Trust::loose : Trust::plain;
        for (const FoundClause& duty : find_prose_duties(context_.text, range, trust)) {
          JudgedClause judged = judge_clause(context_.text, duty, {}, context_.level);
          if (listed || charges_known(judged))
            duties.push_back(make_item(context_, duty.range, no_node, std::move(judged)));
        }
      }
      const auto head = context_.text.of({range.begin, std::min(range.end, range.begin + 80)});
      announced = announced || contains_any(head, duty_titles);
    }
    append(std::move(duties));
  }

  /// In running text without numbers a sentence is a task where it gives the lead to a known body.
  static bool charges_known(const JudgedClause& judged) {
    return judged.status == ItemStatus::led && judged.clause.lead.front().known;
  }

  /// 一是甲局要……；二是乙局要……: the duties of a notice without numbers.
  [[nodiscard]] bool lists_firstly(Range range) const {
    const auto view = context_.text.of(range);
    return view.starts_with(U"一是") && contains(view, U"二是");
  }

  [[nodiscard]] bool has_item_in(Range range) const {
    const auto at = std::lower_bound(
        items_.begin(), items_.end(), range.begin,
        [](const DraftItem& item, std::uint32_t begin) { return item.begin < begin; });
    return at != items_.end() && at->begin < range.end && at->node == no_node;
  }

  /// Whether the part of a node that no clause governs is a task.
  [[nodiscard]] bool is_task(std::uint32_t node) const {
    const OutlineNode& self = outline_.nodes[node];
    if (self.aims || self.people) return false;
    if (!found_[node].clauses.empty()) return self.children.empty();
    if (!self.children.empty()) {
      return found_[node].has_text && !found_[node].below && !children_are_tasks(node);
    }
    if (!found_[node].has_text && !is_phrase(node)) return false;
    if (allows_or_appoints(node)) return false;
    return self.parent == no_node || children_are_tasks(self.parent);
  }

  /// Whether all that a node says is what others may do (各县区可以结合实际制定细则), or who holds an
  /// office (由县长任总指挥).
  [[nodiscard]] bool allows_or_appoints(std::uint32_t node) const {
    static constexpr WordSet<4> allowing{{U"可以", U"可结合", U"可根据", U"可参照"}};
    static constexpr WordSet<5> offices{
        {U"任总指挥", U"任指挥长", U"任组长", U"任召集人", U"任主任"}};
    constexpr std::size_t longest = 60;
    constexpr std::size_t longest_heading = 14;
    const std::vector<Range>& texts = found_[node].texts;
    if (texts.size() != 1 || texts.front().size() > longest) return false;
    auto view = context_.text.of(texts.front());
    if (const std::size_t stop = view.find(U'。');
        stop <= longest_heading && stop + 1 < view.size())
      view.remove_prefix(stop + 1);
    const auto first = view.substr(0, view.find_first_of(U",。;"));
    return (first.starts_with(U"各") && contains_any(first, allowing)) ||
           (first.starts_with(U"由") && ends_with_any(first, offices));
  }

  /// Whether the points under a node are tasks of their own, and not its details or conditions.
  [[nodiscard]] bool children_are_tasks(std::uint32_t node) const {
    if (found_[node].below) return true;
    if (!found_[node].clauses.empty()) return false;
    if (!found_[node].has_text) return true;
    const char32_t last = context_.text.at(found_[node].texts.back().end - 1);
    if (last == U':') return false;
    const auto& children = outline_.nodes[node].children;
    std::uint32_t size = 0;
    for (const std::uint32_t child : children)
      for (const std::uint32_t block : outline_.nodes[child].blocks)
        size += outline_.blocks[block].range.size();
    return size >= shortest_point * children.size();
  }

  /// A numbered phrase that is a sentence: 制定年度工作计划；
  [[nodiscard]] bool is_phrase(std::uint32_t node) const {
    const Block& block = head_of(node);
    const char32_t last = context_.text.at(block.range.end - 1);
    const bool sentence = last == U'。' || last == U';';
    const std::uint32_t parent = outline_.nodes[node].parent;
    const bool among_clauses = parent != no_node && found_[parent].below;
    if (among_clauses)
      return block.range.size() >= (sentence ? shortest_sentence : shortest_phrase);
    return sentence && block.heading.size() >= shortest_phrase;
  }

  struct KindCount {
    std::uint32_t all = 0;
    std::uint32_t with_clause = 0;
  };

  const DraftContext& context_;
  const Outline& outline_;
  std::array<KindCount, 16> kinds_{};  ///< numbered nodes by kind of number
  NodeMemory& memory_;
  const EditedNodes* edited_;  ///< or nothing
  std::vector<NodeClauses> found_;
  std::vector<NodeOutcome> outcomes_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lifts_;  ///< from where to where
  std::vector<bool> swallowed_;  ///< under a node that took their clause
  std::vector<DraftItem> items_;
};

}  // namespace

std::vector<DraftItem> all_items(const DraftContext& context, NodeMemory& memory,
                                 const EditedNodes* edited) {
  return ItemCollector(context, memory, edited).run();
}

}  // namespace mingze::draft
