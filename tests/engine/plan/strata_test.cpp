// The order of evaluation, and the programs that have none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::codes;
using test::Notation;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class StrataTest : public testing::Test {
 protected:
  StrataTest() {
    n.kind("dept");
    n.kind("item");
    n.relation("p", {"item"});
    n.relation("q", {"item"});
    n.relation("r", {"item"});
    n.relation("part", {"item", "item"}, true);
    n.relation("near", {"item", "item"});
    n.relation("able", {"dept", "item"});
    n.decision("leads", {"dept", "item"}, {0, {1}, "", {}, {}});
    n.decision("helps", {"dept", "item"}, {0, {1}, "p", {0}, {}});
  }
  Diagnostics problems() { return plan(n.program).diagnostics; }
  /// How the first problem explains itself, one line a link, and its message.
  std::vector<std::string> explained() {
    std::vector<std::string> out;
    const Diagnostics found = problems();
    for (const Label& label : found.at(0).related) out.push_back(label.message.en);
    return out;
  }
  /// Places of the predicates in the order of evaluation.
  std::size_t place(const std::string& id) {
    const Plan made = plan(n.program);
    for (std::size_t i = 0; i < made.strata.size(); ++i)
      for (const PredicateId p : made.strata[i].predicates)
        if (p == n.predicate(id)) return i;
    return SIZE_MAX;
  }
  Notation n;
};

TEST_F(StrataTest, WhatIsReadComesFirst) {
  n.rule("1", "p(X) :- q(X)");
  n.rule("2", "q(X) :- near(X, Y), !r(Y)");
  n.rule("3", "r(X) :- near(X, X)");
  EXPECT_LT(place("near"), place("r"));
  EXPECT_LT(place("r"), place("q"));
  EXPECT_LT(place("q"), place("p"));
}

TEST_F(StrataTest, MutualRecursionIsOneStratum) {
  n.rule("1", "p(X) :- q(X)");
  n.rule("2", "q(X) :- p(X)");
  EXPECT_EQ(place("p"), place("q"));
  EXPECT_TRUE(plan(n.program).strata[place("p")].recursive);
  EXPECT_FALSE(plan(n.program).strata[place("r")].recursive);
}

TEST_F(StrataTest, ADecisionWaitsForItsDomain) {
  n.rule("1", "p(X) :- leads(_, X)");
  n.rule("2", "helps(D, X) :- able(D, X)");
  EXPECT_LT(place("p"), place("helps"));
  EXPECT_LT(place("leads"), place("p"));
}

TEST_F(StrataTest, ACycleThroughNegation) {
  n.rule("one", "p(X) :- near(X, Y), !q(Y)");
  n.rule("two", "q(X) :- r(X)");
  n.rule("three", "r(X) :- p(X)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
  EXPECT_EQ(problems()[0].message.en, "p depends on itself through negation");
  EXPECT_EQ(problems()[0].message.zh, "p 经由否定又取决于它自己");
  EXPECT_THAT(explained(), ElementsAre("rule one: p depends on not q", "rule two: q depends on r",
                                       "rule three: r depends on p"));
}

TEST_F(StrataTest, ANegationOfTheConclusionItself) {
  n.rule("one", "p(X) :- q(X), !p(X)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
  EXPECT_THAT(explained(), ElementsAre("rule one: p depends on not p"));
}

TEST_F(StrataTest, ACycleThroughCounting) {
  n.rule("one", "p(X) :- near(X, _), #2 D q(D)");
  n.rule("two", "q(X) :- p(X)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
  EXPECT_THAT(explained(),
              ElementsAre("rule one: p depends on counting q", "rule two: q depends on p"));
}

TEST_F(StrataTest, ACycleThroughADecision) {
  n.rule("one", "leads(D, X) :- able(D, X), p(X)");
  n.rule("two", "p(X) :- leads(_, X)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
  EXPECT_THAT(problems()[0].message.en, HasSubstr("through a decision"));
}

TEST_F(StrataTest, ACycleThroughTheDomainOfADecision) {
  n.rule("one", "helps(D, X) :- able(D, X)");
  n.rule("two", "p(X) :- helps(_, X)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
  EXPECT_THAT(explained(), testing::Contains("decision helps is made for every p"));
}

TEST_F(StrataTest, ABarReadsAsAProposalDoes) {
  n.rule("one", "-leads(D, X) :- able(D, X), p(X)");
  n.rule("two", "p(X) :- leads(_, X)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
}

TEST_F(StrataTest, EachSeparateCycleIsToldOnce) {
  n.rule("one", "p(X) :- near(X, X), !p(X)");
  n.rule("two", "q(X) :- near(X, Y), !r(Y), !r(X)");
  n.rule("three", "r(X) :- q(X)");
  EXPECT_EQ(problems().size(), 2U);
}

TEST_F(StrataTest, ADecisionMayReadItselfDownAHierarchy) {
  n.rule("one", "leads(D, X) :- part(X, Y), leads(D, Y)");
  n.rule("two", "-leads(D, X) :- part(X, Y), leads(D, Y), !able(D, X)");
  EXPECT_THAT(problems(), IsEmpty());
  const Plan made = plan(n.program);
  const auto& descent = made.strata[place("leads")].descent;
  ASSERT_TRUE(descent);
  EXPECT_EQ(descent->hierarchy, n.predicate("part"));
  EXPECT_EQ(descent->slot, 1U);
  EXPECT_EQ(descent->rules.size(), 2U);
}

TEST_F(StrataTest, NamesGoDownAHierarchyAsVariablesDo) {
  n.rule("one", "leads(D, x1) :- part(x1, x2), leads(D, x2)");
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(StrataTest, ButOnlyStrictlyDown) {
  const auto rejects = [this](const std::string& rule) {
    Notation fresh = std::move(n);
    n = Notation();
    std::swap(n, fresh);
    Program& program = n.program;
    n.rule("one", rule);
    const bool out = codes(plan(program).diagnostics) == std::vector<std::string>{"unstratified"};
    program.rules.clear();
    return out;
  };
  EXPECT_TRUE(rejects("leads(D, X) :- part(Y, X), leads(D, Y)")) << "up";
  EXPECT_TRUE(rejects("leads(D, X) :- near(X, Y), leads(D, Y)")) << "no hierarchy";
  EXPECT_TRUE(rejects("leads(D, X) :- near(X, Y), !part(X, Y), leads(D, Y)")) << "negated";
  EXPECT_TRUE(rejects("leads(D, X) :- part(X, Y), leads(D, Y), leads(E, X), able(E, X)"));
  EXPECT_TRUE(rejects("leads(D, X) :- part(X, Y), leads(D, Z), near(Y, Z)"));
  EXPECT_TRUE(rejects("leads(D, Y) :- part(X, Y), leads(D, Y)"));
  EXPECT_FALSE(rejects("leads(D, X) :- part(X, Y), able(D, X), !leads(_, Y)"));
  EXPECT_FALSE(rejects("leads(D, X) :- part(X, Y), able(D, X), #2 E leads(E, Y)"));
}

TEST_F(StrataTest, AllRulesOfADecisionGoDownOneHierarchy) {
  n.relation("below", {"item", "item"}, true);
  n.rule("one", "leads(D, X) :- part(X, Y), leads(D, Y)");
  n.rule("two", "leads(D, X) :- below(X, Y), leads(D, Y)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
}

TEST_F(StrataTest, ThroughAnotherRelationItIsACycle) {
  n.rule("one", "p(X) :- leads(_, X)");
  n.rule("two", "leads(D, X) :- part(X, Y), p(Y), able(D, X)");
  EXPECT_THAT(codes(problems()), ElementsAre("unstratified"));
}

TEST_F(StrataTest, OverridesInACircle) {
  n.rule("one", "leads(D, X) :- able(D, X)");
  n.rule("two", "leads(D, X) :- able(D, X)", {"one"});
  n.rule("three", "leads(D, X) :- able(D, X)", {"two"});
  EXPECT_THAT(problems(), IsEmpty());
  n.program.rules[0].overrides = {n.rule_id("three")};
  EXPECT_THAT(codes(problems()), ElementsAre("override-cycle"));
  EXPECT_EQ(problems()[0].message.en,
            "rules override each other in a circle: one → three → two → one");
  EXPECT_THAT(explained(), ElementsAre("rule one overrides three", "rule three overrides two",
                                       "rule two overrides one"));
}

TEST_F(StrataTest, ARuleThatOverridesItself) {
  n.rule("one", "leads(D, X) :- able(D, X)");
  n.program.rules[0].overrides = {{0}};
  EXPECT_EQ(problems().at(0).message.en, "rules override each other in a circle: one → one");
}

TEST_F(StrataTest, ThePlanOfABrokenProgramIsEmpty) {
  n.rule("one", "p(X) :- q(X), !p(X)");
  EXPECT_THAT(plan(n.program).strata, IsEmpty());
}

}  // namespace
}  // namespace mingze
