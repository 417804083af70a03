#include "draft/document/wrap.hpp"

#include <algorithm>
#include <cstddef>

namespace mingze::draft {

namespace {

// A line of running text in a wrapped document holds at least this many columns, and at most that.
constexpr std::uint32_t narrowest = 30;
constexpr std::uint32_t widest = 120;
// A wrapped line may fall short by a character that may not start a line, and its mark.
constexpr std::uint32_t slack = 5;
// A line of running text this long that ends in mid-word was cut, by a page end for instance.
constexpr std::uint32_t long_line = 40;

/// Rows of tables and lines of labels (责任单位：甲局) end where their words end.
bool shows_width(const LineShape& line) { return !line.table_row && !line.starts_label; }

/// The width at which a text is wrapped, or 0 if it is not: the common width of its fullest lines,
/// when many lines have it and hardly one is longer.
std::uint32_t wrap_width(const std::vector<LineShape>& lines) {
  std::vector<std::uint32_t> widths;
  for (const auto& line : lines) {
    if (shows_width(line)) widths.push_back(line.columns);
  }
  if (widths.size() < 8) return 0;
  std::sort(widths.begin(), widths.end());
  const std::uint32_t width = widths[widths.size() - 1 - widths.size() / 20];
  if (width < narrowest || width > widest || widths.back() > width * 3 / 2) return 0;
  std::size_t full = 0;
  std::size_t unfinished = 0;
  for (const auto& line : lines) {
    if (!shows_width(line) || line.columns + slack < width) continue;
    ++full;
    if (!line.ends_sentence) ++unfinished;
  }
  const bool many = full * 6 >= lines.size();
  return many && unfinished * 2 >= full ? width : 0;
}

/// `in_label`: the paragraph above opens with 责任单位：, whose names no number goes on from.
bool continues_wrapped(const LineShape& above, const LineShape& line, std::uint32_t width,
                       bool in_label) {
  if (above.columns + slack < width) return false;
  if ((line.starts_label || (in_label && line.numbered)) && !above.leaves_open) return false;
  const bool above_is_heading = above.numbered && !above.has_stop;
  return !line.numbered || (!above.ends_sentence && !above_is_heading);
}

/// In a text that is not wrapped: whether the line above cannot have ended there.
bool continues_unfinished(const LineShape& above, const LineShape& line) {
  if (line.numbered) return false;
  if (above.leaves_open && line.closes_first) return true;
  if (line.starts_label) return false;
  if (above.number_alone || above.ends_open) return true;
  return above.ends_word && above.has_stop && !above.starts_label && above.columns >= long_line;
}

}  // namespace

void join_wrapped_lines(std::vector<LineShape>& lines) {
  const std::uint32_t width = wrap_width(lines);
  bool in_label = false;
  if (!lines.empty()) lines.front().joins_previous = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const LineShape& above = lines[i - 1];
    LineShape& line = lines[i];
    if (!above.joins_previous) in_label = above.starts_label;
    line.joins_previous = false;
    if (line.table_row || above.table_row) continue;
    line.joins_previous = (width != 0 && continues_wrapped(above, line, width, in_label)) ||
                          continues_unfinished(above, line);
  }
}

}  // namespace mingze::draft
