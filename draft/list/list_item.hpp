// The words in a cell that says what is to be done, as the names of items.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingze::draft {

/// An item of a list: its label, and by what other words it is known to be the same.
using ItemNames = std::vector<std::string>;

/// One item, or, in a cell that numbers them (1.甲；2.乙), each. Its names are its words without
/// number and stop; up to the first full stop or colon, where more is said; and the same without
/// remarks in brackets and without words that only say that it is a task (负责……工作). Names
/// shorter than four characters are left out, since they stand in texts by chance; an item may
/// have no name then.
[[nodiscard]] std::vector<ItemNames> items_of_cell(std::string_view words);

}  // namespace mingze::draft
