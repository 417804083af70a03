// The data files that a program's facts come from.
#pragma once

#include <string>
#include <vector>

#include "app/session/workspace.hpp"
#include "engine/facts/database.hpp"
#include "engine/facts/load_facts.hpp"

namespace mingze::app {

/// A text of data, read, and the relation whose rows are wanted of it. A file that may hold several
/// relations stands here once for each.
struct DataFile {
  PredicateId predicate;  ///< invalid: the file names none that is wanted
  SourceId source;
  DataFormat format = DataFormat::tsv;
  bool whole = false;  ///< it was given as a file: all that it holds is meant
};

/// How a file of this format may end; a table of a database stands as CSV.
[[nodiscard]] std::string_view ending_of(DataFormat format);

/// The data of each relation. A place of `places` is a folder that holds R.tsv, R.csv, R.json or
/// R.jsonl for a relation R, or one file: of one relation by its name, or of several. Where the
/// program says `facts R from "f"`, R's data come from the first place that has f, or else R; where
/// none has, from f beside the program, and if it is nowhere that is an error. The data of other
/// relations are those of all places together.
[[nodiscard]] std::vector<DataFile> data_files(Workspace& workspace,
                                               const std::vector<std::string>& places,
                                               const Program& program);

/// Reads what they say. `jobs`: as of FactLoader. `progress` is told file by file.
void load_data(Workspace& workspace, const std::vector<DataFile>& files, Program& program,
               Database& database, unsigned jobs, const OnProgress& progress);

}  // namespace mingze::app
