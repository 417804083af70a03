// The parts of a spreadsheet that its sheets lean on: the workbook, the shared strings, the
// formats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draft/word/relationships.hpp"
#include "draft/word/zip_package.hpp"
#include "engine/base/result.hpp"

namespace mingze::draft {

struct SheetPart {
  std::string name;
  std::string part;  ///< its path in the package
};

struct WorkbookParts {
  std::vector<SheetPart> sheets;  ///< in the order shown, without hidden ones
  bool from_1904 = false;         ///< days are counted from 1904
  std::vector<std::string> strings;
  std::vector<bool> date_styles;  ///< by the number of a cell's style: whether it shows a day
};

[[nodiscard]] Result<WorkbookParts> read_workbook(ZipPackage& package, const std::string& file);

/// What no cell exceeds (Excel: 32,767 characters).
inline constexpr std::size_t longest_cell = std::size_t{128} << 10;
[[nodiscard]] Failure too_long_cell(const std::string& file);

}  // namespace mingze::draft
