#include "draft/clause/row_cells.hpp"

#include <algorithm>
#include <string_view>

#include "draft/document/line_shape.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

using Cells = std::vector<Range>;

/// The text as given between two places in it, and never over the end of a line.
std::string_view on_line(const Document& document, std::size_t begin, std::size_t end) {
  const std::string_view text = std::string_view(document.text()).substr(begin, end - begin);
  const auto line = text.rfind('\n');
  return line == std::string_view::npos ? text : text.substr(line + 1);
}

/// The blanks right before a line's first character.
std::string_view indent(const Document& document, Range line) {
  const std::string_view before =
      std::string_view(document.text()).substr(0, document.span(line).begin);
  constexpr std::string_view wide = "\u3000";
  std::size_t begin = before.size();
  while (begin > 0) {
    if (before[begin - 1] == ' ' || before[begin - 1] == '\t')
      --begin;
    else if (before.substr(0, begin).ends_with(wide))
      begin -= wide.size();
    else
      break;
  }
  return before.substr(begin);
}

Cells between_pipes(const Document& document, Range line) {
  Cells cells;
  // A table may have no marks at its outer edges.
  std::uint32_t begin = line.begin + (document.folded()[line.begin] == U'|' ? 1 : 0);
  for (std::uint32_t at = begin; at < line.end; ++at) {
    if (document.folded()[at] != U'|') continue;
    cells.push_back({begin, at});
    begin = at + 1;
  }
  if (begin < line.end) cells.push_back({begin, line.end});
  return cells;
}

Cells between_tabs(const Document& document, Range line) {
  Cells cells;
  const auto cut = [&cells](std::uint32_t& begin, std::uint32_t at, std::string_view blanks) {
    for (auto tabs = std::count(blanks.begin(), blanks.end(), '\t'); tabs > 0; --tabs) {
      cells.push_back({begin, at});
      begin = at;
    }
  };
  std::uint32_t begin = line.begin;
  cut(begin, line.begin, indent(document, line));
  for (std::uint32_t at = line.begin + 1; at < line.end; ++at) {
    if (!document.wide_gap_before(at)) continue;
    const std::size_t from = document.span({at - 1, at}).end;
    cut(begin, at, on_line(document, from, document.span({at, at + 1}).begin));
  }
  cells.push_back({begin, line.end});
  return cells;
}

RowCells between_gaps(const Document& document, Range line) {
  RowCells row;
  std::size_t column = display_width(indent(document, line));
  std::uint32_t begin = line.begin;
  for (std::uint32_t at = line.begin + 1; at <= line.end; ++at) {
    if (at < line.end && !document.wide_gap_before(at)) continue;
    row.cells.push_back({begin, at});
    row.columns.push_back(column);
    if (at == line.end) break;
    const std::size_t from = document.span({begin, begin + 1}).begin;
    column += display_width(on_line(document, from, document.span({at, at + 1}).begin));
    begin = at;
  }
  return row;
}

bool has_tab(const Document& document, Range line) {
  const Span span = document.span(line);
  return std::string_view(document.text()).substr(span.begin, span.end - span.begin).find('\t') !=
         std::string_view::npos;
}

/// Each cell under that cell of the head that begins nearest, in order; none if two would meet.
Cells by_column(const RowCells& row, const RowCells& head) {
  Cells placed(head.cells.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto away = [&](std::size_t column) {
      return column > row.columns[i] ? column - row.columns[i] : row.columns[i] - column;
    };
    const auto nearest =
        std::min_element(head.columns.begin(), head.columns.end(),
                         [&](std::size_t a, std::size_t b) { return away(a) < away(b); });
    const auto at = static_cast<std::size_t>(nearest - head.columns.begin());
    if (at < next) return {};
    placed[at] = row.cells[i];
    next = at + 1;
  }
  return placed;
}

/// The cells that hold something, each under such a one of the head.
Cells without_empty(const RowCells& row, const RowCells& head) {
  Cells placed(head.cells.size());
  std::size_t at = 0;
  for (const Range cell : row.cells) {
    if (cell.empty()) continue;
    while (at < head.cells.size() && head.cells[at].empty()) ++at;
    if (at >= placed.size()) placed.emplace_back();
    placed[at++] = cell;
  }
  return placed;
}

}  // namespace

RowCells row_cells(const Document& document, Range line) {
  if (const Cells& told = document.cells_at(line.begin); !told.empty())
    return {CellMarks::told, told, {}};
  const auto view = std::u32string_view(document.folded()).substr(line.begin, line.size());
  if (view[0] == U'|' || parts_cells(view))
    return {CellMarks::pipes, between_pipes(document, line), {}};
  if (has_tab(document, line)) return {CellMarks::tabs, between_tabs(document, line), {}};
  return between_gaps(document, line);
}

std::vector<Range> under_head(const RowCells& row, const RowCells& head) {
  const std::size_t wanted = head.cells.size();
  if (row.marks == CellMarks::tabs && row.cells.size() > wanted) return without_empty(row, head);
  const bool both_by_gaps = row.marks == CellMarks::gaps && head.marks == CellMarks::gaps;
  if (both_by_gaps && row.cells.size() < wanted) {
    Cells placed = by_column(row, head);
    if (!placed.empty()) return placed;
  }
  return row.cells;
}

}  // namespace mingze::draft
