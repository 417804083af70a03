// SQLite databases, as texts that facts are loaded from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/program/program.hpp"

namespace mingze {

inline constexpr std::size_t sqlite_header_size = 100;
/// Who made a database, by its header (`PRAGMA application_id`); 0: they don't say.
[[nodiscard]] std::uint32_t sqlite_mark(std::string_view header);
/// Whether these bytes begin as a database does.
[[nodiscard]] bool is_sqlite(std::string_view bytes);

/// A table or view that is called as a relation. Its text has a heading and a line a row: the rowid
/// (of a view, and of a table without one, the row's number), then a cell for each role, tabs
/// between. Of a table that lacks a role the heading is all, with the columns that there are.
/// `\t` `\n` `\r` `\\` in a cell stand for these characters; `\N` is null, `\T` and more a value
/// that is neither text nor integer, `\L` one that is too long (`FactLoader::load_table`).
struct SqliteTable {
  std::string relation;
  std::string text;
};

struct SqliteTables {
  std::vector<SqliteTable> tables;  ///< by name
  std::vector<std::string> others;  ///< tables and views that no relation is called as, by name
};

/// Reads what a program has relations for; of a database of results (engine/facts/results_database)
/// what it holds besides them. Nothing is written, and no statement of the database's
/// own may do more than read; one that does not come to an end is stopped. A failure says what is
/// wrong with the database; its subject is `path`.
[[nodiscard]] Result<SqliteTables> read_sqlite(std::string bytes, const std::string& path,
                                               const Program& program);

}  // namespace mingze
