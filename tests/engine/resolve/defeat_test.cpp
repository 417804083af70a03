// Who is out among the candidates of one key.
#include "engine/resolve/defeat.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/build/ranked_rules.hpp"

namespace mingze {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Candidates are `rule=value`, with `!` at the end where the value is barred.
class DefeatTest : public test::RankedRules {
 protected:
  std::vector<Verdict> verdicts(const std::vector<std::string>& texts) {
    std::vector<Candidate> candidates;
    std::vector<bool> barred;
    for (std::string text : texts) {
      barred.push_back(text.back() == '!');
      if (barred.back()) text.pop_back();
      const std::size_t at = text.find('=');
      candidates.push_back({n.rule_id(text.substr(0, at)),
                            n.program.symbols.entity(n.kind_of("dept"), text.substr(at + 1))});
    }
    Precedence precedence(n.program);
    return judge({0}, candidates, barred, precedence);
  }
  std::vector<std::string> standing(const std::vector<std::string>& texts) {
    const auto judged = verdicts(texts);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (judged[i].stands()) out.push_back(texts[i]);
    return out;
  }
};

TEST_F(DefeatTest, AnOverriddenCandidateIsOut) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(standing({"low=x", "high=y"}), ElementsAre("high=y"));
  const auto judged = verdicts({"low=x", "high=y"});
  EXPECT_EQ(judged[0].defeated_by, 1U);
  EXPECT_EQ(judged[0].ground, DefeatGround::overrides);
}

TEST_F(DefeatTest, RulesThatAgreeDoNotDefeat) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(standing({"low=x", "high=x"}), ElementsAre("low=x", "high=x"));
  EXPECT_THAT(standing({"low=x", "low=y", "high=x"}), ElementsAre("low=x", "high=x"));
}

TEST_F(DefeatTest, EqualRulesConflict) {
  rule("one");
  rule("two");
  EXPECT_THAT(standing({"one=x", "two=y"}), ElementsAre("one=x", "two=y"));
  EXPECT_THAT(standing({"one=x", "one=y"}), ElementsAre("one=x", "one=y"));
}

TEST_F(DefeatTest, ARuleDoesNotDefeatWhereItHasNoCandidate) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(standing({"low=x"}), ElementsAre("low=x"));
}

TEST_F(DefeatTest, ABarredCandidateIsOutAndDefeatsNobody) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(standing({"low=x", "high=y!"}), ElementsAre("low=x"));
  EXPECT_THAT(standing({"low=x!", "high=x!"}), IsEmpty());
  EXPECT_TRUE(verdicts({"low=x", "high=y!"})[1].barred);
}

TEST_F(DefeatTest, ADefeatedCandidateStillDefeats) {
  // nobody but `middle` has another value than `low` in the second case, and `middle` is out
  rule("low");
  rule("middle", {"low"});
  rule("top", {"middle"});  // and so low, through middle
  EXPECT_THAT(standing({"low=x", "middle=y", "top=z"}), ElementsAre("top=z"));
  EXPECT_THAT(standing({"low=x", "middle=y", "top=x"}), ElementsAre("top=x"));
}

TEST_F(DefeatTest, BySeveralValuesOfOneRule) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(standing({"low=x", "low=y", "high=x", "high=y"}), ElementsAre("high=x", "high=y"));
  EXPECT_THAT(standing({"low=x", "low=y!", "high=x", "high=y!"}), ElementsAre("low=x", "high=x"));
}

/// third overrides first; first beats second and second beats third by rank.
TEST_F(DefeatTest, DefeatsInACircleDoNotCount) {
  rule("a", {}, {"first"});
  rule("b", {}, {"second"});
  rule("c", {"a"}, {"third"});
  EXPECT_THAT(standing({"a=x", "b=y", "c=z"}), ElementsAre("a=x", "b=y", "c=z"));
  EXPECT_THAT(standing({"a=x", "b=y"}), ElementsAre("a=x")) << "no circle without c";
  EXPECT_THAT(standing({"a=x", "b=y", "c=z!"}), ElementsAre("a=x")) << "a bar opens the circle";
  EXPECT_THAT(standing({"a=x", "b=y", "c=x"}), ElementsAre("a=x"))
      << "c agrees with a, so nothing leads back to a; b defeats c although a defeats b";
}

TEST_F(DefeatTest, WhatACircleDefeatsIsOut) {
  rule("a", {}, {"first"});
  rule("b", {}, {"second"});
  rule("c", {"a"}, {"third"});
  rule("outside");
  EXPECT_THAT(standing({"a=x", "b=y", "c=z", "outside=w"}), ElementsAre("a=x", "b=y", "c=z"));
}

TEST_F(DefeatTest, WhatDefeatsACircleFromOutsideStands) {
  rule("a", {}, {"first"});
  rule("b", {}, {"second"});
  rule("c", {"a"}, {"third"});
  rule("top", {"a", "b", "c"});
  EXPECT_THAT(standing({"a=x", "b=y", "c=z", "top=w"}), ElementsAre("top=w"));
}

/// The circle is one of candidates, not of rules: with several values each is judged by itself.
TEST_F(DefeatTest, ACircleIsJudgedByCandidates) {
  rule("a", {}, {"first"});
  rule("b", {}, {"second"});
  rule("c", {"a"}, {"third"});
  // a=x → b=y → c=z → a=x is a circle; a=z is defeated by nobody (c has no other value),
  // and defeats b=y, which leads back to a=x alone
  EXPECT_THAT(standing({"a=x", "a=z", "b=y", "c=z"}), ElementsAre("a=x", "a=z", "c=z"));
}

}  // namespace
}  // namespace mingze
