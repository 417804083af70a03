// Tests, questions, and that order never matters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/dsl/lower/reading.hpp"

namespace mingze::dsl {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using ExpectationSort = mingze::Expectation::Sort;

const std::string approvals = R"(kind department = 部门. kind item = 事项.
relation approves "{department} approves {item}" | "{department} 审批 {item}".
decision leads "{department} 牵头 {item}" one department per item.
department mee "生态环境部" aka "环境保护部" until 2018-03-18. item river "河". department river.
finding f note "{I}" on I if D approves I.
)";

TEST(Tests, AreLowered) {
  const Reading reading(approvals +
                        R"(test "a" given mee approves river and mee 审批 河 until 2020-01-01
  expect mee 牵头 river and not 某部门 牵头 river and finding f on river and no finding leads-missing
  and no finding on 河.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const mingze::Test& test = reading.program().tests.at(0);
  EXPECT_EQ(test.label, "a");
  EXPECT_EQ(test.given.size(), 1U);  // the other is out of its dates
  ASSERT_EQ(test.expectations.size(), 5U);
  EXPECT_EQ(test.expectations[0].sort, ExpectationSort::holds);
  EXPECT_EQ(test.expectations[1].sort, ExpectationSort::fails);
  EXPECT_EQ(test.expectations[1].body.variables.size(), 1U);
  EXPECT_EQ(test.expectations[1].body.conditions.at(0).sort, mingze::Condition::Sort::positive);
  EXPECT_EQ(test.expectations[2].on.size(), 2U);  // in both kinds
  EXPECT_EQ(test.expectations[3].finding, "leads-missing");
  EXPECT_FALSE(test.expectations[3].has_on);
  EXPECT_EQ(test.expectations[4].on.size(), 1U);
}

TEST(Tests, BelongToTheirDates) {
  const std::string program = approvals + R"(
    test "now" expect mee 牵头 river.
    test "then" as of 2010-01-01 given 环境保护部 approves river expect 环境保护部 牵头 river.
    test "again" as of 2010-01-01 expect mee 牵头 river.)";
  const auto labels = [&](std::string_view date, bool default_date) {
    const Reading reading(Files{{"a.mz", program}}, date, default_date);
    EXPECT_THAT(reading.errors(), IsEmpty());
    std::vector<std::string> all;
    for (const mingze::Test& test : reading.program().tests) all.push_back(test.label);
    return all;
  };
  EXPECT_THAT(labels("2026-11-23", true), ElementsAre("now"));
  EXPECT_THAT(labels("2010-01-01", false), ElementsAre("then", "again"));
  EXPECT_THAT(labels("2010-01-01", true), ElementsAre("now", "then", "again"));
  const Reading reading(program);
  EXPECT_THAT(test_dates(reading.inputs, *parse_date("2026-11-23")),
              ElementsAre(*parse_date("2010-01-01")));
  EXPECT_THAT(test_dates(reading.inputs, *parse_date("2010-01-01")), IsEmpty());
}

TEST(Tests, OfOtherDatesAreCheckedInTheRunsOwn) {
  const std::string program =
      approvals + "test \"then\" as of 2019-01-01 expect 环境保护部 牵头 rivr.";
  EXPECT_THAT(Reading(program).errors(), ElementsAre("name-out-of-date 6:37", "unknown-name 6:46"));
}

TEST(Questions, AreConditionsOverVariables) {
  Reading reading(approvals);
  const auto body = reading.ask("某部门 牵头 河");
  EXPECT_THAT(reading.asked, IsEmpty());
  ASSERT_TRUE(body);
  EXPECT_EQ(body->variables.at(0).name, "某部门");
  EXPECT_EQ(body->conditions.size(), 1U);
  const auto longer = reading.ask("D approves I and not D 牵头 I and D is not mee.");
  EXPECT_THAT(reading.asked, IsEmpty());
  ASSERT_TRUE(longer);
  EXPECT_EQ(longer->conditions.size(), 3U);
}

TEST(Questions, AskWithVariablesNotInPlainWords) {
  Reading reading(approvals);
  const auto written = [&](const char* text) {
    reading.asked.clear();
    EXPECT_FALSE(reading.ask(text)) << text;
    if (reading.asked.size() != 1 || reading.asked[0].repairs.size() != 1) return std::string();
    return reading.asked[0].code + " " + reading.asked[0].repairs[0].replacement;
  };
  EXPECT_EQ(written("谁 牵头 河"), "unknown-name 某部门");
  EXPECT_EQ(written("哪个部门 牵头 河"), "unknown-name 某部门");
  EXPECT_EQ(written("mee 牵头 什么"), "unknown-name 某事项");
  EXPECT_EQ(written("who approves 河"), "unknown-name Department");
  EXPECT_EQ(written("mee approves what"), "unknown-name Item");
}

TEST(Questions, HaveTheErrorsOfRules) {
  Reading reading(approvals);
  const auto code = [&](const char* text) {
    reading.asked.clear();
    EXPECT_FALSE(reading.ask(text)) << text;
    return reading.asked.empty() ? "" : reading.asked.front().code;
  };
  EXPECT_EQ(code("某部门 牵头 rivr"), "unknown-name");
  EXPECT_EQ(code("某部门 主办 river"), "no-template");
  EXPECT_EQ(code("D approves I and I 牵头 J"), "kind-clash");
  EXPECT_EQ(code("D approves I and E is not D"), "unsafe-variable");
  EXPECT_EQ(code("环境保护部 牵头 I"), "name-out-of-date");
  EXPECT_EQ(code("D 牵头 I. D 牵头 I."), "question-too-long");
  EXPECT_NE(code(""), "");
  EXPECT_NE(code("D 牵头 I then"), "");
  EXPECT_EQ(code("\xFF"), "invalid-utf8");
}

TEST(Questions, KnowWhatOnlyDataNames) {
  Reading reading(approvals);
  reading.lowered.program.symbols.entity({4}, "lake");
  EXPECT_TRUE(reading.ask("某部门 牵头 lake"));
}

TEST(StatedFacts, AreFacts) {
  Reading reading(approvals);
  EXPECT_EQ(reading.state("mee approves river and mee 审批 河.").size(), 2U);
  EXPECT_THAT(reading.asked, IsEmpty());
  EXPECT_THAT(reading.state("mee 牵头 river and not mee approves river and D approves river"),
              IsEmpty());
  ASSERT_EQ(reading.asked.size(), 3U);
  EXPECT_EQ(reading.asked[0].code, "fact-of-decision");
  EXPECT_EQ(reading.asked[1].code, "no-fact");
  EXPECT_EQ(reading.asked[2].code, "variable-in-fact");
}

TEST(Order, OfFilesDoesNotMatter) {
  std::vector<std::pair<std::string, std::string>> files{
      {"a.mz", approvals},
      {"b.mz", "mee approves river. mee aproves river. kind item."},
      {"c.mz", "rule r if D approves I then E approves I. 生态环境部 审批 hill."}};
  const auto told = [&] {
    const Reading reading(files);
    std::vector<std::string> all = reading.errors();
    for (const Diagnostic& diagnostic : reading.lowered.diagnostics)
      all.push_back(diagnostic.message.zh);
    return all;
  };
  const auto first = told();
  EXPECT_EQ(first.size(), 8U);
  while (std::next_permutation(files.begin(), files.end())) EXPECT_EQ(told(), first);
}

}  // namespace
}  // namespace mingze::dsl
