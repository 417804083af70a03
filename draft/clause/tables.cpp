#include "draft/clause/tables.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/row_cells.hpp"
#include "draft/clause/table_heads.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;
using Row = std::vector<Range>;

constexpr WordSet<4> continued_tables{{U"续表", U"续上表", U"(续)", U"接上表"}};
/// Beneath 责任单位 a column of something else.
constexpr WordSet<6> no_bodies{{U"人", U"领导", U"电话", U"时", U"备注", U"职务"}};

bool is_rule_line(View line) {
  return std::all_of(line.begin(), line.end(),
                     [](char32_t c) { return c == U'|' || c == U'-' || c == U':' || c == U' '; });
}

class TableReader {
 public:
  explicit TableReader(const DraftContext& context) : context_(context), text_(context.text) {}

  std::vector<DraftItem> run() {
    for (const Block& block : context_.outline.blocks) {
      const bool row = block.kind == BlockKind::table_row || (!roles_.empty() && has_cells(block));
      if (row || is_plain_head(block)) {
        add_row(block);
      } else if (!says_it_goes_on(block) && !heads_a_part(block)) {
        roles_.clear();
      }
    }
    return std::move(items_);
  }

 private:
  [[nodiscard]] bool has_cells(const Block& block) const {
    return row_cells(text_.document(), block.range).cells.size() + 1 >=
           std::max<std::size_t>(3, roles_.size());
  }

  /// 续表, 附表1（续）: between the parts of one table.
  [[nodiscard]] bool says_it_goes_on(const Block& block) const {
    const View line = text_.of(block.range);
    constexpr std::size_t longest = 16;
    return line.size() <= longest && contains_any(line, continued_tables);
  }

  /// 一、经济发展: a numbered heading between the rows.
  [[nodiscard]] bool heads_a_part(const Block& block) const {
    constexpr std::uint32_t longest = 30;
    return block.kind == BlockKind::numbered && block.range.size() <= longest &&
           block.body.empty() && head_.marks == CellMarks::tabs;
  }

  /// The head of a table set with white space alone.
  [[nodiscard]] bool is_plain_head(const Block& block) const {
    if (block.range.size() > 60 || block.kind == BlockKind::closing) return false;
    const Row cells = row_cells(text_.document(), block.range).cells;
    if (cells.size() < 3) return false;
    return std::any_of(cells.begin(), cells.end(),
                       [this](Range cell) { return role_of_head(text_.of(cell)) != Role::none; });
  }

  void add_row(const Block& block) {
    if (is_rule_line(text_.of(block.range))) return;
    const RowCells row = row_cells(text_.document(), block.range);
    if (take_head(row)) {
      head_rule_ = rule_for(context_, block.range);
      return;
    }
    if (roles_.empty()) return add_labelled_row(block, row);
    Row cells = under_head(row, head_);
    if (is_heading(row, cells)) return;
    take_from_above(row, cells);
    FoundClause clause;
    clause.form = ClauseForm::table;
    std::size_t led_levels = 0;
    for (std::size_t i = 0; i < cells.size() && i < roles_.size(); ++i) {
      if (roles_[i] != Role::none) add_cell(roles_[i], cells[i], block.range, clause);
      if (divided_ && roles_[i] == Role::lead && !cells[i].empty()) ++led_levels;
    }
    if (clause.range.empty()) clause.range = block.range;
    add_item(block, clause, task_cell(cells), led_levels);
  }

  /// A row of a table without a head whose cells say themselves what they are: 牵头单位：甲局.
  void add_labelled_row(const Block& block, const RowCells& row) {
    if (row.marks != CellMarks::told) return;
    head_rule_ = {};
    FoundClause clause;
    clause.form = ClauseForm::table;
    Range task;
    for (const Range cell : row.cells) {
      const std::size_t colon = text_.of(cell).find(U':');
      const bool labelled = colon != View::npos;
      const Role role = labelled ? role_of_head(text_.of(cell).substr(0, colon)) : Role::none;
      const auto label = static_cast<std::uint32_t>(labelled ? colon + 1 : 0);
      if (role != Role::none)
        add_cell(role, {cell.begin + label, cell.end}, block.range, clause);
      else if (cell.size() > task.size())
        task = cell;
    }
    if (!clause.parsed.labelled || task.empty()) return;
    if (clause.range.empty()) clause.range = block.range;
    add_item(block, clause, task);
  }

  /// `led_levels`: how many columns of a divided head name a lead.
  void add_item(const Block& block, const FoundClause& clause, Range task,
                std::size_t led_levels = 0) {
    JudgedClause judged = judge_clause(text_, clause, rule_of_row(clause.range), context_.level);
    if (led_levels > 1 && judged.clause.lead.size() == led_levels)
      judged.clause.rule = LeadRule::by_level;
    // Several leads are at fault by themselves, without the cells beside theirs.
    const auto& leads = judged.clause.lead;
    if (leads.size() > 1 && leads.front().span.begin >= judged.clause.span.begin)
      judged.clause.span = cover(leads.front().span, leads.back().span);
    DraftItem made = make_item(context_, block.range, no_node, std::move(judged));
    made.node = block.node;
    made.item.label = text_.document().words(task);
    items_.push_back(std::move(made));
  }

  /// A rule in a cell of the head holds for the table.
  [[nodiscard]] RuleInForce rule_of_row(Range row) const {
    const RuleInForce own = rule_for(context_, row);
    return own.rule == LeadRule::none ? head_rule_ : own;
  }

  /// A row that names columns of bodies starts a table.
  bool take_head(const RowCells& row) {
    const Row& cells = row.cells;
    std::vector<Role> roles;
    task_ = SIZE_MAX;
    const std::size_t task_before = last_task_;
    const bool second = is_second_of_head(row);
    if (lists_persons(cells)) roles_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto head = text_.of(cells[i]);
      roles.push_back(role_of_head(head));
      if (roles.back() == Role::none && second && !contains_any(head, no_bodies))
        roles.back() = role_above(i);
      if (roles.back() == Role::none && is_task_head(head)) task_ = i;
    }
    leave_divisions_out(cells, roles);
    const bool found =
        std::any_of(roles.begin(), roles.end(), [](Role role) { return role != Role::none; });
    if (!found && !heads_duties(cells, roles)) {
      last_task_ = task_before;
      return false;
    }
    last_task_ = task_;
    divided_ = second;
    roles_ = std::move(roles);
    head_ = row;
    above_.assign(roles_.size(), {});
    return true;
  }

  /// 责任单位, 责任科室: beside the bodies their divisions are no further ones.
  void leave_divisions_out(const Row& cells, std::vector<Role>& roles) const {
    static constexpr WordSet<4> divisions{{U"科室", U"股室", U"处室", U"站所"}};
    const auto is_doer = [](Role role) { return role == Role::lead || role == Role::responsible; };
    bool bodies = false;
    for (std::size_t i = 0; i < cells.size(); ++i)
      bodies = bodies || (is_doer(roles[i]) && !ends_with_any(text_.of(cells[i]), divisions));
    for (std::size_t i = 0; bodies && i < cells.size(); ++i) {
      if (is_doer(roles[i]) && ends_with_any(text_.of(cells[i]), divisions)) roles[i] = Role::none;
    }
  }

  /// 姓名, 单位, 职责: the head of a table of persons.
  [[nodiscard]] bool lists_persons(const Row& cells) const {
    return std::any_of(cells.begin(), cells.end(),
                       [this](Range cell) { return text_.of(cell) == U"姓名"; });
  }

  /// 单位, 职责: the heads of a list of duties, where the body leads whatever stands in its row.
  bool heads_duties(const Row& cells, std::vector<Role>& roles) {
    if (lists_persons(cells)) return false;
    std::size_t body = SIZE_MAX;
    std::size_t duty = SIZE_MAX;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const View head = text_.of(cells[i]);
      if (body == SIZE_MAX && is_body_head(head)) body = i;
      if (duty == SIZE_MAX && is_duty_head(head)) duty = i;
    }
    if (body == SIZE_MAX || duty == SIZE_MAX) return false;
    roles[body] = Role::lead;
    task_ = duty;
    return true;
  }

  /// A row that shares a merged cell with the head, and divides another of its cells, is part of
  /// the head: 市级, 县级 below 责任单位.
  [[nodiscard]] bool is_second_of_head(const RowCells& row) const {
    if (roles_.empty()) return false;
    if (row.marks != CellMarks::told) return names_levels(row);
    bool shares = false;
    bool divides = false;
    for (std::size_t i = 0; i < row.cells.size() && i < head_.cells.size(); ++i) {
      const Range above = head_.cells[i];
      const Range cell = row.cells[i];
      shares = shares || (!above.empty() && cell.begin == above.begin && cell.end == above.end);
      divides = divides || (i > 0 && above.empty() && !cell.empty());
    }
    return shares && divides;
  }

  /// Where a file tells no cells: nothing but levels and repeated or empty cells.
  [[nodiscard]] bool names_levels(const RowCells& row) const {
    bool levels = false;
    for (std::size_t i = 0; i < row.cells.size() && i < head_.cells.size(); ++i) {
      const View cell = text_.of(row.cells[i]);
      const bool level = is_level_head(cell);
      levels = levels || level;
      if (!level && !cell.empty() && cell != text_.of(head_.cells[i])) return false;
    }
    return levels;
  }

  /// What the head says above a column: its cell there, or the one to the left that covers it.
  [[nodiscard]] Role role_above(std::size_t column) const {
    if (column >= roles_.size()) return Role::none;
    while (column > 0 && head_.cells[column].empty()) --column;
    return roles_[column];
  }

  /// Whether a row names no body.
  [[nodiscard]] bool is_silent(const Row& cells) const {
    for (std::size_t i = 0; i < cells.size() && i < roles_.size(); ++i)
      if (roles_[i] != Role::none && !cells[i].empty()) return false;
    return true;
  }

  /// A heading across the table: its one cell, or nothing under the head 任务 and no body.
  [[nodiscard]] bool is_heading(const RowCells& row, const Row& cells) const {
    if (row.marks == CellMarks::told) return row.cells.size() == 1 && roles_.size() > 1;
    const bool task_is_empty =
        last_task_ < roles_.size() && (last_task_ >= cells.size() || cells[last_task_].empty());
    return task_is_empty && is_silent(cells);
  }

  /// Where a file tells no cells, a row that names no body shares the merged cells above. Markdown
  /// has no merged cells: there only a row that does not even begin with a number goes on.
  void take_from_above(const RowCells& row, Row& cells) {
    const bool starts_anew = row.marks == CellMarks::pipes && !cells.empty() && !cells[0].empty();
    if (row.marks != CellMarks::told && !starts_anew && is_silent(cells)) {
      cells.resize(std::max(cells.size(), roles_.size()));
      for (std::size_t i = 0; i < roles_.size(); ++i)
        if (roles_[i] != Role::none) cells[i] = above_[i];
    }
    for (std::size_t i = 0; i < roles_.size(); ++i)
      above_[i] = i < cells.size() ? cells[i] : Range{};
  }

  void add_cell(Role role, Range cell, Range row, FoundClause& clause) {
    if (!cell.empty() && cell.begin >= row.begin) {
      clause.range = clause.range.empty() ? cell : Range{clause.range.begin, cell.end};
    }
    if (cell.empty()) return;
    ParsedClause parsed = parse_clause(text_, {cell}, role);
    for (RoleName& name : parsed.names) {
      name.list += clause.parsed.lists - 1;
      clause.parsed.names.push_back(name);
    }
    clause.parsed.labelled = true;
    clause.parsed.shared = clause.parsed.shared || parsed.shared;
  }

  /// The cell that says what is to be done: under a head such as 任务, else the longest.
  [[nodiscard]] Range task_cell(const Row& cells) const {
    if (last_task_ < cells.size() && !cells[last_task_].empty()) return cells[last_task_];
    Range best;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool body = i < roles_.size() && roles_[i] != Role::none;
      if (!body && cells[i].size() > best.size()) best = cells[i];
    }
    return best;
  }

  const DraftContext& context_;
  const TextView& text_;
  std::vector<Role> roles_;
  RuleInForce head_rule_;
  bool divided_ = false;  ///< the head has a second row: 市级, 县级 below 牵头单位
  RowCells head_;
  std::vector<Range> above_;
  std::size_t task_ = SIZE_MAX;
  std::size_t last_task_ = SIZE_MAX;
  std::vector<DraftItem> items_;
};

}  // namespace

std::vector<DraftItem> items_of_tables(const DraftContext& context) {
  return TableReader(context).run();
}

}  // namespace mingze::draft
