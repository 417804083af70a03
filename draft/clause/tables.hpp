// Rows of tables with a column 牵头单位 or 责任单位.
#pragma once

#include <vector>

#include "draft/clause/item_builder.hpp"

namespace mingze::draft {

/// Items of all tables of a text. A table counts when its head names a column of bodies; an empty
/// cell in such a column stands for a merged one and takes the cell above.
[[nodiscard]] std::vector<DraftItem> items_of_tables(const DraftContext& context);

}  // namespace mingze::draft
