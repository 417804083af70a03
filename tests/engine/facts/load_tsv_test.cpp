#include "engine/facts/load_tsv.hpp"

#include <gtest/gtest.h>

namespace mingze {
namespace {

class LoadTsv : public testing::Test {
 protected:
  LoadTsv() {
    place = program.symbols.add_kind({"place", "地方", {}});
    program.symbols.declare(place, {"suzhou", "苏州市", {}});
    program.other_names.push_back({place, *program.symbols.find_entity(place, "suzhou"), "姑苏"});
    Predicate level;
    level.id = "level";
    level.slots = {{"place", place}, {"level", number_kind}, {"since", date_kind}};
    program.predicates.push_back(level);
    Predicate called;
    called.id = "called";
    called.slots = {{"place", place}, {"text", text_kind}};
    program.predicates.push_back(called);
  }

  std::uint32_t load(const std::string& text, std::uint32_t predicate = 0) {
    database = Database(program);
    TsvLoader loader(program, database);
    const SourceId id = sources.add("level.tsv", text);
    loader.load(sources[id], id, {predicate}, diagnostics);
    return database[PredicateId{predicate}].size();
  }

  KindId place;
  Program program;
  Database database;
  Sources sources;
  Diagnostics diagnostics;
};

TEST_F(LoadTsv, ReadsRowsWithTheirPlaces) {
  EXPECT_EQ(load("\xEF\xBB\xBFsuzhou\t2\t1949-10-01\r\nwuxi\t02\t1949-10-01\n"), 2U);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_TRUE(program.symbols.find_entity(place, "wuxi"));
  const Relation& rows = database[PredicateId{0}];
  EXPECT_EQ(rows.at(0, 1), rows.at(1, 1)) << "2 and 02 are one number";
  EXPECT_EQ(sources.text(*database.origin(PredicateId{0}, 1)), "wuxi\t02\t1949-10-01");
}

TEST_F(LoadTsv, SkipsEmptyLinesAndNeedsNoLastLineBreak) {
  EXPECT_EQ(load("\nsuzhou\t姑苏城\n\nsuzhou\t\n", 1), 2U);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(load("a\tb", 1), 1U);
}

TEST_F(LoadTsv, TellsOfRowsWithTheWrongNumberOfColumns) {
  load("suzhou\t2\nwuxi\t2\t2020-01-01\tx\nwuxi\t2\t2020-01-01\n");
  ASSERT_EQ(diagnostics.size(), 2U);
  EXPECT_EQ(diagnostics[0].code, "tsv-columns");
  EXPECT_EQ(diagnostics[0].message.en, "this row has 2 columns, and level has 3");
  EXPECT_EQ(sources[SourceId{0}].lines().line_of(diagnostics[1].span.begin), 2U);
}

TEST_F(LoadTsv, SaysTheIdWhereARowUsesALabelOrAnotherName) {
  load("苏州市\tx\n姑苏\ty\n", 1);
  ASSERT_EQ(diagnostics.size(), 2U);
  EXPECT_EQ(diagnostics[0].code, "tsv-name");
  EXPECT_NE(diagnostics[0].message.zh.find("suzhou"), std::string::npos);
  EXPECT_EQ(diagnostics[1].repairs.at(0).replacement, "suzhou");
}

TEST_F(LoadTsv, ChecksNumbersDatesAndEmptyNames) {
  load(
      "a\tx\t2020-01-01\nb\t1\t2020-02-30\n\t1\t2020-01-01\nc\t99999999999999999999\t2020-01-01\n");
  std::string codes;
  for (const Diagnostic& diagnostic : diagnostics) codes += diagnostic.code + " ";
  EXPECT_EQ(codes, "tsv-number tsv-date tsv-empty tsv-number ");
  EXPECT_EQ(sources.text(diagnostics[1].span), "2020-02-30");
}

TEST_F(LoadTsv, NamesTheByteThatIsNotUtf8) {
  EXPECT_EQ(load("a\tb\n\xFF\n", 1), 0U);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "invalid-utf8");
  EXPECT_EQ(diagnostics[0].span.begin, 4U);
}

TEST_F(LoadTsv, TellsOnlyTheFirstErrorsOfAFile) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "x\n";
  load(text, 1);
  ASSERT_EQ(diagnostics.size(), 21U);
  EXPECT_EQ(diagnostics.back().message.en, "this file has 80 more errors");
}

}  // namespace
}  // namespace mingze
