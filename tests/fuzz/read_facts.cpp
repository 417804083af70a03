// Any bytes as facts of each format; as a database; and as what a view of a database selects. Rows
// come with places in the text, mistakes with words in both languages and no more than are told of
// one text; a table of a database reads the same as the CSV that stands for it.
#include <sqlite3.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "engine/facts/load_facts.hpp"
#include "engine/facts/read_sqlite.hpp"
#include "tests/engine/facts/sqlite_file.hpp"

namespace {

using namespace mingze;

void require(bool holds) {
  if (!holds) std::abort();
}

/// A program with two relations that has read nothing yet.
class Register {
 public:
  Register() {
    Symbols& symbols = program.symbols;
    const KindId place = symbols.add_kind({"place", "地方", {}});
    symbols.declare(place, {"a", "甲", {}});
    Predicate handles;
    handles.id = "handled";
    handles.slots = {{"place", place}, {"level", number_kind}, {"since", date_kind}};
    Predicate calls;
    calls.id = "called";
    calls.slots = {{"place", place}, {"name", text_kind}};
    program.predicates = {handles, calls};
    database = Database(program);
  }

  void read(DataFormat format, std::string_view text, PredicateId relation) {
    const SourceId id = format == DataFormat::table
                            ? sources.add("table", NumberedRows{std::string(text)})
                            : sources.add("text", std::string(text));
    const std::size_t before = diagnostics.size();
    FactLoader loader(program, database);
    if (format == DataFormat::tsv)
      loader.load_tsv(sources[id], id, relation, diagnostics);
    else if (format == DataFormat::csv)
      loader.load_csv(sources[id], id, relation, diagnostics);
    else if (format == DataFormat::json)
      loader.load_json(sources[id], id, {{handled, called}, true}, diagnostics);
    else if (format == DataFormat::json_lines)
      loader.load_json_lines(sources[id], id, {{called}, false}, diagnostics);
    else
      loader.load_table(sources[id], id, relation, diagnostics);
    constexpr std::size_t most_told = 21;
    require(diagnostics.size() - before <= most_told);
  }

  /// What was read, as text; it and the mistakes lie within their texts.
  std::string all() {
    std::string out;
    for (const PredicateId relation : {handled, called}) {
      const Relation& rows = database[relation];
      for (std::uint32_t row = 0; row < rows.size(); ++row) {
        require_inside(*database.origin(relation, row));
        for (std::uint32_t i = 0; i < rows.arity(); ++i)
          out += program.symbols.id_of(program[relation].slots[i].kind, rows.at(row, i)) + '\t';
        out += '\n';
      }
    }
    for (const Diagnostic& one : diagnostics) {
      require(!one.code.empty() && !one.message.zh.empty() && !one.message.en.empty());
      require_inside(one.span);
    }
    return out;
  }

  static constexpr PredicateId handled{0};
  static constexpr PredicateId called{1};
  Program program;
  Database database;
  Sources sources;
  Diagnostics diagnostics;

 private:
  void require_inside(Span span) const {
    require(span.begin <= span.end && span.end <= sources[span.source].text().size());
    static_cast<void>(sources[span.source].row_of(span.begin));
  }
};

void read_text(DataFormat format, std::string_view text, PredicateId relation) {
  Register facts;
  facts.read(format, text, relation);
  static_cast<void>(facts.all());
  if (tells_relations(format))
    static_cast<void>(relations_in_json(text, format == DataFormat::json_lines));
}

void read_database(std::string bytes) {
  Register facts;
  const auto read = read_sqlite(std::move(bytes), "facts.sqlite", facts.program);
  if (!read) {
    require(!read.failure().message.zh.empty() && !read.failure().message.en.empty());
    return;
  }
  Register again;
  for (const SqliteTable& table : read.value().tables) {
    const PredicateId relation = table.relation == "called" ? Register::called : Register::handled;
    facts.read(DataFormat::table, table.text, relation);
    again.read(DataFormat::csv, csv_of_table(table.text), relation);
  }
  if (facts.diagnostics.empty()) require(facts.all() == again.all() && again.diagnostics.empty());
}

/// A database whose view `called` is what these words select, or nothing.
std::string database_of(const std::string& words) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> closes(database, sqlite3_close);
  sqlite3_exec(database,
               "PRAGMA page_size = 512; CREATE TABLE t(place, level, since, name);"
               "INSERT INTO t VALUES ('a', 1, '2026-11-27', '甲'), ('b', 2, '2026-11-28', '乙');",
               nullptr, nullptr, nullptr);
  // One statement alone, whatever the words are; to create a view runs none of them.
  const std::string statement = "CREATE VIEW called AS SELECT " + words;
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(database, statement.data(), static_cast<int>(statement.size()), &prepared,
                     nullptr);
  const bool made = sqlite3_step(prepared) == SQLITE_DONE;
  sqlite3_finalize(prepared);
  return made ? bytes_of(database) : std::string();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (is_sqlite(bytes)) {
    read_database(std::string(bytes));
    return 0;
  }
  // The first character tells what the bytes stand for.
  if (bytes.empty()) return 0;
  const std::string_view inner = bytes.substr(1);
  switch (bytes[0]) {
    case 't':
      read_text(DataFormat::tsv, inner, Register::called);
      break;
    case 'T':
      read_text(DataFormat::tsv, inner, Register::handled);
      break;
    case 'c':
      read_text(DataFormat::csv, inner, Register::called);
      break;
    case 'C':
      read_text(DataFormat::csv, inner, Register::handled);
      break;
    case 'j':
      read_text(DataFormat::json, inner, {});
      break;
    case 'l':
      read_text(DataFormat::json_lines, inner, {});
      break;
    case 'v':
      read_database(database_of(std::string(inner)));
      break;
    default:
      break;
  }
  return 0;
}
