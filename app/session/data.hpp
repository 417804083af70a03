// The data files that a program's facts come from.
#pragma once

#include <string>
#include <vector>

#include "app/session/workspace.hpp"
#include "engine/facts/database.hpp"

namespace mingze::app {

/// A file of data, read, and the relation that its rows are of.
struct DataFile {
  PredicateId predicate;
  SourceId source;
};

/// The file of each `facts R from "f"`: in the first of `folders` that has it, else beside the
/// program that says so; where it is nowhere that is an error. And R.tsv of every folder that has
/// one, for each other relation R.
[[nodiscard]] std::vector<DataFile> data_files(Workspace& workspace,
                                               const std::vector<std::string>& folders,
                                               const Program& program);

/// Reads what they say. `jobs`: as of TsvLoader. `progress` is told file by file.
void load_data(Workspace& workspace, const std::vector<DataFile>& files, Program& program,
               Database& database, unsigned jobs, const OnProgress& progress);

}  // namespace mingze::app
