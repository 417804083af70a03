#include "draft/clause/read_draft.hpp"

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

Reading read_draft(const Document& document, const Lexicon& lexicon, const ReadOptions& options) {
  return DraftReader(document, lexicon, options).read();
}

}  // namespace mingze::draft
