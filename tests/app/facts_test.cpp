// `--facts`: data as folders and files of several formats.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/app/schema.hpp"
#include "tests/engine/facts/sqlite_file.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;

constexpr const char* program = R"(kind place = 地方.
kind matter = 事项.
relation handled "{matter} is handled in {place}" | "{place} 办理 {matter}".
relation called "{place} is called {name: text}" | "{place} 名为 {name: text}".
relation busy "{place} is busy" | "{place} 繁忙".
rule many if at least 2 M with M is handled in P then P is busy.
)";

class Facts : public testing::Test {
 protected:
  Facts() { files.put("p.mz", program); }

  /// What the relation holds.
  std::string rows(const std::string& relation, const std::vector<std::string>& places) {
    std::vector<std::string> arguments{"resolve",  "p.mz", "--relation", relation,
                                       "--format", "tsv",  "--quiet"};
    for (const std::string& place : places) arguments.insert(arguments.end(), {"--facts", place});
    const Ran ran = run_in_memory(files, arguments);
    return ran.code == 0 ? ran.out : ran.err;
  }

  MemoryFiles files;
};

TEST_F(Facts, AFileOfJsonHoldsSeveralRelations) {
  files.put("all.json", R"({"handled": [{"place": "a", "matter": "x"}, ["y", "a"]],
                            "called": [{"name": "甲", "place": "a"}]})");
  EXPECT_EQ(rows("busy", {"all.json"}), "a\n");
  EXPECT_EQ(rows("called", {"all.json"}), "a\t甲\n");
}

TEST_F(Facts, WhatResolveWritesIsReadAgain) {
  files.put("d/handled.tsv", "x\ta\ny\ta\n");
  const Ran ran = run_in_memory(files, {"resolve", "p.mz", "--facts", "d", "--relation", "handled",
                                        "--format", "json", "-o", "out.json"});
  ASSERT_EQ(ran.code, 0);
  EXPECT_EQ(rows("handled", {"out.json"}), "x\ta\ny\ta\n");
}

TEST_F(Facts, AFolderHoldsFilesOfAnyFormat) {
  files.put("d/handled.json", R"([["x", "a"], ["y", "a"]])");
  files.put("d/called.jsonl", "{\"place\": \"a\", \"name\": \"甲\"}\n");
  EXPECT_EQ(rows("busy", {"d"}), "a\n");
  EXPECT_EQ(rows("called", {"d"}), "a\t甲\n");
  files.put("d/handled.tsv", "z\ta\n");
  EXPECT_THAT(rows("busy", {"d"}), HasSubstr("“handled”在这个文件夹里还有 handled.tsv"));
}

TEST_F(Facts, ATableWithAHeadingIsCsv) {
  files.put("called.csv", "name,place\n\"甲,乙\",a\n");
  EXPECT_EQ(rows("called", {"called.csv"}), "a\t甲,乙\n");
  files.put("d/called.csv", "name,place\n丙,b\n");
  EXPECT_EQ(rows("called", {"d"}), "b\t丙\n");
}

TEST_F(Facts, ADatabaseHoldsATableARelation) {
  files.put("r.db", sqlite_file("CREATE TABLE handled(place, matter, note);"
                                "INSERT INTO handled VALUES ('a', 'x', 1), ('a', 'y', 2);"
                                "CREATE VIEW called AS SELECT 'a' AS place, '甲' AS name;"
                                "CREATE TABLE handeld(x);"));
  EXPECT_EQ(rows("busy", {"r.db"}), "a\n");
  EXPECT_EQ(rows("called", {"r.db"}), "a\t甲\n");
  const Ran ran =
      run_in_memory(files, {"why", "a is busy", "p.mz", "--facts", "r.db", "--lang", "en"});
  EXPECT_THAT(ran.out, HasSubstr("x is handled in a  fact  r.db#handled:1"));
  EXPECT_THAT(ran.out, HasSubstr("y is handled in a  fact  r.db#handled:2"));
  EXPECT_THAT(ran.err, HasSubstr("these tables are not read, as no relation is called so: handeld "
                                 "(handled?)"));
}

TEST_F(Facts, OfManyOtherTablesTheFirstAreNamed) {
  std::string tables = "CREATE TABLE called(place, name);";
  for (int i = 10; i < 35; ++i) tables += "CREATE TABLE t" + std::to_string(i) + "(x);";
  files.put("r.db", sqlite_file(tables));
  const Ran ran = run_in_memory(files, {"resolve", "p.mz", "--facts", "r.db", "--lang", "en"});
  EXPECT_THAT(ran.err, HasSubstr("t28, t29 and 5 more"));
}

TEST_F(Facts, ADatabaseIsToldByItsBytes) {
  files.put("data", sqlite_file("CREATE TABLE called(place, name);"
                                "INSERT INTO called VALUES ('a', '甲');"));
  EXPECT_EQ(rows("called", {"data"}), "a\t甲\n");
  files.put("p.mz", std::string(program) + "facts called from \"data\".\n");
  EXPECT_EQ(rows("called", {}), "a\t甲\n");
  files.put("p.mz", std::string(program) + "facts handled from \"data\".\n");
  EXPECT_THAT(rows("handled", {}), HasSubstr("数据库里没有表“handled”"));
  files.put("text.sqlite", "place,name\n");
  EXPECT_THAT(rows("called", {"text.sqlite"}), HasSubstr("这不是 SQLite 数据库"));
  files.put("none.db", sqlite_file("CREATE TABLE x(y);"));
  EXPECT_THAT(rows("called", {"none.db"}), HasSubstr("数据库里没有以关系为名的表"));
  files.put("data-wal", "x");
  EXPECT_THAT(rows("called", {"data"}), HasSubstr("数据库正在写，旁边还有 data-wal"));
}

TEST_F(Facts, ARecordKeepsDataOfEveryFormat) {
  files.put("p.mz", std::string(program) + "facts handled from \"own.tsv\".\n");
  files.put("own.tsv", "z\tc\n");
  files.put("r.db", sqlite_file("CREATE TABLE handled(place, matter);"
                                "INSERT INTO handled VALUES ('a', 'x'), ('a', 'y');"));
  files.put("n.json", R"({"called": [["a", "甲\n乙"]]})");
  const Ran kept = run_in_memory(files, {"resolve", "p.mz", "--facts", "r.db", "--facts", "n.json",
                                         "--record", "run.record", "--quiet"});
  EXPECT_EQ(kept.code, 0) << kept.err;
  const Ran ran = run_in_memory(files, {"diff", "--replay", "run.record", "p.mz", "--quiet"});
  EXPECT_EQ(ran.code, 0) << ran.err << ran.out;
  const std::string record = files.read("run.record").value();
  EXPECT_THAT(record, HasSubstr("data\thandled.csv\t"));
  EXPECT_THAT(record, HasSubstr("data\tcalled.json\t"));
}

TEST_F(Facts, AFileSaysItsRelationByItsName) {
  files.put("handled.tsv", "x\ta\n");
  files.put("d/handled.json", R"([["y", "a"]])");
  EXPECT_EQ(rows("handled", {"handled.tsv", "d/handled.json"}), "x\ta\ny\ta\n");
  files.put("handeld.tsv", "x\ta\n");
  EXPECT_THAT(rows("handled", {"handeld.tsv"}), HasSubstr("是不是要写“handled”"));
  files.put("handled", "x\ta\n");
  EXPECT_THAT(rows("handled", {"handled"}), HasSubstr("看不出是什么数据"));
  EXPECT_THAT(rows("handled", {"nowhere.json"}), HasSubstr("没有这个数据文件或文件夹"));
}

TEST_F(Facts, AFileWithoutAWordThatFitsIsTold) {
  files.put("all.json", R"({"handeld": []})");
  EXPECT_THAT(rows("handled", {"all.json"}), HasSubstr("[unknown-relation]"));
  files.put("all.json", "{");
  EXPECT_THAT(rows("handled", {"all.json"}), HasSubstr("[json-syntax]"));
}

TEST_F(Facts, AProgramNamesFilesOfAnyFormat) {
  files.put("p.mz", std::string(program) +
                        "facts handled from \"all.json\".\n"
                        "facts called from \"all.json\".\n");
  files.put("all.json", R"({"handled": [["x", "a"]], "called": [["a", "甲"]], "other": []})");
  EXPECT_EQ(rows("handled", {}), "x\ta\n");
  EXPECT_EQ(rows("called", {}), "a\t甲\n");
  files.put("d/all.json", R"({"handled": [["y", "b"]], "called": []})");
  EXPECT_EQ(rows("handled", {"d"}), "y\tb\n") << "the folder comes first";
  files.put("e/all.json", R"({"handled": []})");
  EXPECT_THAT(rows("handled", {"e"}), HasSubstr("[data-relation-missing]"));
}

TEST_F(Facts, AFileStandsInPlaceOfTheOneThatTheProgramNames) {
  files.put("p.mz", std::string(program) +
                        "facts handled from \"own.tsv\".\n"
                        "facts called from \"names.tsv\".\n");
  files.put("own.tsv", "x\ta\n");
  files.put("names.tsv", "a\t甲\n");
  files.put("ours.json", R"({"handled": [["y", "b"]]})");
  EXPECT_EQ(rows("handled", {"ours.json"}), "y\tb\n");
  EXPECT_EQ(rows("called", {"ours.json"}), "a\t甲\n") << "of which ours.json holds nothing";
}

/// The page's example: what it comes to does not depend on the format.
class FactsPage : public testing::Test {
 protected:
  FactsPage() : page(DiskFiles().read(MINGZE_ROOT "/docs/facts.md").value()) {
    files.put("p.mz", fenced_in(page, "mz").at(0));
    for (const char* block : {"json facts.json", "json facts.jsonl", "csv handled.csv",
                              "csv approves.csv", "text handled.tsv", "text approves.tsv"}) {
      const std::string fence(block);
      const std::string name = fence.substr(fence.find(' ') + 1);
      files.put(name, fenced_in(page, fence).at(0));
      files.put(name.substr(name.rfind('.') + 1) + "/" + name, fenced_in(page, fence).at(0));
    }
    files.put("facts.sqlite", sqlite_file(fenced_in(page, "sql").at(0)));
  }
  std::string resolved(const std::vector<std::string>& places) {
    std::vector<std::string> arguments{"resolve", "p.mz", "--format", "json", "--quiet"};
    for (const std::string& place : places) arguments.insert(arguments.end(), {"--facts", place});
    const Ran ran = run_in_memory(files, arguments);
    EXPECT_EQ(ran.err, "");
    return ran.out;
  }
  std::string page;
  MemoryFiles files;
};

TEST_F(FactsPage, EveryFormatComesToTheSame) {
  const std::string expected = resolved({"facts.json"});
  EXPECT_THAT(expected, HasSubstr("\"water\""));
  for (const std::vector<std::string>& places :
       std::vector<std::vector<std::string>>{{"facts.jsonl"},
                                             {"facts.sqlite"},
                                             {"handled.csv", "approves.csv"},
                                             {"handled.tsv", "approves.tsv"},
                                             {"csv"},
                                             {"tsv"},
                                             {"handled.csv", "approves.tsv"}})
    EXPECT_EQ(resolved(places), expected) << places[0];
}

TEST_F(FactsPage, TheSchemaFitsTheJson) {
  using nlohmann::json;
  const auto schema =
      json::parse(DiskFiles().read(MINGZE_ROOT "/docs/schema/facts.schema.json").value());
  const auto facts = json::parse(files.read("facts.json").value());
  EXPECT_EQ(schema_violations(schema, facts), "");
  for (const char* wrong : {R"([])", R"({"handled": {}})", R"({"handled": [1]})",
                            R"({"handled": [{"place": null}]})", R"({"handled": [[1.5]]})"})
    EXPECT_NE(schema_violations(schema, json::parse(wrong)), "") << wrong;
}

}  // namespace
}  // namespace mingze::app
