// The stated facts that a finding was raised on, told apart by the number given to `fact`.
#include "engine/explain/grounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::Notation;
using testing::ElementsAre;
using testing::IsEmpty;

class GroundsTest : public testing::Test {
 protected:
  GroundsTest() {
    n.kind("a");
    n.relation("edge", {"a", "a"});
    n.relation("path", {"a", "a"});
    n.relation("p", {"a"});
    n.rule("1", "path(X, Y) :- edge(X, Y)");
    n.rule("2", "path(X, Y) :- edge(X, Z), path(Z, Y)");
  }

  /// The places behind each finding that is raised, in their order.
  std::vector<std::vector<std::uint32_t>> places(FindingId finding) {
    const Evaluation evaluation = test::run(n.program);
    const Grounds grounds(n.program, evaluation, finding);
    std::vector<std::vector<std::uint32_t>> out;
    for (const RaisedFinding& raised : evaluation.findings.all(n.program)) {
      out.emplace_back();
      for (const StatedFact& fact : grounds.of(raised)) out.back().push_back(fact.origin.begin);
    }
    return out;
  }

  Notation n;
};

TEST_F(GroundsTest, AreTheFactsOfOneFindingAlone) {
  n.fact("edge(a, b)", 1);
  n.fact("edge(c, d)", 2);
  n.fact("p(a)", 3);
  n.fact("p(c)", 4);
  EXPECT_THAT(places(n.finding("f", "edge(X, Y), p(X)", {"X"})),
              ElementsAre(ElementsAre(1, 3), ElementsAre(2, 4)));
}

TEST_F(GroundsTest, OfSeveralMatchesAreThoseOfAllOfThem) {
  n.fact("edge(a, b)", 1);
  n.fact("edge(b, a)", 2);
  n.fact("edge(b, c)", 3);
  EXPECT_THAT(places(n.finding("circle", "edge(X, Y), path(Y, X)", {})),
              ElementsAre(ElementsAre(1, 2)))
      << "the edges of the circle, and not the one that leaves it";
}

TEST_F(GroundsTest, WhatWasDerivedIsNotStated) {
  n.fact("edge(a, b)", 1);
  EXPECT_THAT(places(n.finding("f", "path(X, Y)", {"X"})), ElementsAre(IsEmpty()));
}

TEST_F(GroundsTest, ThoseThatACountCountsAreAmongThem) {
  n.fact("edge(a, b)", 1);
  n.fact("edge(a, c)", 2);
  n.fact("edge(b, c)", 3);
  n.fact("p(a)", 4);
  n.fact("p(b)", 5);
  EXPECT_THAT(places(n.finding("f", "p(X), #2 Y edge(X, Y)", {"X"})),
              ElementsAre(ElementsAre(1, 2, 4)));
}

TEST_F(GroundsTest, ConditionsThatAreNotMetHaveNone) {
  n.fact("edge(a, b)", 1);
  n.fact("edge(a, c)", 2);
  n.fact("p(b)", 3);
  EXPECT_THAT(places(n.finding("f", "edge(X, Y), !p(Y)", {"X"})), ElementsAre(ElementsAre(2)));
}

}  // namespace
}  // namespace mingze
