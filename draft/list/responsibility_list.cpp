#include "draft/list/responsibility_list.hpp"

#include <algorithm>

#include "draft/clause/judge_clause.hpp"
#include "draft/list/list_columns.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::size_t most_heads_told = 8;
constexpr std::size_t longest_head = 20;
// Names of items together: a cell that is merged over many rows counts in each of them.
constexpr std::size_t most_names = std::size_t{32} << 20;

class TableReader {
 public:
  TableReader(const Sheet& sheet, const PlainText& laid, const Document& document,
              const TextView& text)
      : sheet_(sheet), laid_(laid), document_(document), text_(text) {}

  ResponsibilityList run() {
    out_.title = sheet_.before;
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i) one(i);
    if (!columns_.has_bodies()) lack();
    if (names_size_ > most_names)
      out_.lacks =
          NoResponsibilityList{sheet_.rows.back().number,
                               {"事项的文字太多，不像责任清单；不再读下去",
                                "its items hold more text than any list of duties; not read on"}};
    return std::move(out_);
  }

 private:
  void one(std::size_t index) {
    const std::uint32_t number = sheet_.rows[index].number;
    const std::vector<Range> cells = cells_of(index);
    if (take_heads(cells)) return;
    const auto filled =
        std::count_if(cells.begin(), cells.end(), [](const Range& cell) { return !cell.empty(); });
    if (!columns_.has_bodies()) {
      if (filled > best_filled_ && looks_like_heads(cells)) {
        best_filled_ = filled;
        best_ = index;
      }
      if (filled <= 2) out_.title += " " + document_.words(whole(cells));
      return;
    }
    if (filled > 1) add(number, cells);
  }

  /// The cells in the folded view; a cell without words is empty.
  [[nodiscard]] std::vector<Range> cells_of(std::size_t index) const {
    std::vector<Range> out;
    for (const ByteRange& cell : laid_.rows[index].cells) {
      const std::uint32_t begin = document_.index_at(cell.begin);
      out.push_back({begin, std::max(begin, document_.index_at(cell.end))});
      if (cell.begin == cell.end) out.back().end = begin;
    }
    return out;
  }

  static Range whole(const std::vector<Range>& cells) {
    Range out{UINT32_MAX, 0};
    for (const Range& cell : cells)
      if (!cell.empty()) out = {std::min(out.begin, cell.begin), std::max(out.end, cell.end)};
    return out.begin == UINT32_MAX ? Range{} : out;
  }

  [[nodiscard]] bool looks_like_heads(const std::vector<Range>& cells) const {
    return std::all_of(cells.begin(), cells.end(),
                       [](const Range& cell) { return cell.size() <= longest_head; });
  }

  /// A row of heads names items and bodies, in one row or in two that follow each other.
  bool take_heads(const std::vector<Range>& cells) {
    std::vector<View> heads;
    for (const Range& cell : cells) heads.push_back(text_.of(cell));
    const bool after_heads = in_heads_;
    in_heads_ = false;
    if (!looks_like_heads(cells)) return false;
    ListColumns found = columns_of(heads);
    const ListColumns lower = found;
    if (after_heads) found = below(heads_, found);
    const bool new_heads = found.has_bodies() && !found.items.empty();
    if (after_heads && (!columns_of(heads).has_bodies() || names_an_item(heads, lower)))
      return false;
    in_heads_ = !after_heads && (new_heads || !found.items.empty());
    heads_ = found;
    if (new_heads) {
      columns_ = std::move(found);
      item_ = {};
    }
    return new_heads;
  }

  /// Whether a row below the heads is one of data all the same: 河道清淤 | 牵头 | 配合, where each
  /// column is a body's. A second row of heads leaves the column of items empty, or heads it again.
  [[nodiscard]] bool names_an_item(const std::vector<View>& row, const ListColumns& lower) const {
    if (heads_.items.empty() || !lower.items.empty()) return false;
    const std::size_t column = heads_.items.front();
    return column < row.size() && !row[column].empty() && lower.roles[column] == Role::none;
  }

  void add(std::uint32_t number, const std::vector<Range>& cells) {
    const Range item = item_of(cells);
    if (!item.empty()) item_ = item;
    if (item_.empty()) return;
    FoundClause clause;
    clause.form = ClauseForm::table;
    clause.range = whole(cells);
    for (std::size_t i = 0; i < cells.size() && i < columns_.roles.size(); ++i)
      if (columns_.roles[i] != Role::none && !cells[i].empty())
        add_names(cells[i], columns_.roles[i], clause);
    JudgedClause judged = judge_clause(text_, clause, {}, Level::unknown);
    if (judged.clause.lead.empty()) {
      out_.without_lead.push_back(number);
      return;
    }
    const Span span = document_.span(item_);
    names_size_ += span.size();
    if (names_size_ > most_names) return;
    for (ItemNames& names : items_of_cell(document_.text().substr(span.begin, span.size()))) {
      if (names.empty())
        out_.without_name.push_back(number);
      else
        out_.entries.push_back(
            {std::move(names), number, span, judged.clause.lead, judged.clause.cooperating});
    }
  }

  [[nodiscard]] Range item_of(const std::vector<Range>& cells) const {
    for (const std::size_t column : columns_.items)
      if (column < cells.size() && !cells[column].empty()) return cells[column];
    return {};
  }

  void add_names(Range cell, Role role, FoundClause& clause) const {
    ParsedClause parsed = parse_clause(text_, {cell}, role);
    for (RoleName& name : parsed.names) {
      name.list += clause.parsed.lists - 1;
      clause.parsed.names.push_back(name);
    }
    clause.parsed.labelled = true;
    clause.parsed.shared = clause.parsed.shared || parsed.shared;
  }

  /// Tells which heads are missing, and what stands in the row that looks most like heads.
  void lack() {
    std::string read;
    std::size_t told = 0;
    const std::vector<Range> cells = best_filled_ > 0 ? cells_of(best_) : std::vector<Range>();
    for (const Range& cell : cells)
      if (!cell.empty() && told++ < most_heads_told) read += "“" + document_.words(cell) + "”";
    const std::uint32_t row = sheet_.rows.empty() ? 1 : sheet_.rows[best_].number;
    out_.lacks = NoResponsibilityList{
        row,
        {"没有认出表头：应有一列“牵头部门”“牵头单位”或“责任单位”，一列“事项”或“具体事项”" +
             (read.empty() ? "" : "；这一行写的是" + read),
         "no heads are recognised: one column 牵头部门, 牵头单位 or 责任单位 and one 事项 or 具体事项 "
         "should be there" +
             (read.empty() ? "" : "; this row says " + read)}};
    out_.title.clear();
  }

  const Sheet& sheet_;
  const PlainText& laid_;
  const Document& document_;
  const TextView& text_;
  ResponsibilityList out_;
  ListColumns columns_;
  ListColumns heads_;      // of the row before, if it was one of heads
  bool in_heads_ = false;  // the row before was the first one of heads
  Range item_;             // the last one told
  std::size_t names_size_ = 0;
  std::size_t best_ = 0;
  std::ptrdiff_t best_filled_ = 0;
};

}  // namespace

ResponsibilityList read_responsibility_list(const Sheet& sheet, const PlainText& text,
                                            const Document& document, const Lexicon& lexicon) {
  const TextView view(document, lexicon);
  return TableReader(sheet, text, document, view).run();
}

}  // namespace mingze::draft
