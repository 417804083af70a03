#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::ordered_json;
using testing::HasSubstr;

const MemoryFiles& files() {
  static const MemoryFiles files{{"r.mz", rivers}};
  return files;
}

TEST(Ask, EveryAnswerOnALine) {
  const Ran ran = run_in_memory(files(), {"ask", "某部门 审批 某事项", "r.mz"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "交通 审批 桥梁\n水务 审批 桥梁\n水务 审批 清淤\n");
}

TEST(Ask, InEitherLanguage) {
  const Ran ran = run_in_memory(files(), {"ask", "L leads dredging in P", "r.mz", "--lang", "en"});
  EXPECT_EQ(ran.out,
            "水务 leads 清淤 in 苏州市\trule approver-leads \"谁审批谁负责\", 水法 第三条\n");
}

TEST(Ask, AnAnswerNamesTheRulesThatConcludeItAndWhatTheyCite) {
  const MemoryFiles cited{
      {"r.mz",
       std::string(rivers) +
           "source act \"河湖条例\".\n"
           "relation owns \"{line} owns {matter}\" | \"{line} 管着 {matter}\".\n"
           "rule by-approval \"谁审批谁管\" cites act \"第三条\" if L approves W then L owns W.\n"
           "rule again if L approves W and L approves dredging then L owns W.\n"
           "roads owns dredging.\n"}};
  const Ran ran = run_in_memory(cited, {"ask", "某条线 管着 某事项", "r.mz"});
  EXPECT_EQ(ran.out,
            "交通 管着 桥梁\t规则 by-approval“谁审批谁管”《河湖条例》第三条\n"
            "交通 管着 清淤\n"
            "水务 管着 桥梁\t规则 again; 规则 by-approval“谁审批谁管”《河湖条例》第三条\n"
            "水务 管着 清淤\t规则 again; 规则 by-approval“谁审批谁管”《河湖条例》第三条\n");
}

TEST(Ask, OnlyTheRulesThatPrevailStandBehindADecision) {
  const Ran ran = run_in_memory(
      files(), {"ask", "L leads dredging in P", "r.mz", "--format", "json", "--lang", "en"});
  const auto answer = ordered_json::parse(ran.out)["answers"][0];
  ASSERT_EQ(answer["by"].size(), 1U);
}

TEST(Ask, YesOrNo) {
  EXPECT_EQ(run_in_memory(files(), {"ask", "water 审批 清淤？", "r.mz"}).out, "是\n");
  EXPECT_EQ(run_in_memory(files(), {"ask", "roads 审批 清淤", "r.mz"}).out, "否\n");
  EXPECT_EQ(run_in_memory(files(), {"ask", "roads 审批 清淤", "r.mz"}).code, 0);
  EXPECT_EQ(run_in_memory(files(), {"ask", "_ approves dredging.", "r.mz", "--lang", "en"}).out,
            "yes\n");
}

TEST(Ask, EachValueOfAConflictHolds) {
  const Ran ran = run_in_memory(
      files(), {"ask", "L leads bridges in suzhou", "r.mz", "--format", "json", "--lang", "en"});
  const auto document = ordered_json::parse(ran.out);
  ASSERT_EQ(document["answers"].size(), 2U);
  EXPECT_EQ(document["answers"][0]["values"].dump(), R"({"L":"roads"})");
  EXPECT_EQ(document["holds"], true);
}

TEST(Ask, AnUnknownSentenceIsAnError) {
  const Ran ran = run_in_memory(files(), {"ask", "water aproves dredging", "r.mz"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(ran.err.starts_with("<ask>:1:1: error: ")) << ran.err;
}

TEST(RunTests, TellsWhatWasExpectedAndWhatCame) {
  const Ran ran = run_in_memory(files(), {"test", "r.mz", "--format", "json"});
  EXPECT_EQ(ran.code, 1);
  const auto document = ordered_json::parse(ran.out);
  ASSERT_EQ(document["tests"].size(), 2U);
  EXPECT_EQ(document["tests"][0]["passed"], true);
  const auto& failures = document["tests"][1]["failures"];
  ASSERT_EQ(failures.size(), 2U);
  EXPECT_EQ(failures[0]["expected"], "roads leads dredging in suzhou");
  EXPECT_EQ(failures[0]["got"], "水务 在 苏州市 牵头 清淤");
  EXPECT_EQ(failures[1]["expected"], "no finding leads-conflict");
  EXPECT_EQ(document["summary"].dump(), R"({"passed":1,"failed":1})");
  EXPECT_EQ(document["coverage"]["rules_fired"], 1);
}

TEST(RunTests, EachOnItsOwnDate) {
  const MemoryFiles dated{
      {"r.mz",
       "kind place. relation big \"{place} is big\". place a. a is big until 2020-01-01.\n"
       "test \"then\" as of 2019-01-01 expect a is big.\n"
       "test \"now\" expect not a is big.\n"
       "test \"given\" given a is big expect a is big.\n"}};
  const Ran ran = run_in_memory(dated, {"test", "r.mz", "--format", "json"});
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_EQ(ordered_json::parse(ran.out)["summary"]["passed"], 3);
}

}  // namespace
}  // namespace mingze::app
