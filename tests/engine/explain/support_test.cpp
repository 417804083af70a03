// The stated facts behind a conclusion. Facts are told apart by the number that `fact` is given.
#include "engine/explain/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::Notation;
using testing::ElementsAre;
using testing::IsEmpty;

class SupportTest : public testing::Test {
 protected:
  SupportTest() {
    n.kind("a");
    n.kind("b");
    n.relation("edge", {"a", "a"});
    n.relation("path", {"a", "a"});
    n.relation("p", {"a"});
    n.relation("s", {"a", "b"});
    n.relation("part", {"a", "a"}, true);
    n.decision("d", {"b", "a"}, {0, {1}, "", {}, {}});
  }
  static std::vector<std::uint32_t> places(const std::vector<StatedFact>& facts) {
    std::vector<std::uint32_t> out;
    for (const StatedFact& fact : facts) out.push_back(fact.origin.begin);
    std::sort(out.begin(), out.end());
    return out;
  }
  std::vector<std::uint32_t> behind(const std::string& predicate, const std::string& values) {
    const std::vector<Value> tuple = n.tuple(predicate, values);
    const Evaluation evaluation = test::run(n.program);
    return places(Support(n.program, evaluation).behind(n.predicate(predicate), tuple));
  }
  std::vector<std::uint32_t> candidate(const std::string& rule, const std::string& values) {
    const std::vector<Value> tuple = n.tuple("d", values);
    const Evaluation evaluation = test::run(n.program);
    return places(
        Support(n.program, evaluation).behind_candidate(n.rule_id(rule), n.predicate("d"), tuple));
  }
  Notation n;
};

TEST_F(SupportTest, AStatedFactStandsForItself) {
  n.fact("edge(a, b)", 1);
  EXPECT_THAT(behind("edge", "a, b"), ElementsAre(1));
  EXPECT_THAT(behind("edge", "b, a"), IsEmpty());
}

TEST_F(SupportTest, FollowsRulesToTheFactsOfEveryDerivation) {
  n.rule("1", "path(X, Y) :- edge(X, Y)");
  n.rule("2", "path(X, Y) :- edge(X, Z), path(Z, Y)");
  n.fact("edge(a, b)", 1);
  n.fact("edge(b, c)", 2);
  n.fact("edge(c, d)", 3);
  n.fact("edge(a, c)", 4);
  n.fact("edge(x, y)", 5);
  EXPECT_THAT(behind("path", "a, c"), ElementsAre(1, 2, 4));
  EXPECT_THAT(behind("path", "b, d"), ElementsAre(2, 3));
  EXPECT_THAT(behind("path", "d, a"), IsEmpty());
}

TEST_F(SupportTest, EndsInCircles) {
  n.rule("1", "path(X, Y) :- edge(X, Y)");
  n.rule("2", "path(X, Y) :- path(X, Z), path(Z, Y)");
  n.fact("edge(a, b)", 1);
  n.fact("edge(b, a)", 2);
  EXPECT_THAT(behind("path", "a, a"), ElementsAre(1, 2));
}

TEST_F(SupportTest, NegationsAndComparisonsAreRespected) {
  n.rule("1", "p(X) :- edge(X, Y), !s(Y, Z), X != Y");
  n.fact("edge(a, b)", 1);
  n.fact("edge(a, a)", 2);
  n.fact("edge(a, c)", 3);
  n.fact("s(c, z)", 4);
  EXPECT_THAT(behind("p", "a"), ElementsAre(1));
}

TEST_F(SupportTest, WhatIsCountedStandsBehind) {
  n.rule("1", "p(X) :- edge(X, _), #2 D s(X, D)");
  n.fact("edge(a, b)", 1);
  n.fact("s(a, u)", 2);
  n.fact("s(a, v)", 3);
  n.fact("s(b, v)", 4);
  EXPECT_THAT(behind("p", "a"), ElementsAre(1, 2, 3));
}

TEST_F(SupportTest, ACountWithVariablesThatMeanSome) {
  n.rule("1", "p(X) :- edge(X, _), #2 D s(D, E)");
  n.fact("edge(a, b)", 1);
  n.fact("s(a, u)", 2);
  n.fact("s(b, v)", 3);
  EXPECT_THAT(behind("p", "a"), ElementsAre(1, 2, 3)) << "two different D, though no E has both";
}

TEST_F(SupportTest, OfACandidateOnlyWhatItsRuleUsed) {
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("two", "d(D, X) :- edge(X, Y), s(Y, D)");
  n.fact("s(a, u)", 1);
  n.fact("edge(a, b)", 2);
  n.fact("s(b, u)", 3);
  EXPECT_THAT(candidate("one", "u, a"), ElementsAre(1));
  EXPECT_THAT(candidate("two", "u, a"), ElementsAre(2, 3));
}

TEST_F(SupportTest, ThroughOtherDecisionsAndDownAHierarchy) {
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("down", "d(D, X) :- part(X, Y), d(D, Y)");
  n.rule("read", "p(X) :- d(_, X)");
  n.fact("s(a, u)", 1);
  n.fact("part(b, a)", 2);
  n.fact("part(c, b)", 3);
  EXPECT_THAT(candidate("down", "u, c"), ElementsAre(1, 2, 3));
  EXPECT_THAT(behind("p", "c"), ElementsAre(1, 2, 3));
}

}  // namespace
}  // namespace mingze
