// Facts at random, written in each format, are read as the same facts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/facts/load_facts.hpp"
#include "engine/facts/read_sqlite.hpp"
#include "tests/engine/facts/sqlite_file.hpp"

namespace mingze {
namespace {

using nlohmann::json;

/// Of the relation called(place, name, level, since): what each slot is to hold.
struct Row {
  std::string place;  ///< not empty
  std::string name;
  std::uint32_t level = 0;
  std::string since;
};
using Rows = std::vector<Row>;
const std::vector<std::string> roles{"place", "name", "level", "since"};

std::vector<std::string> cells(const Row& row) {
  return {row.place, row.name, std::to_string(row.level), row.since};
}

/// What comes of reading: every fact in order, then what was told.
class Register {
 public:
  Register() {
    const KindId place = program_.symbols.add_kind({"place", "地方", {}});
    program_.predicates.push_back({});
    program_.predicates[0].id = "called";
    program_.predicates[0].slots = {
        {"place", place}, {"name", text_kind}, {"level", number_kind}, {"since", date_kind}};
    database_ = Database(program_);
  }

  std::string read(DataFormat format, const std::string& text) {
    const SourceId id = sources_.add("called", text);
    FactLoader loader(program_, database_);
    if (format == DataFormat::tsv)
      loader.load_tsv(sources_[id], id, {0}, told_);
    else if (format == DataFormat::csv)
      loader.load_csv(sources_[id], id, {0}, told_);
    else if (format == DataFormat::json)
      loader.load_json(sources_[id], id, {{PredicateId{0}}, true}, told_);
    else if (format == DataFormat::json_lines)
      loader.load_json_lines(sources_[id], id, {{PredicateId{0}}, true}, told_);
    else
      loader.load_table(sources_[id], id, {0}, told_);
    return all();
  }

  std::string read_database(std::string bytes) {
    const auto read = read_sqlite(std::move(bytes), "called", program_);
    return read ? this->read(DataFormat::table, read.value().tables.at(0).text)
                : read.failure().message.en;
  }

 private:
  [[nodiscard]] std::string all() const {
    json out = json::array();
    const Relation& rows = database_[PredicateId{0}];
    for (std::uint32_t row = 0; row < rows.size(); ++row)
      for (std::uint32_t i = 0; i < rows.arity(); ++i)
        out.push_back(
            program_.symbols.id_of(program_.predicates[0].slots[i].kind, rows.at(row, i)));
    for (const Diagnostic& one : told_) out.push_back({{one.code, one.message.en}});
    return out.dump();
  }

  Program program_;
  Database database_;
  Sources sources_;
  Diagnostics told_;
};

std::string tsv(const Rows& rows, const std::string& line_end) {
  std::string out;
  for (const Row& row : rows) {
    const auto values = cells(row);
    for (std::size_t i = 0; i < values.size(); ++i) out += (i == 0 ? "" : "\t") + values[i];
    out += line_end;
  }
  return out;
}

/// `all`: each cell in quotes; else only those that need them.
std::string csv(const Rows& rows, const std::string& line_end, bool all) {
  std::string out = "since,name,place,level" + line_end;
  const auto cell = [&](const std::string& text) {
    if (!all && text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char byte : text) quoted += byte == '"' ? "\"\"" : std::string(1, byte);
    return quoted + "\"";
  };
  for (const Row& row : rows)
    out += cell(row.since) + "," + cell(row.name) + "," + cell(row.place) + "," +
           cell(std::to_string(row.level)) + line_end;
  return out;
}

json by_role(const Row& row) {
  return {{"place", row.place}, {"name", row.name}, {"level", row.level}, {"since", row.since}};
}

std::string json_of(const Rows& rows, bool lists, bool ascii) {
  json all = json::array();
  for (const Row& row : rows) all.push_back(lists ? json(cells(row)) : by_role(row));
  return json{{"called", all}}.dump(ascii ? 2 : -1, ' ', ascii);
}

std::string json_lines(const Rows& rows, const std::string& line_end) {
  std::string out;
  for (const Row& row : rows) {
    json line = by_role(row);
    line["relation"] = "called";
    out += line.dump() + line_end;
  }
  return out;
}

std::string sqlite(const Rows& rows, const std::string& encoding, bool with_rowids) {
  std::string sql = "PRAGMA encoding = '" + encoding +
                    "'; CREATE TABLE called(number INTEGER PRIMARY KEY, level, place TEXT, note, "
                    "name TEXT, since TEXT)" +
                    (with_rowids ? ";" : " WITHOUT ROWID;");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    sql += "INSERT INTO called VALUES (" + std::to_string(3 * i) + "," + std::to_string(row.level);
    for (const std::string& value : {row.place, std::string("x"), row.name, row.since}) {
      sql += ",'";
      for (const char byte : value) sql += byte == '\'' ? "''" : std::string(1, byte);
      sql += "'";
    }
    sql += ");";
  }
  return sqlite_file(sql);
}

/// A text of characters that mean something to some format, and others.
rc::Gen<std::string> text(const std::vector<std::string>& characters) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(characters)),
                      [](const std::vector<std::string>& all) {
                        std::string out;
                        for (const std::string& one : all) out += one;
                        return out;
                      });
}

const std::vector<std::string> in_a_line{
    "a", "7", " ",  "\"", "'",  ",",  ";", "\\", "\\N", "\\T",     "{",      "[",
    "#", ":", "甲", "Ａ", "　", "，", "“", "𠮷", "é",   "e\u0301", "\u200B", "\uFEFF"};

std::vector<std::string> with(std::vector<std::string> characters,
                              const std::vector<std::string>& more) {
  characters.insert(characters.end(), more.begin(), more.end());
  return characters;
}

/// Rows whose texts also hold these characters, which are for no name.
Rows rows_of(const std::vector<std::string>& characters) {
  const auto names = text(in_a_line);
  const auto date = rc::gen::element<std::string>("2026-11-27", "1949-10-01", "2024-02-29");
  const auto row = rc::gen::build<Row>(
      rc::gen::set(&Row::place, rc::gen::map(names, [](std::string one) { return "p" + one; })),
      rc::gen::set(&Row::name, text(with(in_a_line, characters))),
      rc::gen::set(&Row::level, rc::gen::arbitrary<std::uint32_t>()),
      rc::gen::set(&Row::since, date));
  return *rc::gen::container<Rows>(row);
}

std::string expected(const Rows& rows) {
  return Register().read(DataFormat::json, json_of(rows, false, false));
}

std::string mark() { return *rc::gen::element<std::string>("", "\xEF\xBB\xBF"); }
std::string line_end() { return *rc::gen::element<std::string>("\n", "\r\n"); }

RC_GTEST_PROP(Formats, ReadTheSameFacts, ()) {
  const Rows rows = rows_of({"\n", "\r", "\r\n", "\t", "\u2028", "\x01", "\x7F"});
  const std::string all = expected(rows);
  const json facts = json::parse(all);
  RC_ASSERT(facts.empty() == rows.empty());
  if (!rows.empty()) RC_ASSERT(facts.at(1) == rows[0].name);
  RC_ASSERT(Register().read(DataFormat::json, mark() + json_of(rows, true, true)) == all);
  RC_ASSERT(Register().read(DataFormat::json_lines, mark() + json_lines(rows, line_end())) == all);
  RC_ASSERT(Register().read(DataFormat::csv, mark() + csv(rows, line_end(), true)) == all);
  RC_ASSERT(Register().read(DataFormat::csv, mark() + csv(rows, line_end(), false)) == all);
  RC_ASSERT(Register().read_database(sqlite(rows, "UTF-8", true)) == all);
  RC_ASSERT(Register().read_database(sqlite(rows, "UTF-16", false)) == all);
}

RC_GTEST_PROP(Formats, WithoutTabsAndLineBreaksTsvToo, ()) {
  const Rows rows = rows_of({"\x7F"});
  RC_ASSERT(Register().read(DataFormat::tsv, mark() + tsv(rows, line_end())) == expected(rows));
}

TEST(Formats, NoNameHoldsAControlCharacter) {
  for (const char* control : {"\n", "\t", "\x01", "\x7F"}) {
    const Rows rows{{"p" + std::string(control), "text", 1, "2026-11-27"}};
    for (const std::string& told : {Register().read(DataFormat::json, json_of(rows, true, true)),
                                    Register().read(DataFormat::json_lines, json_lines(rows, "\n")),
                                    Register().read(DataFormat::csv, csv(rows, "\n", true)),
                                    Register().read_database(sqlite(rows, "UTF-8", true))})
      EXPECT_THAT(told, testing::HasSubstr("invalid-character"));
  }
}

}  // namespace
}  // namespace mingze
