#include "report/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/utf8.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::size_t least_room = 20;

/// One character as drawn.
struct Cell {
  std::string shown;
  std::size_t width = 0;
  bool marked = false;
};

/// A line as it is drawn: `begin` and `end` are the span's byte offsets in it.
std::vector<Cell> cells_of(std::string_view line, std::size_t begin, std::size_t end) {
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = decode_at(line, at);
    Cell cell;
    cell.marked = at + point.bytes > begin && at < end;
    if (point.value == U'\t') {
      cell.width = tab_stop - column % tab_stop;
      cell.shown = std::string(cell.width, ' ');
    } else if (point.value != U'\uFEFF') {
      cell.shown = harmless(line.substr(at, point.bytes));
      cell.width = display_width(cell.shown);
    }
    column += cell.width;
    cells.push_back(std::move(cell));
    at += point.bytes;
  }
  return cells;
}

std::size_t width_of(const std::vector<Cell>& cells, std::size_t from, std::size_t to) {
  std::size_t width = 0;
  for (std::size_t i = from; i < to; ++i) width += cells[i].width;
  return width;
}

struct Window {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// The cells around the marked ones that fit into `room` columns, two of them kept for the dots.
Window window_of(const std::vector<Cell>& cells, std::size_t room) {
  const auto marked = [](const Cell& cell) { return cell.marked; };
  const auto first = std::find_if(cells.begin(), cells.end(), marked);
  const auto last = std::find_if_not(first, cells.end(), marked);
  Window window{static_cast<std::size_t>(first - cells.begin()),
                static_cast<std::size_t>(last - cells.begin())};
  if (width_of(cells, 0, cells.size()) <= room) return {0, cells.size()};
  room -= 2;
  while (width_of(cells, window.from, window.to) > room) --window.to;
  std::size_t used = width_of(cells, window.from, window.to);
  const std::size_t before = (room - used) / 2;
  std::size_t left = 0;
  while (window.from > 0 && left + cells[window.from - 1].width <= before)
    left += cells[--window.from].width;
  used += left;
  while (window.to < cells.size() && used + cells[window.to].width <= room)
    used += cells[window.to++].width;
  while (window.from > 0 && used + cells[window.from - 1].width <= room)
    used += cells[--window.from].width;
  return window;
}

/// The line, and the blanks and carets that stand under it.
std::pair<std::string, std::string> drawn(const std::vector<Cell>& cells, Window window) {
  std::string text;
  std::string under;
  if (window.from > 0) {
    text += "…";
    under += ' ';
  }
  for (std::size_t i = window.from; i < window.to; ++i) {
    text += cells[i].shown;
    under.append(cells[i].width, cells[i].marked ? '^' : ' ');
  }
  if (window.to < cells.size()) text += "…";
  const bool at_the_end = under.find('^') == std::string::npos;
  if (at_the_end) under += '^';  // nothing is left of the line, or the words have no width
  while (under.ends_with(' ')) under.pop_back();
  return {text, under};
}

}  // namespace

std::size_t gutter_width(const Source& source, Span span) {
  return std::to_string(source.row_of(span.begin)).size();
}

std::string excerpt(const Source& source, Span span, std::size_t gutter, const Style& style,
                    Paint paint) {
  const LineIndex& lines = source.lines();
  const std::uint32_t line = lines.line_of(span.begin);
  const std::string_view text = lines.line_text(line);
  const std::size_t begin = span.begin - lines.line_start(line);
  const std::size_t end = std::max(begin + 1, std::size_t{span.end} - lines.line_start(line));
  const std::size_t taken = gutter + 3;
  const std::size_t room = std::max(style.columns, taken + least_room) - taken;
  const auto cells = cells_of(text, begin, end);
  const auto [shown, under] = drawn(cells, window_of(cells, room));
  const std::string bar = painted(style, Paint::blue, "|");
  const std::string blank(gutter, ' ');
  const std::string number = padded_left(std::to_string(source.row_of(span.begin)), gutter);
  const std::size_t caret = under.find('^');
  std::string tail = shown;
  while (tail.ends_with(' ')) tail.pop_back();
  return blank + " " + bar + "\n" + painted(style, Paint::blue, number) + " " + bar +
         (tail.empty() ? "" : " " + tail) + "\n" + blank + " " + bar + " " +
         under.substr(0, caret) + painted(style, paint, under.substr(caret)) + "\n";
}

}  // namespace mingze::report
