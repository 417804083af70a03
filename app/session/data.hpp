// The data files that a program's facts come from.
#pragma once

#include <string>
#include <vector>

#include "app/session/workspace.hpp"
#include "engine/facts/database.hpp"

namespace mingze::app {

/// Reads each `facts R from "f"`: from the first of `folders` that has the file, else from beside
/// the program that says so; where it is nowhere that is an error. Reads R.tsv from every folder
/// that has one for each other relation R. `jobs`: as of TsvLoader. `progress` is told file by
/// file.
void load_data(Workspace& workspace, const std::vector<std::string>& folders, Program& program,
               Database& database, unsigned jobs, const OnProgress& progress);

}  // namespace mingze::app
