#include <gtest/gtest.h>

#include <string>

#include "engine/facts/load_facts.hpp"

namespace mingze {
namespace {

class LoadJson : public testing::Test {
 protected:
  LoadJson() {
    place = program.symbols.add_kind({"place", "地方", {}});
    program.symbols.declare(place, {"suzhou", "苏州市", {}});
    Predicate leveled;
    leveled.id = "level";
    leveled.slots = {{"place", place}, {"level", number_kind}, {"since", date_kind}};
    program.predicates.push_back(leveled);
    Predicate named;
    named.id = "called";
    named.slots = {{"place", place}, {"text", text_kind}};
    program.predicates.push_back(named);
    database = Database(program);
  }

  void load(const std::string& text, const Wanted& wanted, bool lines = false) {
    FactLoader loader(program, database);
    const SourceId id = sources.add("facts.json", text);
    if (lines)
      loader.load_json_lines(sources[id], id, wanted, diagnostics);
    else
      loader.load_json(sources[id], id, wanted, diagnostics);
  }
  void load_all(const std::string& text) { load(text, {{level, called}, true}); }

  /// The codes that were told, each with the words at fault.
  [[nodiscard]] std::string told() const {
    std::string out;
    for (const Diagnostic& one : diagnostics)
      out += one.code + " " + std::string(sources.text(one.span)) + "\n";
    return out;
  }

  KindId place;
  const PredicateId level{0};
  const PredicateId called{1};
  Program program;
  Database database;
  Sources sources;
  Diagnostics diagnostics;
};

TEST_F(LoadJson, ReadsRowsByRoleAndByOrder) {
  load_all(
      "\xEF\xBB\xBF"
      R"({"$schema": "facts.schema.json",
    "level": [{"since": "1949-10-01", "place": "suzhou", "level": 2},
              ["wuxi", "02", "1949-10-01"]],
    "called": [{"place": "su\u007ahou", "text": "a\tb"}]})");
  EXPECT_EQ(told(), "");
  const Relation& rows = database[level];
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows.at(0, 1), rows.at(1, 1)) << "2 and \"02\" are one number";
  EXPECT_EQ(sources.text(*database.origin(level, 1)), R"(["wuxi", "02", "1949-10-01"])");
  EXPECT_EQ(database[called].at(0, 0), rows.at(0, 0)) << "an escape is the character";
  EXPECT_EQ(program.symbols.text(database[called].at(0, 1)), "a\tb");
}

TEST_F(LoadJson, TellsEveryMistakeAtItsWords) {
  load_all(R"({"level": [{"place": "苏州市", "levl": 1, "since": "x"}, {"place": "a"}, 7,
    {"place": null, "level": true, "since": []}, ["a"], {"place": "", "place": "b"}],
    "levels": [], "level": [], "called": {}})");
  EXPECT_EQ(told(), R"(data-name "苏州市"
data-role "levl"
data-date "x"
data-role-missing {"place": "a"}
json-type 7
json-type null
json-type true
json-type [
data-columns ["a"]
data-empty ""
data-role-twice "place"
unknown-relation "levels"
data-relation-twice "level"
json-type {
)");
  EXPECT_EQ(database[level].size(), 0U);
}

TEST_F(LoadJson, RowsAfterAWrongOneAreRead) {
  load_all(R"({"called": [{"place": "a", "text": null}, {"place": "b", "text": "x"}]})");
  EXPECT_EQ(told(), "json-type null\n");
  ASSERT_EQ(database[called].size(), 1U);
  EXPECT_EQ(program.symbols.id_of(place, database[called].at(0, 0)), "b");
}

TEST_F(LoadJson, ANumberStandsForItsDigits) {
  load_all(R"({"called": [{"place": 320500, "text": 7}], "level": [["a", -1, 5], ["a", 1.5, 2]]})");
  EXPECT_EQ(told(), "data-number -1\ndata-date 5\njson-type 1.5\n");
  EXPECT_TRUE(program.symbols.find_entity(place, "320500"));
  EXPECT_TRUE(program.symbols.find_text("7"));
}

TEST_F(LoadJson, WhatIsNoJsonIsToldWhereItStops) {
  const std::pair<const char*, const char*> texts[] = {
      {"", "json-syntax "},
      {R"({"called": [)", "json-syntax "},
      {R"({"called": [{"place": "a)", "json-syntax "},
      {R"({"called" [])", "json-syntax ["},
      {R"({"called": [}]})", "json-syntax }"},
      {R"({"called": [1e999]})", "json-number 1e999"},
      {R"({"called": []} x)", "json-syntax x"},
      {R"({"called": ["\ud800", "a"]})", "json-syntax \"\\ud800\""},
      {R"("called")", "json-type \"called\""},
      {"[]", "json-type ["},
  };
  for (const auto& [text, expected] : texts) {
    diagnostics.clear();
    load_all(text);
    EXPECT_EQ(told(), std::string(expected) + "\n") << text;
  }
}

TEST_F(LoadJson, AZeroByteIsNoEnd) {
  using namespace std::string_literals;
  load_all("{\"called\": []}\0{"s);
  EXPECT_EQ(told(), "json-syntax \0\n"s);
}

TEST_F(LoadJson, BytesThatAreNotUtf8AreTold) {
  load_all("{\"called\": [[\"a\", \"\xFF\"]]}");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "invalid-utf8");
}

TEST_F(LoadJson, DeepNestingEndsTheReading) {
  load_all(R"({"called": )" + std::string(1'000'000, '['));
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics.back().code, "json-depth");
  EXPECT_LE(diagnostics.size(), 3U);
}

TEST_F(LoadJson, TellsOnlyTheFirstErrorsOfAFile) {
  std::string text = R"({"called": [0)";
  for (int i = 1; i < 100; ++i) text += ",0";
  load_all(text + "]}");
  ASSERT_EQ(diagnostics.size(), 21U);
  EXPECT_EQ(diagnostics.back().message.en, "this file has 80 more errors");
}

TEST_F(LoadJson, MembersWithoutAnEndAreCounted) {
  std::string list = R"({"called": [["a")";
  std::string row = R"({"called": [{"place": "a")";
  for (int i = 1; i < 100'000; ++i) {
    list += ",0";
    row += R"(,"x":0)";
  }
  load_all(list + "]]}");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message.en, "this row has 100000 columns, and called has 2");
  diagnostics.clear();
  load_all(row + "}]}");
  EXPECT_EQ(diagnostics.size(), 21U);
  EXPECT_EQ(diagnostics[0].code, "data-role");
  EXPECT_EQ(database[called].size(), 0U);
}

TEST_F(LoadJson, OfAFileForOneRelationTheOthersArePassedOver) {
  load(R"({"other": [{"x": [1]}], "called": [["a", "b"]], "level": [5]})", {{called}, false});
  EXPECT_EQ(told(), "");
  EXPECT_EQ(database[called].size(), 1U);
  load(R"([["c", "d"]])", {{called}, false});
  EXPECT_EQ(database[called].size(), 2U);
  load(R"({"other": []})", {{called}, false});
  EXPECT_EQ(told(), "data-relation-missing \n");
}

TEST_F(LoadJson, ReadsWhatResolveWrites) {
  load_all(R"({"version": 1, "command": "resolve", "as_of": "2026-11-27", "decisions": [{"a": {}}],
    "findings": [], "relation": "called", "tuples": [{"place": "a", "text": "b"}],
    "summary": {"relations": {"called": 1}}})");
  EXPECT_EQ(told(), "");
  EXPECT_EQ(database[called].size(), 1U);
  load_all(R"({"version": 1, "decisions": []})");
  EXPECT_EQ(told(), "json-type {\n");
}

TEST_F(LoadJson, ReadsLines) {
  load(
      "{\"relation\": \"called\", \"place\": \"a\", \"text\": \"b\"}\r\n\n"
      "{\"text\": \"d\", \"place\": \"c\", \"relation\": \"called\"}\n"
      "{\"place\": \"c\"}\n{\"place\"\n5\n{\"relation\": \"caled\"}\n"
      "{\"relation\": \"called\", \"place\": \"e\"}\n",
      {{level, called}, true}, true);
  EXPECT_EQ(told(), R"(data-relation-missing {"place": "c"}
json-syntax 
json-type 5
unknown-relation "caled"
data-role-missing {"relation": "called", "place": "e"}
)");
  EXPECT_EQ(database[called].size(), 2U);
  EXPECT_EQ(sources[SourceId{0}].lines().line_of(database.origin(called, 1)->begin), 3U);
}

TEST_F(LoadJson, NamesTheRelationsOfAText) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(relations_in_json(R"({"a": [{"b": []}], "\u0062": [], "a": [], "c": 1})", false),
            (Names{"a", "b"}));
  EXPECT_EQ(relations_in_json("{\"x\": 1, \"relation\": \"a\"}\n{\"relation\": \"b\"}\n{", true),
            (Names{"a", "b"}));
  EXPECT_EQ(relations_in_json("[[]]", false), Names{});
}

}  // namespace
}  // namespace mingze
