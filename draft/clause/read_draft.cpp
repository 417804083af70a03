#include "draft/clause/read_draft.hpp"

#include <charconv>

#include "draft/clause/draft_reader.hpp"

namespace mingze::draft {

const char* to_string(ItemStatus status) {
  switch (status) {
    case ItemStatus::led:
      return "led";
    case ItemStatus::missing_lead:
      return "missing-lead";
    case ItemStatus::unassigned:
      return "unassigned";
    case ItemStatus::collective:
      return "collective";
    case ItemStatus::conflict:
      return "conflict";
  }
  return "";
}

/// Ids count the items: i1, i2, ….
const Item* find_item(const Reading& reading, std::string_view id) {
  std::size_t number = 0;
  if (!id.starts_with("i") ||
      std::from_chars(id.data() + 1, id.data() + id.size(), number).ec != std::errc() ||
      number == 0 || number > reading.items.size() || reading.items[number - 1].id != id)
    return nullptr;
  return &reading.items[number - 1];
}

Reading read_draft(const Document& document, const Lexicon& lexicon, const ReadOptions& options) {
  return DraftReader(document, lexicon, options).read();
}

}  // namespace mingze::draft
