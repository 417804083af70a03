// All items of a text: which numbered nodes are tasks, and what each holds.
#pragma once

#include <vector>

#include "draft/clause/draft_context.hpp"
#include "draft/clause/item_builder.hpp"

namespace mingze::draft {

/// Items in text order. Headings, aims, principles, preambles, lists of conditions and the
/// apparatus of a notice are none; a clause always makes one.
[[nodiscard]] std::vector<DraftItem> all_items(const DraftContext& context);

}  // namespace mingze::draft
