// Decisions as a whole: candidates, bars, domains, levels.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::keys;
using test::Notation;
using test::run;
using test::tuples;
using testing::ElementsAre;
using testing::IsEmpty;

class DecisionTest : public testing::Test {
 protected:
  DecisionTest() {
    n.kind("dept");
    n.kind("item");
    n.kind("place");
    n.relation("able", {"dept", "item"});
    n.relation("named", {"dept", "item"});
    n.relation("unfit", {"dept", "item"});
    n.relation("known", {"item"});
    n.relation("handled", {"place", "dept", "item"});
    n.relation("part", {"item", "item"}, true);
    n.relation("seen", {"dept"});
  }
  void leads(const std::string& domain = "", std::vector<std::uint32_t> slots = {}) {
    n.decision("leads", {"dept", "item"}, {0, {1}, domain, std::move(slots), {}});
    n.rule("able", "leads(D, I) :- able(D, I)");
  }
  std::vector<std::string> result(const std::string& decision = "leads") {
    return keys(n.program, run(n.program), decision);
  }
  Notation n;
};

TEST_F(DecisionTest, DecidedConflictAndMissing) {
  leads("known", {0});
  for (const char* fact :
       {"known(i)", "known(j)", "known(k)", "able(a, i)", "able(a, j)", "able(b, j)", "able(c, l)"})
    n.fact(fact);
  EXPECT_THAT(result(), ElementsAre("i: a", "j: a b", "k: missing", "l: c"));
  const Evaluation evaluation = run(n.program);
  EXPECT_EQ(evaluation.outcomes[0].decided, 2U);
  EXPECT_EQ(evaluation.outcomes[0].missing.size(), 1U);
  EXPECT_EQ(evaluation.outcomes[0].conflicts.size(), 1U);
}

TEST_F(DecisionTest, RulesThatAgreeDoNotConflict) {
  leads();
  n.rule("named", "leads(D, I) :- named(D, I)");
  n.fact("able(a, i)");
  n.fact("named(a, i)");
  EXPECT_THAT(result(), ElementsAre("i: a"));
}

TEST_F(DecisionTest, AnOverrideDecides) {
  leads();
  n.rule("named", "leads(D, I) :- named(D, I)", {"able"});
  n.fact("able(a, i)");
  n.fact("able(b, i)");
  n.fact("named(c, i)");
  n.fact("able(a, j)");
  EXPECT_THAT(result(), ElementsAre("i: c", "j: a"));
}

TEST_F(DecisionTest, ABarHoldsWhoeverProposes) {
  leads("known", {0});
  n.rule("named", "leads(D, I) :- named(D, I)", {"able"});
  n.rule("unfit", "-leads(D, I) :- unfit(D, I)");
  for (const char* fact : {"known(i)", "known(j)", "able(a, i)", "named(b, i)", "unfit(b, i)",
                           "named(b, j)", "unfit(b, j)", "able(c, l)", "unfit(c, l)"})
    n.fact(fact);
  EXPECT_THAT(result(), ElementsAre("i: a", "j: missing"))
      << "l is outside of the domain, and not listed";
}

TEST_F(DecisionTest, ABarOfNobodyChangesNothing) {
  leads();
  n.rule("unfit", "-leads(D, I) :- unfit(D, I)");
  n.fact("able(a, i)");
  n.fact("unfit(b, i)");
  n.fact("unfit(a, j)");
  EXPECT_THAT(result(), ElementsAre("i: a"));
}

TEST_F(DecisionTest, OtherSlotsOfTheDomainMeanSome) {
  leads("handled", {2});
  n.fact("handled(p, a, i)");
  n.fact("handled(q, b, i)");
  n.fact("handled(q, b, j)");
  n.fact("able(a, j)");
  EXPECT_THAT(result(), ElementsAre("i: missing", "j: a"));
}

TEST_F(DecisionTest, KeysOfTwoSlotsInAnyOrder) {
  n.decision("leads", {"item", "dept", "place"}, {1, {2, 0}, "handled", {0, 2}, {}});
  n.rule("r", "leads(I, D, P) :- handled(P, D, I), able(D, I)");
  n.fact("handled(p, a, i)");
  n.fact("handled(p, b, i)");
  n.fact("handled(q, b, j)");
  n.fact("able(a, i)");
  n.fact("able(b, i)");
  EXPECT_THAT(result(), ElementsAre("p i: a b", "q j: missing"));
}

TEST_F(DecisionTest, ADecisionWithoutKeys) {
  n.decision("chief", {"dept"}, {0, {}, "", {}, {}});
  n.rule("r", "chief(D) :- seen(D)");
  n.fact("seen(a)");
  EXPECT_THAT(result("chief"), ElementsAre(": a"));
  n.fact("seen(b)");
  EXPECT_THAT(result("chief"), ElementsAre(": a b"));
}

TEST_F(DecisionTest, ItsSentenceHoldsForEachValueOfAConflict) {
  leads();
  n.rule("seen", "seen(D) :- leads(D, _)");
  n.fact("able(a, i)");
  n.fact("able(b, i)");
  n.fact("unfit(c, i)");
  EXPECT_THAT(tuples(n.program, run(n.program), "seen"), ElementsAre("a", "b"));
}

TEST_F(DecisionTest, OneDecisionReadsAnother) {
  leads("known", {0});
  n.decision("helps", {"dept", "item"}, {0, {1}, "", {}, {}});
  n.rule("helps", "helps(D, I) :- named(D, I), !leads(D, I)");
  n.rule("nobody", "seen(D) :- named(D, I), !leads(_, I)");
  for (const char* fact :
       {"known(i)", "known(j)", "able(a, i)", "named(a, i)", "named(b, i)", "named(c, j)"})
    n.fact(fact);
  EXPECT_THAT(result("helps"), ElementsAre("i: b", "j: c"));
  EXPECT_THAT(tuples(n.program, run(n.program), "seen"), ElementsAre("c"));
}

class DescentTest : public DecisionTest {
 protected:
  DescentTest() {
    leads("known", {0});
    n.rule("down", "leads(D, X) :- part(X, Y), leads(D, Y)");
    n.program.rules[0].overrides = {n.rule_id("down")};
    for (const char* fact : {"part(i2, i1)", "part(i3, i2)", "part(i4, i3)", "known(i1)",
                             "known(i2)", "known(i3)", "known(i4)"})
      n.fact(fact);
  }
};

TEST_F(DescentTest, GoesDownLevelByLevel) {
  n.fact("able(a, i1)");
  n.fact("able(b, i3)");
  EXPECT_THAT(result(), ElementsAre("i1: a", "i2: a", "i3: b", "i4: b"));
}

TEST_F(DescentTest, AConflictAboveIsOneBelow) {
  n.fact("able(a, i1)");
  n.fact("able(b, i1)");
  n.fact("able(c, i4)");
  EXPECT_THAT(result(), ElementsAre("i1: a b", "i2: a b", "i3: a b", "i4: c"));
}

TEST_F(DescentTest, ABarCutsTheLine) {
  n.rule("unfit", "-leads(D, I) :- unfit(D, I)");
  n.fact("able(a, i1)");
  n.fact("able(b, i1)");
  n.fact("unfit(a, i2)");
  n.fact("unfit(b, i3)");
  EXPECT_THAT(result(), ElementsAre("i1: a b", "i2: b", "i3: missing", "i4: missing"));
}

TEST_F(DescentTest, ABarMayDescendToo) {
  n.rule("rotate", "-leads(D, X) :- part(X, Y), leads(D, Y), unfit(D, X)");
  n.fact("able(a, i1)");
  n.fact("unfit(a, i1)");
  n.fact("unfit(a, i3)");
  EXPECT_THAT(result(), ElementsAre("i1: a", "i2: a", "i3: missing", "i4: missing"));
}

TEST_F(DescentTest, SeveralParentsMayDisagree) {
  n.fact("part(i3, j1)");
  n.fact("able(a, i1)");
  n.fact("able(b, j1)");
  EXPECT_THAT(result(), ElementsAre("i1: a", "i2: a", "i3: a b", "i4: a b", "j1: b"));
}

TEST_F(DescentTest, WhatTheUpperLevelLacksMayBeReadToo) {
  n.rule("gap", "leads(D, X) :- part(X, Y), named(D, X), !leads(_, Y)");
  n.fact("named(a, i2)");
  n.fact("named(b, i3)");
  EXPECT_THAT(result(), ElementsAre("i1: missing", "i2: a", "i3: a", "i4: a"));
}

TEST_F(DescentTest, NamesGoDownToo) {
  n.program.rules.pop_back();
  n.program.rules[0].overrides.clear();
  n.rule("third", "leads(D, i3) :- part(i3, i2), leads(D, i2)");
  n.rule("second", "leads(D, i2) :- part(i2, i1), leads(D, i1)");
  n.fact("able(a, i1)");
  EXPECT_THAT(result(), ElementsAre("i1: a", "i2: a", "i3: a", "i4: missing"));
}

}  // namespace
}  // namespace mingze
