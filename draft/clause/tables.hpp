// Rows of tables with a column 牵头单位 or 责任单位.
#pragma once

#include <vector>

#include "draft/clause/item_builder.hpp"

namespace mingze::draft {

/// Items of all tables of a text. A table counts when its head names a column of bodies. Where only
/// the text tells the cells, a row without any body shares those above, as from a merged cell; with
/// one body in it, what is empty is empty.
[[nodiscard]] std::vector<DraftItem> items_of_tables(const DraftContext& context);

}  // namespace mingze::draft
