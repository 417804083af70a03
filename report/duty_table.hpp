// The table of responsibilities of one or several drafts (责任分工表), and its faces.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "report/check_report.hpp"

namespace mingze::report {

/// One item of a draft.
struct DutyRow {
  std::size_t number = 0;  ///< from 1, over all drafts
  const CheckedDraft* draft = nullptr;
  const draft::Item* item = nullptr;
  std::string clause;             ///< where it stands, as the draft numbers it: 二、（七）
  std::vector<std::string> lead;  ///< as written, each once
  std::vector<std::string> cooperating;
  std::vector<std::string> others;       ///< named, and nobody says who leads
  std::vector<const Finding*> problems;  ///< what is told of this item
};

/// Every item of a report. What it refers to must outlive it.
struct DutyTable {
  std::vector<DutyRow> rows;  ///< in the order of the drafts and their texts
  bool several_drafts = false;
};

/// 二、（七）: the numbers of a section and of those around it, from outside.
[[nodiscard]] std::string clause_of(const draft::Reading& reading, const std::string& section);

[[nodiscard]] DutyTable duty_table(const CheckReport& report);

/// Whether an item's place in the column of leads is empty and should not be.
[[nodiscard]] bool lacks_lead(const DutyRow& row);

/// The columns of the table; the draft stands among them only where there are several.
enum class DutyColumn { number, draft, clause, item, lead, cooperating, others, status, problems };
[[nodiscard]] std::vector<DutyColumn> columns_of(const DutyTable& table);
[[nodiscard]] Message heading_of(DutyColumn column);
/// What stands in a cell; `between` separates problems.
[[nodiscard]] std::string cell_of(const DutyRow& row, DutyColumn column, Language language,
                                  const char* between);

/// A heading, then a line an item, cells between tabs: no cell holds a tab or a line break, and one
/// that a spreadsheet would take for a formula begins with an apostrophe.
void write_duties_tsv(std::ostream& out, const CheckReport& report, Language language);

/// Writes a workbook (.xlsx) to this path: the table, and all findings on a second sheet; ready for
/// print on A4. All cells but the numbers are text, so no formula of a draft is one here. The same
/// report gives the same bytes. Returns what went wrong.
[[nodiscard]] std::optional<Message> write_duties_xlsx(const std::string& path,
                                                       const CheckReport& report,
                                                       Language language);

}  // namespace mingze::report
