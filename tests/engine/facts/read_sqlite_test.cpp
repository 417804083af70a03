#include "engine/facts/read_sqlite.hpp"

#include <gtest/gtest.h>

#include "engine/facts/load_facts.hpp"
#include "tests/engine/facts/sqlite_file.hpp"

namespace mingze {
namespace {

class ReadSqlite : public testing::Test {
 protected:
  ReadSqlite() {
    const KindId place = program.symbols.add_kind({"place", "地方", {}});
    program.symbols.declare(place, {"suzhou", "苏州市", {}});
    Predicate named;
    named.id = "called";
    named.slots = {{"place", place}, {"name", text_kind}, {"level", number_kind}};
    program.predicates.push_back(named);
    database = Database(program);
  }

  /// Reads a database and its table `called`; what is wrong with the database, or nothing.
  std::string load(std::string bytes) {
    const auto read = read_sqlite(std::move(bytes), "r.db", program);
    if (!read) return read.failure().code;
    others = read.value().others;
    FactLoader loader(program, database);
    for (const SqliteTable& table : read.value().tables) {
      const SourceId id = sources.add("r.db#" + table.relation, NumberedRows{table.text});
      loader.load_table(sources[id], id, called, diagnostics);
    }
    return "";
  }

  [[nodiscard]] std::string told() const {
    std::string out;
    for (const Diagnostic& one : diagnostics)
      out += one.code + " " + std::to_string(sources[one.span.source].row_of(one.span.begin)) +
             " " + std::string(sources.text(one.span)) + "\n";
    return out;
  }

  [[nodiscard]] std::string rows() const {
    std::string out;
    const Relation& all = database[called];
    for (std::uint32_t row = 0; row < all.size(); ++row)
      for (std::uint32_t i = 0; i < 3; ++i)
        out += program.symbols.id_of(program[called].slots[i].kind, all.at(row, i)) +
               (i < 2 ? "|" : "\n");
    return out;
  }
  [[nodiscard]] std::uint64_t row_of(std::uint32_t row) const {
    const Span origin = *database.origin(called, row);
    return sources[origin.source].row_of(origin.begin);
  }

  const PredicateId called{0};
  Program program;
  Database database;
  Sources sources;
  Diagnostics diagnostics;
  std::vector<std::string> others;
};

constexpr const char* table = "CREATE TABLE called(level INTEGER, name TEXT, note, place TEXT);";

TEST_F(ReadSqlite, ReadsColumnsByRole) {
  EXPECT_EQ(load(sqlite_file(std::string(table) +
                             "INSERT INTO called VALUES (2, '苏 州', NULL, 'suzhou');"
                             "INSERT INTO called(rowid, level, name, place) VALUES "
                             "(99, '3', char(97, 9, 10, 13, 92), 320500);")),
            "");
  EXPECT_EQ(told(), "");
  EXPECT_EQ(rows(), "suzhou|苏 州|2\n320500|a\t\n\r\\|3\n");
  EXPECT_EQ(row_of(0), 1U);
  EXPECT_EQ(row_of(1), 99U);
}

TEST_F(ReadSqlite, ReadsViewsAndTablesWithoutRowids) {
  EXPECT_EQ(load(sqlite_file("CREATE TABLE t(a TEXT PRIMARY KEY, b TEXT) WITHOUT ROWID;"
                             "INSERT INTO t VALUES ('x', '1'), ('y', '2');"
                             "CREATE VIEW called AS SELECT a AS place, a || b AS name, 7 AS level "
                             "FROM t WHERE b > '1';")),
            "");
  EXPECT_EQ(rows(), "y|y2|7\n");
  EXPECT_EQ(others, std::vector<std::string>{"t"});
  EXPECT_EQ(load(sqlite_file("CREATE TABLE called(place TEXT PRIMARY KEY, name, level) WITHOUT "
                             "ROWID; INSERT INTO called VALUES ('a', 'b', 1), ('z', 'c', 2);")),
            "");
  EXPECT_EQ(row_of(2), 2U);
}

TEST_F(ReadSqlite, TellsTheRowOfAWrongValue) {
  EXPECT_EQ(load(sqlite_file(std::string(table) +
                             "INSERT INTO called(rowid, place, name, level) VALUES "
                             "(10, NULL, 'a', 1), (20, 'x', x'00', 1), (30, 'x', 'a', 1.5), "
                             "(40, '苏州市', 'a', 1), (50, '', 'a', -1), "
                             "(60, 'x', CAST(x'ff' AS TEXT), 1), (70, 'x', 'a\\N', 1);")),
            "");
  EXPECT_EQ(told(),
            "sqlite-null 10 \\N\nsqlite-type 20 \\Tblob\nsqlite-type 30 \\T1.5\n"
            "data-name 40 苏州市\ndata-empty 50 \ndata-number 50 -1\nsqlite-type 60 \\Tbytes\n");
  EXPECT_EQ(rows(), "x|a\\N|1\n");
}

TEST_F(ReadSqlite, TellsOfColumnsThatAreMissing) {
  EXPECT_EQ(load(sqlite_file("CREATE TABLE called(place, nam);"
                             "INSERT INTO called VALUES ('a', 'b');")),
            "");
  EXPECT_EQ(told(), "data-role-missing 1 \tplace\tnam\n");
}

TEST_F(ReadSqlite, ReadsADatabaseThatKeptALog) {
  std::string bytes = sqlite_file(std::string(table) + "INSERT INTO called VALUES (1,'a',0,'b');");
  bytes[18] = bytes[19] = 2;
  EXPECT_EQ(load(bytes), "");
  EXPECT_EQ(rows(), "b|a|1\n");
}

TEST_F(ReadSqlite, WhatIsNoDatabaseIsAFailure) {
  EXPECT_EQ(load(""), "sqlite-not-a-database");
  EXPECT_EQ(load("SQLite format 3"), "sqlite-not-a-database");
  const std::string whole =
      sqlite_file(std::string(table) +
                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9000) "
                  "INSERT INTO called SELECT i, 'name' || i, 0, 'place' FROM n;");
  EXPECT_EQ(load(whole), "");
  for (const std::size_t size : {std::size_t{100}, std::size_t{4096}, whole.size() / 2})
    EXPECT_EQ(load(whole.substr(0, size)), "sqlite-damaged") << size;
  std::string damaged = whole;
  for (std::size_t at = 5000; at < damaged.size(); at += 97) damaged[at] = '\xEE';
  EXPECT_EQ(load(damaged), "sqlite-damaged");
}

TEST_F(ReadSqlite, AViewWithoutAnEndIsStopped) {
  EXPECT_EQ(load(sqlite_file("CREATE VIEW called AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                             "SELECT i + 1 FROM n) SELECT i AS place, i AS name, i AS level "
                             "FROM n WHERE i < 0;")),
            "sqlite-endless");
  EXPECT_EQ(load(sqlite_file("CREATE VIEW called AS SELECT 1 AS place, 1 AS name, 1 AS level "
                             "WHERE length(hex(zeroblob(1000000000))) > 9;")),
            "sqlite-long");
}

TEST_F(ReadSqlite, TellsTheRowOfAValueThatIsTooLong) {
  const std::string rows =
      "(10, 'a', 'b', 1), (20, 'x', hex(zeroblob(131072)), 1), "
      "(30, hex(zeroblob(200000)), 'b', -1), (40, 'a', NULL, 1), "
      "(50, 'a', hex(zeroblob(131073)), 2), (60, 'c', 'd', 1);";
  EXPECT_EQ(load(sqlite_file(std::string(table) + "CREATE INDEX i ON called(level, place, name);" +
                             "INSERT INTO called(rowid, place, name, level) VALUES " + rows)),
            "");
  EXPECT_EQ(told(),
            "sqlite-long 30 \\L\ndata-number 30 -1\nsqlite-null 40 \\N\nsqlite-long 50 \\L\n");
  EXPECT_EQ(database[called].size(), 3U);
}

TEST_F(ReadSqlite, AViewWithAValueThatIsTooLongIsNamed) {
  const auto read = read_sqlite(
      sqlite_file("CREATE VIEW called AS SELECT 1 AS place, hex(zeroblob(200000)) AS name, "
                  "1 AS level;"),
      "r.db", program);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.failure().code, "sqlite-long");
  EXPECT_EQ(read.failure().message.zh, "视图“called”里有的值超过 256 KiB");
}

TEST_F(ReadSqlite, AViewThatCannotBeReadIsNoDamage) {
  for (const char* view : {"SELECT place, name, level FROM gone;", "SELECT * FROM called;"}) {
    const auto read =
        read_sqlite(sqlite_file(std::string("CREATE VIEW called AS ") + view), "r.db", program);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.failure().code, "sqlite-view");
    EXPECT_TRUE(read.failure().message.en.starts_with("the view called can't be read ("));
  }
}

TEST_F(ReadSqlite, ManyValuesThatAreTooLongAreNoFailure) {
  EXPECT_EQ(load(sqlite_file(std::string(table) +
                             "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                             "LIMIT 40) INSERT INTO called SELECT i, hex(zeroblob(200000)), 0, i "
                             "FROM n;")),
            "");
  EXPECT_EQ(diagnostics.size(), 20U);
}

TEST_F(ReadSqlite, AViewThatKeepsTooMuchIsStopped) {
  EXPECT_EQ(load(sqlite_file("CREATE VIEW called AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                             "SELECT i + 1 FROM n) SELECT i AS place, "
                             "hex(zeroblob(1000)) || i AS name, i AS level FROM n "
                             "ORDER BY name;")),
            "sqlite-endless");
}

TEST_F(ReadSqlite, WhatIsNotReadMayBeLarge) {
  EXPECT_EQ(load(sqlite_file("CREATE TABLE called(scan, place, name, level, more);"
                             "INSERT INTO called VALUES (zeroblob(3000000), 'a', 'b', 1, "
                             "zeroblob(3000000));")),
            "");
  EXPECT_EQ(rows(), "a|b|1\n");
}

TEST_F(ReadSqlite, TablesOfModulesAreNotRead) {
  EXPECT_EQ(load(sqlite_file("CREATE VIRTUAL TABLE called USING fts5(place, name, level);")),
            "sqlite-damaged");
  EXPECT_EQ(load(sqlite_file("CREATE VIEW called AS SELECT name AS place, name, 1 AS level FROM "
                             "dbstat;")),
            "sqlite-view");
  EXPECT_EQ(load(sqlite_file("CREATE VIEW called AS SELECT value AS place, key AS name, 1 AS level "
                             "FROM json_each('[\"x\"]');")),
            "");
  EXPECT_EQ(rows(), "x|0|1\n");
}

TEST_F(ReadSqlite, NamesAreTakenAsTheyAre) {
  program.predicates[0].id = "a\" FROM x; --";
  program.predicates[0].slots[1].role = "na\"me";
  EXPECT_EQ(load(sqlite_file("CREATE TABLE \"a\"\" FROM x; --\"(place, \"na\"\"me\", level);"
                             "INSERT INTO \"a\"\" FROM x; --\" VALUES ('a', 'b', 1);")),
            "");
  EXPECT_EQ(rows(), "a|b|1\n");
}

TEST_F(ReadSqlite, ATableStandsAsCsvToo) {
  EXPECT_EQ(csv_of_table("\tplace\tname\n7\ta\\\\b\tx \"y\"\\n\n"),
            "\"place\",\"name\"\n\"a\\b\",\"x \"\"y\"\"\n\"\n");
}

}  // namespace
}  // namespace mingze
