// `mingze mutate`: which changes no test notices, which change nothing, and its faces.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/app/schema.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Mutate, ThePageShowsWhatItDoes) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/mutate.md");
  const auto programs = fenced_in(page.value(), "mz");
  const auto outputs = fenced_in(page.value(), "text");
  ASSERT_EQ(programs.size(), 1U);
  ASSERT_EQ(outputs.size(), 1U);
  const MemoryFiles files{{"规则.mz", programs[0]}};
  const Ran ran = run_in_memory(files, {"mutate", "规则.mz"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, outputs[0]);
}

constexpr const char* declared = R"(kind place. kind office. kind matter.
relation approves "{office} approves {matter}".
relation exempt "{matter} is exempt".
relation year "{matter} has {number}".
relation due "{matter} is due".
relation duty "{office} answers for {matter}".
decision leads "{office} leads {matter}" one office per matter.
office water. office roads. matter mud. matter ships. matter sand.
)";

json mutated(const std::string& program, std::vector<std::string> more = {}) {
  const MemoryFiles files{{"r.mz", declared + program}};
  std::vector<std::string> arguments{"mutate", "r.mz", "--format", "json", "--lang", "en"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ran ran = run_in_memory(files, arguments);
  EXPECT_EQ(ran.code, 0) << ran.err;
  return ran.out.empty() ? json::object() : json::parse(ran.out);
}

/// Code, words and replacement of each.
std::vector<std::string> said(const json& mutations) {
  std::vector<std::string> out;
  for (const json& one : mutations) {
    out.push_back(one["code"].get<std::string>() + ": " + one["words"].get<std::string>());
    if (!one["replacement"].is_null()) out.back() += " → " + one["replacement"].get<std::string>();
  }
  return out;
}

std::vector<std::string> survivors(const json& document) {
  std::vector<std::string> out;
  for (const json& clause : document["by_clause"])
    for (const std::string& one : said(clause["survivors"])) out.push_back(one);
  return out;
}

TEST(Mutate, WithoutATestNothingIsNoticed) {
  const json document = mutated("rule r if O approves M and not M is exempt then O answers for M.");
  EXPECT_THAT(survivors(document),
              ElementsAre("dropped-rule: r", "dropped-condition: not M is exempt",
                          "negated-condition: not M is exempt"));
  const json& first = document["by_clause"][0]["survivors"][0];
  EXPECT_EQ(first["reason"], "no test makes its conditions hold");
  EXPECT_EQ(first["rule"], "r");
  EXPECT_EQ(document["summary"]["percent"], 0);
}

TEST(Mutate, ATestForEachConditionNoticesEverything) {
  const json document = mutated(
      "rule r if O approves M and not M is exempt then O answers for M.\n"
      "test \"a\" given water approves mud expect water answers for mud.\n"
      "test \"b\" given water approves mud and mud is exempt expect not water answers for mud.\n");
  EXPECT_THAT(survivors(document), IsEmpty());
  EXPECT_EQ(document["summary"]["killed"], 3);
  EXPECT_EQ(document["summary"]["percent"], 100);
}

TEST(Mutate, AConditionThatNeverFailsAloneIsToldWithItsReason) {
  const json document = mutated(
      "rule r if O approves M and not M is exempt then O answers for M.\n"
      "test \"a\" given water approves mud expect water answers for mud.\n");
  EXPECT_THAT(survivors(document), ElementsAre("dropped-condition: not M is exempt"));
  const json& one = document["by_clause"][0]["survivors"][0];
  EXPECT_EQ(one["reason"], "in no test is it the only condition that fails");
  EXPECT_THAT(one["repair"].get<std::string>(), HasSubstr("all but this condition hold"));
  EXPECT_EQ(one["line"], 9);
  EXPECT_EQ(one["column"], 28);
}

TEST(Mutate, WhatATestComesToWithoutSayingSoIsNamed) {
  const json document = mutated(
      "rule r if O approves M then O answers for M and M is due.\n"
      "test \"a\" given water approves mud expect water answers for mud.\n");
  EXPECT_THAT(survivors(document), ElementsAre("dropped-conclusion: M is due"));
  const json& one = document["by_clause"][0]["survivors"][0];
  EXPECT_EQ(one["reason"],
            "in the test \"a\" (r.mz:10) \"mud is due\" is gone, and no test speaks of it");
  EXPECT_EQ(one["repair"], "say in that test: expect mud is due");
}

TEST(Mutate, OverridesAreDroppedAndTurnedRound) {
  const std::string rules =
      "rule a if O approves M then O leads M.\n"
      "rule b overrides a if M is exempt then roads leads M.\n";
  EXPECT_THAT(
      survivors(mutated(rules + "test \"a\" given water approves mud expect water leads mud.\n"
                                "test \"b\" given mud is exempt expect roads leads mud.\n")),
      ElementsAre("dropped-override: a", "swapped-override: a"));
  const json document =
      mutated(rules +
              "test \"a\" given water approves mud expect water leads mud.\n"
              "test \"b\" given mud is exempt and water approves mud expect roads leads mud.\n");
  // A conflict decides roads too.
  EXPECT_THAT(survivors(document), ElementsAre("dropped-override: a"));
  EXPECT_EQ(document["by_clause"][0]["survivors"][0]["repair"],
            "say in that test: expect no finding leads-conflict");
}

TEST(Mutate, AnOverrideOfARuleThatProposesTheSameChangesNothing) {
  const json document = mutated(
      "rule a if M is exempt then roads leads M.\n"
      "rule b overrides a if M is due then roads leads M.\n"
      "test \"a\" given mud is exempt expect roads leads mud.\n"
      "test \"b\" given mud is due expect roads leads mud.\n");
  EXPECT_THAT(survivors(document), IsEmpty());
  EXPECT_THAT(said(document["equivalent"]),
              ElementsAre("dropped-override: a", "swapped-override: a"));
}

TEST(Mutate, BarsAreDropped) {
  const json document = mutated(
      "rule a if O approves M then O leads M.\n"
      "rule b if M is exempt then not roads leads M and M is due.\n"
      "test \"a\" given water approves mud expect water leads mud.\n"
      "test \"b\" given mud is exempt expect mud is due.\n");
  EXPECT_THAT(survivors(document),
              ElementsAre("dropped-bar: not roads leads M", "changed-constant: roads → water"));
}

TEST(Mutate, ConstantsCountsAndBordersChange) {
  const json document = mutated(
      "rule a if water approves M and M has Y and Y < 2020 then M is due.\n"
      "finding many warning \"{O}\" if at least 2 M with O approves M.\n"
      "test \"a\" given water approves mud and mud has 2000 expect mud is due.\n"
      "test \"b\" given water approves mud and mud has 2030 expect not mud is due.\n"
      "test \"c\" given roads approves mud and roads approves ships and roads approves sand\n"
      "  expect finding many.\n"
      "test \"d\" given ships has 2000 expect not ships is due.\n");
  EXPECT_THAT(survivors(document),
              ElementsAre("changed-comparison: < → <=", "changed-constant: 2020 → 2021",
                          "changed-count: 2 → 1", "changed-count: 2 → 3"));
}

TEST(Mutate, WhatCanChangeNoAnswerIsToldApart) {
  const json document = mutated(
      "rule a if O approves M and _ approves M then O answers for M.\n"
      "rule b if O approves M and M is due then O answers for M.\n"
      "test \"a\" given water approves mud expect water answers for mud.\n"
      "test \"b\" given roads approves mud expect not water answers for mud.\n");
  EXPECT_THAT(survivors(document), IsEmpty());
  EXPECT_THAT(said(document["equivalent"]),
              ElementsAre("dropped-condition: _ approves M", "dropped-rule: b",
                          "dropped-condition: M is due", "negated-condition: M is due"));
  EXPECT_EQ(document["equivalent"][0]["reason"], "the rest says the same");
  EXPECT_EQ(document["equivalent"][1]["reason"], "the rule a concludes the same");
  EXPECT_EQ(document["summary"]["equivalent"], 4);
}

TEST(Mutate, ARuleThatDefeatsTheOneThatSaysTheSameIsNoWaste) {
  // Where `b` proposes, the other values of `a` are out.
  const json document = mutated(
      "rule a if O approves M then O leads M.\n"
      "rule b overrides a if O approves M and M is due and O answers for M then O leads M.\n"
      "test \"a\" expect not mud is due.\n",
      {"--rule", "b"});
  EXPECT_THAT(said(document["equivalent"]), IsEmpty());
  EXPECT_THAT(survivors(document), testing::Contains("dropped-rule: b"));
}

TEST(Mutate, ANameThatAStatedFactExcludesNeedsNoCondition) {
  const std::string rule =
      "rule a if O approves M and O is not water and not O answers for M then M is due.\n"
      "test \"a\" given roads approves mud expect mud is due.\n"
      "test \"b\" given roads approves mud and roads answers for mud expect not mud is due.\n";
  const auto needs = [](const json& document) { return said(document["equivalent"]); };
  EXPECT_THAT(needs(mutated(rule)), IsEmpty());
  const json document = mutated(rule + "water answers for mud.\n");
  EXPECT_THAT(needs(document), IsEmpty());  // of mud alone
  const std::string all =
      "rule a if O approves M and O is not water and not O answers for _ then M is due.\n";
  EXPECT_THAT(needs(mutated(all + "water answers for mud.\n")),
              ElementsAre("dropped-condition: O is not water"));
}

TEST(Mutate, NothingIsProvedFromTodaysDate) {
  const std::string rules =
      "relation by \"{matter} is for {date}\".\n"
      "rule a if M is for D and D <= 2026-11-23 and D <= today then M is due.\n"
      "test \"a\" given mud is for 2026-01-09 expect mud is due.\n";
  EXPECT_THAT(said(mutated(rules)["equivalent"]), IsEmpty());
  EXPECT_THAT(said(mutated(rules, {"--as-of", "2026-11-24"})["equivalent"]), IsEmpty());
}

TEST(Mutate, PreferencesAndDomainsAreChanged) {
  const json document = mutated(
      "source law \"Law\" rank 1 issued 2001-01-01. source order \"Order\" rank 2 issued "
      "2020-01-01.\n"
      "decision keeps \"{office} keeps {matter}\" one office per matter\n"
      "  for every \"{matter} is due\" prefer rank, date.\n"
      "rule a cites law if M is due then roads keeps M.\n"
      "rule b cites order if M is exempt then water keeps M.\n"
      "test \"a\" given mud is due expect roads keeps mud.\n"
      "test \"b\" given mud is exempt expect water keeps mud.\n",
      {"--rule", "keeps"});
  EXPECT_THAT(survivors(document),
              ElementsAre("dropped-preference: keeps", "swapped-preference: keeps",
                          "dropped-domain: \"{matter} is due\""));
  // Rank says it all: without date the same rules prevail.
  EXPECT_THAT(said(document["equivalent"]), ElementsAre("dropped-preference: keeps"));
}

TEST(Mutate, StatementsAreChosenByIdAndClause) {
  const std::string program =
      "source law \"Law\".\n"
      "rule a cites law \"1\" if O approves M then O answers for M.\n"
      "rule b cites law \"12\" if M is exempt then M is due.\n";
  EXPECT_THAT(survivors(mutated(program, {"--rule", "b"})), ElementsAre("dropped-rule: b"));
  EXPECT_THAT(survivors(mutated(program, {"--clause", "12"})), ElementsAre("dropped-rule: b"));
  EXPECT_EQ(mutated(program, {"--clause", "1"})["by_clause"].size(), 2U);
  const MemoryFiles files{{"r.mz", declared + program}};
  const Ran none = run_in_memory(files, {"mutate", "r.mz", "--rule", "c"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("没有这样的规则"));
}

TEST(Mutate, ClausesComeInTheirOrderAndTheUncitedLast) {
  const json document = mutated(
      "source law \"Law\".\n"
      "rule a if O approves M then O answers for M.\n"
      "rule b cites law \"第十条\" if M is exempt then M is due.\n"
      "rule c cites law \"第二条\" if M is due then M is exempt.\n");
  std::vector<std::string> clauses;
  for (const json& clause : document["by_clause"]) clauses.push_back(clause["clause"]);
  EXPECT_THAT(clauses, ElementsAre("第二条", "第十条", ""));
}

TEST(Mutate, SnapshotsNoticeToo) {
  MemoryFiles files{{"r.mz", std::string(declared) +
                                 "rule a if O approves M then O leads M.\n"
                                 "test \"a\" given water approves mud expect not mud is due.\n"}};
  EXPECT_THAT(run_in_memory(files, {"mutate", "r.mz"}).out, HasSubstr("没有发现 1 处"));
  ASSERT_EQ(run_in_memory(files, {"test", "r.mz", "--update"}).code, 0);
  EXPECT_THAT(run_in_memory(files, {"mutate", "r.mz"}).out, HasSubstr("没有发现 0 处"));
}

TEST(Mutate, TestsOnOtherDatesNoticeToo) {
  const json document = mutated(
      "rule a if O approves M then O answers for M.\n"
      "rule b until 2020-01-01 if M is exempt then M is due.\n"
      "rule c from 2030-01-01 if M is exempt then M is due.\n"
      "test \"a\" as of 2019-01-01 given water approves mud and mud is exempt\n"
      "  expect water answers for mud and mud is due.\n");
  // Nothing is done on a day of the third rule.
  EXPECT_THAT(survivors(document), IsEmpty());
  EXPECT_EQ(document["summary"]["mutants"], 2);
}

TEST(Mutate, TheDateOfTheRunIsOneConstantOnAllDates) {
  const std::string rules =
      "relation by \"{matter} is for {date}\".\n"
      "rule a if M is for D and today <= D then M is due.\n"
      "test \"a\" as of 2026-01-01 given mud is for 2026-01-09 expect mud is due.\n"
      "test \"b\" as of 2026-01-10 given mud is for 2026-01-09 expect not mud is due.\n";
  EXPECT_THAT(survivors(mutated(rules)),
              ElementsAre("changed-constant: today → today + 1", "changed-comparison: <= → <"));
  EXPECT_THAT(
      survivors(mutated(rules + "test \"c\" as of 2026-01-09 given mud is for 2026-01-09 expect "
                                "mud is due.\n")),
      IsEmpty());
}

TEST(Mutate, TheSameWhateverTheJobs) {
  std::string program =
      "rule a if O approves M and not M is exempt then O leads M.\n"
      "rule b overrides a if M is due then roads leads M and M is exempt.\n";
  for (int i = 0; i < 12; ++i)
    program += "test \"t" + std::to_string(i) + "\" given water approves " +
               (i % 2 == 0 ? "mud" : "ships") + (i % 3 == 0 ? " and mud is due" : "") +
               " expect not sand is due.\n";
  for (const std::string format : {"terminal", "json"}) {
    const MemoryFiles files{{"r.mz", declared + program}};
    const Ran one = run_in_memory(files, {"mutate", "r.mz", "--jobs", "1", "--format", format});
    const Ran four = run_in_memory(files, {"mutate", "r.mz", "--jobs", "4", "--format", format});
    EXPECT_EQ(one.out, four.out);
    EXPECT_THAT(one.out, HasSubstr("t0"));
  }
}

TEST(Mutate, TheExitCodeIsForThoseWhoAsk) {
  const MemoryFiles files{{"r.mz", std::string(declared) +
                                       "rule a if O approves M then O answers for M.\n"
                                       "rule b if M is exempt then M is due.\n"
                                       "test \"a\" given water approves mud\n"
                                       "  expect water answers for mud.\n"}};
  EXPECT_EQ(run_in_memory(files, {"mutate", "r.mz"}).code, 0);
  EXPECT_EQ(run_in_memory(files, {"mutate", "r.mz", "--fail-under", "50"}).code, 0);
  EXPECT_EQ(run_in_memory(files, {"mutate", "r.mz", "--fail-under", "51"}).code, 1);
  EXPECT_EQ(run_in_memory(files, {"mutate", "r.mz", "--fail-under", "101"}).code, 2);
}

TEST(Mutate, TestsThatFailComeFirst) {
  const MemoryFiles files{{"r.mz", rivers}};
  const Ran ran = run_in_memory(files, {"mutate", "r.mz"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("先改好 1 个未通过的用例"));
  const Ran chosen = run_in_memory(files, {"mutate", "r.mz", "--filter", "approver"});
  EXPECT_EQ(chosen.code, 0);
  EXPECT_EQ(run_in_memory(files, {"mutate", "r.mz", "--filter", "nothing"}).code, 2);
}

TEST(Mutate, ThePageEscapesWhatItTells) {
  const MemoryFiles hostile{{"r.mz",
                             "kind a. a x \"<script>alert(1)</script>\". a \"<b>x</b>\".\n"
                             "relation p \"{a} is p\". relation q \"{a} is q\".\n"
                             "rule r if \"<b>x</b>\" is p then x is q and \"<b>x</b>\" is q.\n"
                             "test \"<i>\" given \"<b>x</b>\" is p expect not x is p.\n"}};
  const Ran ran = run_in_memory(hostile, {"mutate", "r.mz", "--format", "html"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, Not(HasSubstr("<script>")));
  EXPECT_THAT(ran.out, Not(HasSubstr("<b>x")));
  EXPECT_THAT(ran.out, Not(HasSubstr("<i>")));
  EXPECT_THAT(ran.out, HasSubstr("&lt;b&gt;x&lt;/b&gt;"));
}

TEST(Mutate, TheDocumentIsAsItsSchemaSays) {
  std::ifstream in(MINGZE_ROOT "/docs/schema/mutate.schema.json");
  const json schema = json::parse(in);
  for (const std::string program :
       {"", "rule a if O approves M and _ approves M then O leads M and M is due.\n",
        "source law \"Law\". finding f note \"{O}\" cites law \"1\" if at least 2 M with O "
        "approves M and O answers for _.\n"
        "test \"a\" expect no finding f.\n"})
    EXPECT_EQ(schema_violations(schema, mutated(program)), "") << program;
}

}  // namespace
}  // namespace mingze::app
