// What changed in the tables, as values.
#pragma once

#include "engine/update/edit.hpp"
#include "engine/update/state.hpp"

namespace mingze {

/// What a table came to since it was settled; without groups where that is nothing.
[[nodiscard]] TableChange changes_of(const Store& store, TableId table);

/// What a table of an earlier state held when that was settled, against what one holds now. Ranks
/// are those of the present order.
[[nodiscard]] TableChange difference(const Store& before, TableId old, const Store& after,
                                     TableId now);

/// The tuples of a table, in the order of their values: nested where the table is.
[[nodiscard]] Relation relation_of(const Store& store, TableId table);

}  // namespace mingze
