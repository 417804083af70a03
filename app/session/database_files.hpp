// Databases among the world's files.
#pragma once

#include <optional>
#include <string>

#include "engine/base/files.hpp"
#include "engine/facts/read_sqlite.hpp"

namespace mingze::app {

/// Somebody writes to a database: what was written and not yet moved into it stands beside it.
[[nodiscard]] std::optional<Failure> in_use(const FileSystem& files, const std::string& path);

/// The tables of a database that are not read, as no relation is called so, with the relations that
/// may be meant; empty where there is none.
[[nodiscard]] Message other_tables(const SqliteTables& tables, const Program& program);
/// Why nothing is read of a database: no table of it is called as a relation.
[[nodiscard]] std::optional<Failure> without_tables(const std::string& path,
                                                    const SqliteTables& tables,
                                                    const Program& program);

/// Why no results may be written there: it holds something else, or is in use.
[[nodiscard]] std::optional<Failure> refused(const FileSystem& files, const std::string& path);

}  // namespace mingze::app
