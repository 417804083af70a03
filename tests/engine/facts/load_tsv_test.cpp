#include "engine/facts/load_facts.hpp"

#include <gtest/gtest.h>

#include <random>

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
    FactLoader loader(program, database);
    const SourceId id = sources.add("level.tsv", text);
    loader.load_tsv(sources[id], id, {predicate}, diagnostics);
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
  EXPECT_EQ(diagnostics[0].code, "data-columns");
  EXPECT_EQ(diagnostics[0].message.en, "this row has 2 columns, and level has 3");
  EXPECT_EQ(sources[SourceId{0}].lines().line_of(diagnostics[1].span.begin), 2U);
}

TEST_F(LoadTsv, SaysTheIdWhereARowUsesALabelOrAnotherName) {
  load("苏州市\tx\n姑苏\ty\n", 1);
  ASSERT_EQ(diagnostics.size(), 2U);
  EXPECT_EQ(diagnostics[0].code, "data-name");
  EXPECT_NE(diagnostics[0].message.zh.find("suzhou"), std::string::npos);
  EXPECT_EQ(diagnostics[1].repairs.at(0).replacement, "suzhou");
}

TEST_F(LoadTsv, ChecksNumbersDatesAndEmptyNames) {
  load(
      "a\tx\t2020-01-01\nb\t1\t2020-02-30\n\t1\t2020-01-01\nc\t99999999999999999999\t2020-01-01\n");
  std::string codes;
  for (const Diagnostic& diagnostic : diagnostics) codes += diagnostic.code + " ";
  EXPECT_EQ(codes, "data-number data-date data-empty data-number ");
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

/// What comes of a text, by so many threads.
class LoadTsvInParts : public testing::Test {
 protected:
  struct Loaded {
    Program program;
    Database database;
    Sources sources;
    Diagnostics diagnostics;
  };
  static Loaded load(const std::string& text, unsigned jobs) {
    Loaded out;
    const KindId place = out.program.symbols.add_kind({"place", "地方", {}});
    for (int i = 0; i < 500; ++i) out.program.symbols.entity(place, "p" + std::to_string(i));
    out.program.symbols.declare(place, {"suzhou", "苏州市", {}});
    Predicate told;
    told.id = "told";
    told.slots = {
        {"place", place}, {"level", number_kind}, {"since", date_kind}, {"text", text_kind}};
    out.program.predicates.push_back(told);
    out.database = Database(out.program);
    FactLoader loader(out.program, out.database, jobs);
    const SourceId id = out.sources.add("told.tsv", text);
    loader.load_tsv(out.sources[id], id, {0}, out.diagnostics);
    return out;
  }
  static void expect_same(const Loaded& one, const Loaded& other) {
    const PredicateId told{0};
    const Relation& rows = one.database[told];
    ASSERT_EQ(rows.data(), other.database[told].data());
    for (std::uint32_t row = 0; row < rows.size(); ++row)
      ASSERT_EQ(*one.database.origin(told, row), *other.database.origin(told, row));
    ASSERT_EQ(one.diagnostics.size(), other.diagnostics.size());
    for (std::size_t i = 0; i < one.diagnostics.size(); ++i) {
      EXPECT_EQ(one.diagnostics[i].code, other.diagnostics[i].code);
      EXPECT_EQ(one.diagnostics[i].span, other.diagnostics[i].span);
      EXPECT_EQ(one.diagnostics[i].message.en, other.diagnostics[i].message.en);
    }
    const auto a = one.program.symbols.extent();
    const auto b = other.program.symbols.extent();
    EXPECT_EQ(a.entities, b.entities);
    EXPECT_EQ(a.texts, b.texts);
    EXPECT_EQ(a.numbers, b.numbers);
    for (Value value = 0; value < a.entities[3]; ++value)
      ASSERT_EQ(one.program.symbols.entity(KindId{3}, value).id,
                other.program.symbols.entity(KindId{3}, value).id);
  }
  /// More than one part. `rare`: one line in so many is new, wrong or empty.
  static std::string text(std::uint32_t rare) {
    std::mt19937 random(7);
    std::string out = "\xEF\xBB\xBF";
    while (out.size() < 700'000) {
      const auto number = static_cast<std::uint32_t>(random());
      const std::string place = number % rare == 0 ? "new" + std::to_string(number % 3000)
                                                   : "p" + std::to_string(number % 500);
      out += place + "\t" + std::to_string(number / 7 % 90) + "\t2020-01-" +
             std::to_string(10 + number % 18) + "\t文" + std::to_string(number / 64 % 200);
      if (number % (9 * rare) == 1) out += "\tone too many";
      if (number % (9 * rare) == 2) out += "\r\n\n苏州市\t1\t2020-01-10\t市";
      out += number % 5 == 0 ? "\r\n" : "\n";
    }
    return out;
  }
};

TEST_F(LoadTsvInParts, ComesToTheSame) {
  for (const std::uint32_t rare : {2U, 300U, 100'000'000U}) {
    const std::string all = text(rare);
    const Loaded one = load(all, 1);
    EXPECT_GT(one.database[PredicateId{0}].size(), 5'000U);
    EXPECT_EQ(rare < 1000, !one.diagnostics.empty());
    for (const unsigned jobs : {2U, 5U}) expect_same(one, load(all, jobs));
  }
}

TEST_F(LoadTsvInParts, TellsOfTheFirstByteThatIsNotUtf8) {
  std::string all = text(300);
  for (const std::size_t at : {650'000U, 400'000U}) all[at] = '\xFF';
  const Loaded one = load(all, 1);
  ASSERT_EQ(one.diagnostics.size(), 1U);
  EXPECT_EQ(one.diagnostics[0].code, "invalid-utf8");
  expect_same(one, load(all, 3));
}

}  // namespace
}  // namespace mingze
