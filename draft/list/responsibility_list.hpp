// A place's list of responsibilities, as a sheet of it holds it: items with their departments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draft/clause/lexicon.hpp"
#include "draft/clause/reading.hpp"
#include "draft/document/document.hpp"
#include "draft/list/list_item.hpp"
#include "draft/sheet/sheet.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::draft {

/// An item with who leads and who cooperates. Names point into the sheet as laid out.
struct ListedDuty {
  ItemNames names;
  std::uint32_t row = 0;
  Span span;  ///< of the words that say what is to be done
  std::vector<Mention> lead;
  std::vector<Mention> cooperating;
};

/// What a sheet lacks to be a list of duties.
struct NoResponsibilityList {
  std::uint32_t row = 0;  ///< the one that looks most like heads
  Message message;
};

struct ResponsibilityList {
  std::string title;  ///< what stands above the heads
  std::vector<ListedDuty> entries;
  std::vector<std::uint32_t> without_lead;  ///< rows that name nobody who leads
  std::vector<std::uint32_t> without_name;  ///< rows whose item is too short to be found in a text
  std::optional<NoResponsibilityList> lacks;  ///< then there are no entries
};

/// Reads a sheet that was laid out as `text` and made a document. Columns are known by their heads
/// (事项, 具体事项; 牵头部门, 责任单位; 配合部门), which may take two rows and stand below titles; a
/// row of one cell is a group's heading. Cells that are merged downwards, and an item's cell left
/// empty below one, mean the item above. A single 责任单位 leads.
[[nodiscard]] ResponsibilityList read_responsibility_list(const Sheet& sheet, const PlainText& text,
                                                          const Document& document,
                                                          const Lexicon& lexicon);

}  // namespace mingze::draft
