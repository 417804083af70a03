// Contests for keys: each is judged once, and again by another precedence.
#include "engine/update/contest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/build/ranked_rules.hpp"

namespace mingze {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ContestsTest : public test::RankedRules {
 protected:
  /// Of `rule value` or `rule value!`, which is barred.
  ContestId put(const std::vector<std::pair<std::string, std::string>>& candidates) {
    Contest contest;
    for (const auto& [rule, value] : candidates)
      contest.push_back(
          {n.rule_id(rule), static_cast<std::uint32_t>(value[0] - '0'), value.back() == '!'});
    Precedence precedence(n.program);
    return contests.find_or_add(contest, precedence);
  }
  Contests contests{{0}};
};

TEST_F(ContestsTest, WhatDefeatedRulesPutForwardDoesNotStand) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(contests.standing(put({{"low", "0"}, {"high", "1"}})), ElementsAre(1));
  EXPECT_THAT(contests.standing(put({{"low", "0"}, {"high", "0"}})), ElementsAre(0));
  EXPECT_THAT(contests.standing(put({{"low", "0"}, {"high", "1!"}})), ElementsAre(0));
  EXPECT_THAT(contests.standing(put({{"low", "0"}, {"low", "1"}})), ElementsAre(0, 1));
}

TEST_F(ContestsTest, EachHasOneNumber) {
  rule("low");
  rule("high", {"low"});
  const ContestId first = put({{"low", "0"}, {"high", "1"}});
  EXPECT_NE(put({{"low", "0"}, {"high", "0"}}), first);
  EXPECT_NE(put({{"low", "0!"}, {"high", "1"}}), first);
  EXPECT_EQ(put({{"low", "0"}, {"high", "1"}}), first);
}

TEST_F(ContestsTest, ACircleOfDefeatsDefeatsNobody) {
  rule("three", {}, {"first"});
  rule("two", {}, {"second"});
  rule("one", {"three"}, {"third"});
  EXPECT_THAT(contests.standing(put({{"one", "0"}, {"two", "1"}, {"three", "2"}})),
              ElementsAre(0, 1, 2));
  EXPECT_THAT(contests.standing(put({{"one", "0"}, {"two", "1"}})), ElementsAre(1));
}

TEST_F(ContestsTest, AreJudgedAgainByAnotherPrecedence) {
  rule("low");
  rule("high", {"low"});
  const ContestId both = put({{"low", "0"}, {"high", "1"}});
  const ContestId one = put({{"low", "0"}});
  n.program.rules[n.rule_id("high").value].overrides.clear();
  Precedence precedence(n.program);
  const auto differences = contests.judge_again(precedence);
  ASSERT_EQ(differences.size(), 2U);
  EXPECT_THAT(differences[both.value].lost, IsEmpty());
  EXPECT_THAT(differences[both.value].gained, ElementsAre(0));
  EXPECT_THAT(differences[one.value].gained, IsEmpty());
  EXPECT_THAT(contests.standing(both), ElementsAre(0, 1));
  EXPECT_THAT(contests.standing(one), ElementsAre(0));
}

}  // namespace
}  // namespace mingze
