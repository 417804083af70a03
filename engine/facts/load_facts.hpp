// Facts from texts: tab-separated, CSV, JSON.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// How a text holds facts (docs/facts.md).
enum class DataFormat { tsv, csv, json, json_lines, table };

/// Whether one text of this format may hold facts of several relations.
[[nodiscard]] inline bool tells_relations(DataFormat format) {
  return format == DataFormat::json || format == DataFormat::json_lines;
}

/// Which relations are read of a text that may hold several.
struct Wanted {
  std::vector<PredicateId> relations = {};
  /// Everything in the text is meant for the program: names of no relation are mistakes. Else
  /// what is not wanted is passed over, and a relation that is wanted and not there is a mistake.
  bool whole = false;
};

/// Reads rows into a database. Ids that no program declares become entities; a label or another
/// name in place of an id is an error that says the id. Each row's origin is where it stands. With
/// errors some rows are left out; of one text only the first few errors are told, with how many
/// more there are.
class FactLoader {
 public:
  /// `program` gains the entities, texts and numbers that the rows name. Both must outlive this.
  /// Large TSV texts are read by up to `jobs` threads; what comes of them is the same.
  FactLoader(Program& program, Database& database, unsigned jobs = 1);

  /// No header, one column per slot in the order of the first template, lines ended by LF or CRLF,
  /// a byte-order mark skipped. A line without a single character is no row.
  void load_tsv(const Source& source, SourceId id, PredicateId predicate, Diagnostics& out);
  /// A heading of roles in any order, cells between commas, in quotes where they hold one (RFC
  /// 4180).
  void load_csv(const Source& source, SourceId id, PredicateId predicate, Diagnostics& out);
  /// An object of relations, or where one is wanted a list of its rows; rows are objects by role or
  /// lists in the order of the slots. Also what `mingze resolve --relation R` writes. Nothing is
  /// built but the facts.
  void load_json(const Source& source, SourceId id, const Wanted& wanted, Diagnostics& out);
  /// An object a line, with the relation's name as "relation"; it may be left out where one is
  /// wanted.
  void load_json_lines(const Source& source, SourceId id, const Wanted& wanted, Diagnostics& out);
  /// What `read_sqlite` makes of a table.
  void load_table(const Source& source, SourceId id, PredicateId predicate, Diagnostics& out);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Names {
    bool built = false;
    std::unordered_map<std::string, std::vector<Value>, Hash, std::equal_to<>> values;
  };

  const Names& names_of(KindId kind);

  Program& program_;
  Database& database_;
  unsigned jobs_;
  std::vector<Names> names_;
  friend class FactRows;
};

/// The names of the relations in a JSON text (one object, or lines), each once, as far as it can be
/// read: what is wrong with it is told when it is loaded.
[[nodiscard]] std::vector<std::string> relations_in_json(std::string_view text, bool lines);

/// What `read_sqlite` makes of a table, as CSV with a heading.
[[nodiscard]] std::string csv_of_table(std::string_view text);

}  // namespace mingze
