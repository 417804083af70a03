// The columns of a table that people see, from the grid of its file.
#pragma once

#include <vector>

#include "draft/word/lines.hpp"

namespace mingze::draft {

/// Takes out the cells that are gone, makes cells that join one, and leaves out columns of the grid
/// that no cell has for itself: they stand there only where the borders of rows were drawn a little
/// apart, and a cell would otherwise not be under its head.
void lay_on_one_grid(std::vector<Row>& rows);

}  // namespace mingze::draft
