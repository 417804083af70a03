#include "report/table.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace mingze::report {

std::string Table::drawn(const Style& style) const {
  std::vector<std::size_t> widths;
  for (const std::string& cell : heading_) widths.push_back(display_width(cell));
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i]));
  const auto line = [&](const std::vector<std::string>& row) {
    std::string out = "  ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += "  ";
      out += i == 0 ? padded_right(row[i], widths[i]) : padded_left(row[i], widths[i]);
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
  };
  std::string out = painted(style, Paint::faint, line(heading_)) + "\n";
  for (const auto& row : rows_) out += line(row) + "\n";
  return out;
}

}  // namespace mingze::report
