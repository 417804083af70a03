#include <algorithm>
#include <array>
#include <ostream>

#include "report/duty_table.hpp"

namespace mingze::report {

namespace {

// What begins a formula in a spreadsheet; in Chinese ones the wide forms do too.
constexpr std::array<std::string_view, 8> formula_starts{
    {"=", "+", "-", "@", "＝", "＋", "－", "＠"}};

/// A cell that is taken for text wherever it is pasted.
std::string plain_cell(const std::string& text) {
  std::string cell = harmless(text);
  const auto begins = [&](std::string_view start) { return cell.starts_with(start); };
  if (std::any_of(formula_starts.begin(), formula_starts.end(), begins)) cell.insert(0, "'");
  return cell;
}

}  // namespace

void write_duties_tsv(std::ostream& out, const CheckReport& report, Language language) {
  const DutyTable table = duty_table(report);
  const std::vector<DutyColumn> columns = columns_of(table);
  const auto line = [&](const auto& cell) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      out << (i == 0 ? "" : "\t") << plain_cell(cell(columns[i]));
    out << '\n';
  };
  line([&](DutyColumn column) { return heading_of(column).in(language); });
  const char* between = language == Language::zh ? "；" : "; ";
  for (const DutyRow& row : table.rows)
    line([&](DutyColumn column) { return cell_of(row, column, language, between); });
}

}  // namespace mingze::report
