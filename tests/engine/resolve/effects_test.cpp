#include "engine/resolve/effects.hpp"

#include <gtest/gtest.h>

#include "tests/engine/build/notation.hpp"

namespace mingze {
namespace {

class EffectsTest : public testing::Test {
 protected:
  EffectsTest() {
    n.kind("office");
    n.kind("task");
    n.relation("holds", {"office", "task"});
    n.relation("due", {"task"});
    n.relation("done", {"task"});
    n.decision("leads", {"office", "task"}, {.value = 0, .keys = {1}});
  }
  bool prevails(const std::string& other, const std::string& one) {
    return Effects(n.program).always_prevails(n.rule_id(other), n.rule_id(one));
  }
  bool matters(const std::string& r, const std::string& s) {
    return Effects(n.program).override_matters(n.rule_id(r), n.rule_id(s));
  }
  void narrow_and_wide(const std::vector<std::string>& overridden = {"narrow"}) {
    n.rule("narrow", "leads(D, T) :- holds(D, T), due(T)");
    n.rule("wide", "leads(D, T) :- holds(D, T)", overridden);
  }
  test::Notation n;
};

TEST_F(EffectsTest, AWiderRuleThatOverridesPrevails) {
  narrow_and_wide();
  EXPECT_TRUE(prevails("wide", "narrow"));
  EXPECT_FALSE(prevails("narrow", "wide"));
}

TEST_F(EffectsTest, WithoutAnOverrideBothStand) {
  narrow_and_wide({});
  EXPECT_FALSE(prevails("wide", "narrow"));
}

TEST_F(EffectsTest, AnotherKeyIsAnotherMatter) {
  n.rule("narrow", "leads(D, T) :- holds(D, T), holds(D, U)");
  n.rule("wide", "leads(D, U) :- holds(D, U), holds(D, T), due(T)", {"narrow"});
  EXPECT_FALSE(prevails("wide", "narrow"));
}

TEST_F(EffectsTest, ABarMayTakeTheBetterCandidateAway) {
  n.rule("narrow", "leads(water, T) :- due(T)");
  n.rule("wide", "leads(roads, T) :- due(T)", {"narrow"});
  EXPECT_TRUE(prevails("wide", "narrow"));
  n.rule("bar", "-leads(D, T) :- holds(D, T), done(T)");
  EXPECT_FALSE(prevails("wide", "narrow"));
}

TEST_F(EffectsTest, ABarOfTheSameValueTakesBothAway) {
  narrow_and_wide();
  n.rule("bar", "-leads(D, T) :- holds(D, T), done(T)");
  EXPECT_TRUE(prevails("wide", "narrow"));
}

TEST_F(EffectsTest, WhoDefeatsOnlyTheBetterRuleLeavesTheOtherStanding) {
  n.decision("heads", {"office", "task"}, {.value = 0, .keys = {1}, .prefer = {Ground::rank}});
  n.document("law", {.rank = 2});
  n.document("act", {.rank = 1});
  n.rule("narrow", "heads(D, T) :- holds(D, T), due(T)", {}, {"act"});
  n.rule("wide", "heads(D, T) :- holds(D, T)", {"narrow"});
  EXPECT_TRUE(prevails("wide", "narrow"));
  n.rule("third", "heads(D, T) :- holds(D, T), done(T)", {}, {"law"});
  EXPECT_FALSE(prevails("wide", "narrow"));
}

TEST_F(EffectsTest, ThroughOthersDoesNotCount) {
  n.rule("narrow", "leads(D, T) :- holds(D, T), due(T)");
  n.rule("between", "leads(D, T) :- holds(D, T), done(T)", {"narrow"});
  n.rule("wide", "leads(D, T) :- holds(D, T)", {"between"});
  EXPECT_TRUE(prevails("wide", "between"));
  EXPECT_FALSE(prevails("wide", "narrow"));
}

TEST_F(EffectsTest, OverridesMatterBetweenRulesThatMayCompete) {
  narrow_and_wide();
  EXPECT_TRUE(matters("wide", "narrow"));
  n.rule("derives", "done(T) :- due(T)", {"wide"});
  EXPECT_FALSE(matters("derives", "wide"));
  n.rule("water-a", "leads(water, a) :- due(a)");
  n.rule("water-b", "leads(water, b) :- due(b)", {"water-a"});
  n.rule("also-water-a", "leads(water, a) :- done(a)", {"water-a"});
  n.rule("roads-a", "leads(roads, a) :- done(a)", {"water-a"});
  EXPECT_FALSE(matters("water-b", "water-a"));
  EXPECT_FALSE(matters("also-water-a", "water-a"));
  EXPECT_TRUE(matters("roads-a", "water-a"));
}

TEST_F(EffectsTest, AnOverrideMattersToTheRulesThatItLinks) {
  n.rule("low", "leads(water, T) :- due(T)");
  n.rule("link", "done(T) :- due(T)", {"low"});
  EXPECT_FALSE(matters("link", "low"));
  n.rule("top", "leads(roads, T) :- due(T)", {"link"});
  EXPECT_TRUE(matters("link", "low"));
  EXPECT_TRUE(matters("top", "link"));
}

TEST_F(EffectsTest, ADecisionHoldsOnlyWhereARuleThatCanFireProposesIt) {
  const auto may_hold = [&](const std::string& sentence) {
    return Effects(n.program).may_hold(n.body(sentence).conditions.front().atom);
  };
  EXPECT_TRUE(may_hold("holds(D, T)"));
  EXPECT_FALSE(may_hold("leads(D, T)"));
  n.rule("water", "leads(water, T) :- due(T)");
  EXPECT_TRUE(may_hold("leads(D, a)"));
  EXPECT_TRUE(may_hold("leads(water, T)"));
  EXPECT_FALSE(may_hold("leads(roads, T)"));
  n.rule("after", "leads(roads, T) :- leads(roads, U), due(T)");
  EXPECT_TRUE(may_hold("leads(roads, T)"))
      << "only a circle is behind it, but that is not looked at";
  n.rule("never", "leads(parks, T) :- due(T), !due(T)");
  EXPECT_FALSE(may_hold("leads(parks, T)"));
}

TEST_F(EffectsTest, ARuleConcludesAllThatASpecialCaseConcludes) {
  n.rule("narrow", "done(T) :- holds(D, T), due(T)");
  n.rule("wide", "done(U) :- due(U)");
  Effects effects(n.program);
  EXPECT_TRUE(effects.concludes_all(n.rule_id("wide"), n.rule_id("narrow")));
  EXPECT_FALSE(effects.concludes_all(n.rule_id("narrow"), n.rule_id("wide")));
}

}  // namespace
}  // namespace mingze
