#include <gtest/gtest.h>

#include <string>

#include "engine/facts/load_facts.hpp"

namespace mingze {
namespace {

class LoadCsv : public testing::Test {
 protected:
  LoadCsv() {
    const KindId place = program.symbols.add_kind({"place", "地方", {}});
    program.symbols.declare(place, {"suzhou", "苏州市", {}});
    Predicate named;
    named.id = "called";
    named.slots = {{"place", place}, {"name", text_kind}, {"since", date_kind}};
    program.predicates.push_back(named);
    database = Database(program);
  }

  void load(const std::string& text) {
    FactLoader loader(program, database);
    const SourceId id = sources.add("called.csv", text);
    loader.load_csv(sources[id], id, called, diagnostics);
  }

  [[nodiscard]] std::string told() const {
    std::string out;
    for (const Diagnostic& one : diagnostics)
      out += one.code + " " + std::string(sources.text(one.span)) + "\n";
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

  const PredicateId called{0};
  Program program;
  Database database;
  Sources sources;
  Diagnostics diagnostics;
};

TEST_F(LoadCsv, ReadsTheColumnsInAnyOrder) {
  load("\xEF\xBB\xBFsince,place,\"name\"\r\n2020-01-01,suzhou,苏州\r\n\r\n2020-01-02,\"a\",\n");
  EXPECT_EQ(told(), "");
  EXPECT_EQ(rows(), "suzhou|苏州|2020-01-01\na||2020-01-02\n");
  EXPECT_EQ(sources.text(*database.origin(called, 1)), "2020-01-02,\"a\",");
}

TEST_F(LoadCsv, ReadsQuotedCells) {
  load("place,name,since\n\"a\",\"x,\"\"y\"\"\r\nz\",\"2020-01-01\"\nb,it's,2020-01-01");
  EXPECT_EQ(told(), "");
  EXPECT_EQ(rows(), "a|x,\"y\"\r\nz|2020-01-01\nb|it's|2020-01-01\n");
  EXPECT_EQ(sources[SourceId{0}].lines().line_of(database.origin(called, 1)->begin), 4U);
}

TEST_F(LoadCsv, TellsOfQuotesThatDoNotFit) {
  load("place,name,since\na,x\"y,2020-01-01\nb,\"x\"y,2020-01-01\nc,z,2020-01-01\nd,\"x,2020\n");
  EXPECT_EQ(told(), "csv-quote \"\ncsv-quote y\ncsv-quote \"\n");
  EXPECT_EQ(rows(), "c|z|2020-01-01\n");
}

TEST_F(LoadCsv, TellsWhatIsWrongWithTheHeading) {
  load("place,nam,since,place\na,b,2020-01-01,c\n");
  EXPECT_EQ(told(), "data-role nam\ndata-role-twice place\n");
  diagnostics.clear();
  load("place,since\na,2020-01-01\n");
  EXPECT_EQ(told(), "data-role-missing place,since\n");
  diagnostics.clear();
  load("\n");
  EXPECT_EQ(told(), "data-role-missing \n");
  EXPECT_EQ(rows(), "");
}

TEST_F(LoadCsv, TellsWhatIsWrongWithRows) {
  load("place,name,since\n苏州市,x,2020-02-30\na,b\na,b,2020-01-01,c\n,x,2020-01-01\n");
  EXPECT_EQ(told(),
            "data-name 苏州市\ndata-date 2020-02-30\ndata-columns a,b\n"
            "data-columns a,b,2020-01-01,c\ndata-empty \n");
  EXPECT_EQ(diagnostics[0].repairs.at(0).replacement, "suzhou");
}

TEST_F(LoadCsv, CellsWithoutAnEndAreCounted) {
  load("place,name,since\na" + std::string(1'000'000, ',') + "\nb,c,2020-01-01\n");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message.en, "this row has 1000001 columns, and called has 3");
  EXPECT_EQ(rows(), "b|c|2020-01-01\n");
  diagnostics.clear();
  load("place,name,since" + std::string(1'000'000, ',') + "\n");
  EXPECT_EQ(diagnostics.size(), 21U);
}

TEST_F(LoadCsv, BytesThatAreNotUtf8AreTold) {
  load("place,name,since\na,\xFF,2020-01-01\n");
  EXPECT_EQ(told(), "invalid-utf8 \xFF\n");
}

}  // namespace
}  // namespace mingze
