#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::ordered_json;
using testing::HasSubstr;

ordered_json resolved(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "resolve");
  arguments.insert(arguments.end(), {"--format", "json"});
  const Ran ran = run_in_memory(files, arguments);
  return ordered_json::parse(ran.out);
}

TEST(Resolve, ListsDecisionsByIdAndKey) {
  const auto document = resolved({{"r.mz", rivers}}, {"r.mz"});
  EXPECT_EQ(document.begin().key(), "version");
  EXPECT_EQ(document["as_of"], "2026-11-23");
  ASSERT_EQ(document["decisions"].size(), 3U);
  const auto& conflict = document["decisions"][0];
  EXPECT_EQ(conflict.dump(), R"({"decision":"leads","key":{"matter":"bridges","place":"suzhou"},)"
                             R"("status":"conflict","values":["roads","water"]})");
  EXPECT_EQ(document["decisions"][1]["status"], "decided");
  EXPECT_EQ(document["decisions"][2]["status"], "missing");
  EXPECT_EQ(document["decisions"][2]["values"].dump(), "[]");
}

TEST(Resolve, FindingsNameTheKeyAndWhatIsBehindAConflict) {
  const auto document = resolved({{"r.mz", rivers}}, {"r.mz"});
  ASSERT_EQ(document["findings"].size(), 3U);
  EXPECT_EQ(document["findings"][0]["code"], "busy");
  EXPECT_EQ(document["findings"][0]["item"], "water");
  EXPECT_EQ(document["findings"][0]["message"], "水务审批太多");
  const auto& conflict = document["findings"][1];
  EXPECT_EQ(conflict["code"], "leads-conflict");
  EXPECT_EQ(conflict["key"].dump(), R"({"matter":"bridges","place":"suzhou"})");
  EXPECT_EQ(conflict["basis"][0].dump(), R"({"source":"law","clause":"第三条"})");
  EXPECT_EQ(conflict["related"].size(), 6U) << "two values, each with its rule and two facts";
  EXPECT_EQ(conflict["related"][1]["message"], "交通 审批 桥梁");
  EXPECT_EQ(conflict["related"][1]["line"], 16);
  EXPECT_EQ(document["findings"][2]["code"], "leads-missing");
}

TEST(Resolve, SummaryCountsEverythingDeclared) {
  const auto document = resolved({{"r.mz", rivers}}, {"r.mz", "--summary"});
  EXPECT_FALSE(document.contains("decisions"));
  EXPECT_EQ(document["summary"].dump(),
            R"({"decisions":{"leads":{"keys":3,"decided":1,"missing":1,"conflict":1,"values":3}},)"
            R"("findings":{"busy":1,"leads-conflict":1,"leads-missing":1},)"
            R"("relations":{"approves":3,"handled":3}})");
}

TEST(Resolve, ExitCodeFollowsFailOn) {
  const MemoryFiles files{{"r.mz", rivers}};
  EXPECT_EQ(run_in_memory(files, {"resolve", "r.mz"}).code, 1);
  EXPECT_EQ(run_in_memory(files, {"resolve", "r.mz", "--fail-on", "never"}).code, 0);
  const std::vector<std::string> allowed{"resolve",       "r.mz",    "--allow",
                                         "leads-missing", "--allow", "leads-conflict"};
  EXPECT_EQ(run_in_memory(files, allowed).code, 0) << "a warning is left";
}

TEST(Resolve, WhatIsAllowedIsCountedAndNotTold) {
  const auto document =
      resolved({{"r.mz", rivers}}, {"r.mz", "--allow", "leads-missing", "--allow", "busy"});
  EXPECT_EQ(document["findings"].size(), 1U);
  EXPECT_EQ(document["summary"]["silenced"].dump(), R"({"busy":1,"leads-missing":1})");
}

TEST(Resolve, PrintsTheTuplesOfARelation) {
  const MemoryFiles files{{"r.mz", rivers}};
  const Ran tsv =
      run_in_memory(files, {"resolve", "r.mz", "--format", "tsv", "--relation", "approves"});
  EXPECT_EQ(tsv.out, "roads\tbridges\nwater\tbridges\nwater\tdredging\n");
  const Ran text = run_in_memory(files, {"resolve", "r.mz", "--relation", "approves"});
  EXPECT_EQ(text.out, "交通 审批 桥梁\n水务 审批 桥梁\n水务 审批 清淤\n");
  const Ran wrong = run_in_memory(files, {"resolve", "r.mz", "--relation", "aproves"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("approves"));
}

TEST(Resolve, ACellOfATableIsOneLine) {
  const MemoryFiles files{{"r.mz", "kind place.\nrelation said \"{place} says {text}\".\n"},
                          {"f.json", R"({"said": [["x", "one\n\u001b[31mtwo\tthree"]]})"}};
  const Ran tsv = run_in_memory(
      files, {"resolve", "r.mz", "--facts", "f.json", "--format", "tsv", "--relation", "said"});
  EXPECT_EQ(tsv.out, "x\tone  [31mtwo three\n");
}

TEST(Resolve, APathThatIsEmptyHasNoLine) {
  EXPECT_THAT(run_in_memory({}, {"resolve", "", "--lang", "en"}).err,
              HasSubstr("mingze: error: no such file or folder [file-missing]"));
}

TEST(Resolve, OrderOfFilesNeverMatters) {
  const std::string all = rivers;
  const auto half = all.find("place suzhou");
  const MemoryFiles files{{"a.mz", all.substr(0, half)}, {"b.mz", all.substr(half)}};
  const Ran one = run_in_memory(files, {"resolve", "a.mz", "b.mz", "--format", "json"});
  const Ran other = run_in_memory(files, {"resolve", "b.mz", "a.mz", "--format", "json"});
  EXPECT_EQ(one.out, other.out);
  EXPECT_EQ(one.code, 1);
}

TEST(Resolve, ReadsDataFromFoldersThenFromBesideTheProgram) {
  const std::string program =
      "kind place. relation in \"{low: place} lies in {high: place}\".\n"
      "relation big \"{place} is big\". facts in from \"in.tsv\".";
  const MemoryFiles files{{"p/r.mz", program},
                          {"p/in.tsv", "a\tb\n"},
                          {"d/in.tsv", "c\td\ne\tf\n"},
                          {"d/big.tsv", "c\n"}};
  EXPECT_EQ(resolved(files, {"p/r.mz", "--summary"})["summary"]["relations"].dump(),
            R"({"big":0,"in":1})");
  EXPECT_EQ(resolved(files, {"p/r.mz", "--summary", "--facts", "d"})["summary"]["relations"].dump(),
            R"({"big":1,"in":2})");
}

TEST(Resolve, MissingDataIsAnErrorAtTheStatement) {
  const std::string program =
      "kind place.\nrelation big \"{place} is big\".\nfacts big from \"b.tsv\".\n";
  const Ran ran = run_in_memory({{"p/r.mz", program}}, {"resolve", "p/r.mz", "--lang", "en"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(ran.err.starts_with("p/r.mz:3:16: error: ")) << ran.err;
}

TEST(Resolve, RowsWithTheWrongNumberOfColumnsAreErrorsInTheirFile) {
  const std::string program = "kind place. relation big \"{place} is big\".";
  const Ran ran = run_in_memory({{"r.mz", program}, {"d/big.tsv", "a\nb\tc\n"}},
                                {"resolve", "r.mz", "--facts", "d", "--lang", "en"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.err.starts_with("d/big.tsv:2:1: error: ")) << ran.err;
}

TEST(Resolve, AProgramWithKindsOfItsOwnStandsAlone) {
  const MemoryFiles files{{"r.mz", "kind place. relation big \"{place} is big\"."},
                          {"u.mz", "use register. kind town. relation big \"{town} is big\"."}};
  const Ran alone = run_in_memory(files, {"resolve", "r.mz", "--format", "json"});
  EXPECT_EQ(ordered_json::parse(alone.out)["summary"]["relations"].dump(), R"({"big":0})");
  EXPECT_THAT(alone.err, HasSubstr("mingze: note: "));
  EXPECT_EQ(run_in_memory(files, {"resolve", "r.mz", "--quiet"}).err, "");
  const auto used = resolved(files, {"u.mz"});
  EXPECT_GT(used["summary"]["relations"].size(), 1U) << "the register is brought in";
}

TEST(Resolve, AsOfIsTheDateOfTheRun) {
  const MemoryFiles files{
      {"r.mz", "kind place. relation big \"{place} is big\". place a. a is big until 2020-01-01."}};
  EXPECT_EQ(resolved(files, {"r.mz"})["summary"]["relations"]["big"], 0);
  const auto before = resolved(files, {"r.mz", "--as-of", "2019-12-31"});
  EXPECT_EQ(before["summary"]["relations"]["big"], 1);
  EXPECT_EQ(before["as_of"], "2019-12-31");
}

}  // namespace
}  // namespace mingze::app
