#include "draft/clause/tables.hpp"

#include <algorithm>

#include "draft/clause/row_cells.hpp"
#include "draft/clause/table_heads.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;
using Row = std::vector<Range>;

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
      } else {
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
    if (roles_.empty()) return;
    Row cells = under_head(row, head_);
    if (is_heading(row, cells)) return;
    take_from_above(row, cells);
    FoundClause clause;
    clause.form = ClauseForm::table;
    for (std::size_t i = 0; i < cells.size() && i < roles_.size(); ++i) {
      if (roles_[i] != Role::none) add_cell(i, cells[i], block.range, clause);
    }
    if (clause.range.empty()) clause.range = block.range;
    JudgedClause judged = judge_clause(text_, clause, rule_of_row(clause.range), context_.level);
    DraftItem made = make_item(context_, block.range, no_node, std::move(judged));
    made.node = block.node;
    made.item.label = text_.document().words(task_cell(cells));
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
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto head = text_.of(cells[i]);
      roles.push_back(role_of_head(head));
      if (roles.back() == Role::none && is_task_head(head)) task_ = i;
    }
    const bool found =
        std::any_of(roles.begin(), roles.end(), [](Role role) { return role != Role::none; });
    if (!found) {
      last_task_ = task_before;
      return false;
    }
    last_task_ = task_;
    roles_ = std::move(roles);
    head_ = row;
    above_.assign(roles_.size(), {});
    return true;
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

  /// Where a file tells no cells, a row that names no body shares the merged cells above.
  void take_from_above(const RowCells& row, Row& cells) {
    if (row.marks != CellMarks::told && is_silent(cells)) {
      cells.resize(std::max(cells.size(), roles_.size()));
      for (std::size_t i = 0; i < roles_.size(); ++i)
        if (roles_[i] != Role::none) cells[i] = above_[i];
    }
    for (std::size_t i = 0; i < roles_.size(); ++i)
      above_[i] = i < cells.size() ? cells[i] : Range{};
  }

  void add_cell(std::size_t column, Range cell, Range row, FoundClause& clause) {
    if (!cell.empty() && cell.begin >= row.begin) {
      clause.range = clause.range.empty() ? cell : Range{clause.range.begin, cell.end};
    }
    if (cell.empty()) return;
    ParsedClause parsed = parse_clause(text_, {cell}, roles_[column]);
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
