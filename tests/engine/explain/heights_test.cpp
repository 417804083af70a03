// How high a tuple stands is the same from wherever it is counted.
#include "engine/explain/heights.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::Notation;
using test::run;

class HeightsTest : public testing::Test {
 protected:
  HeightsTest() {
    n.kind("node");
    n.relation("edge", {"node", "node"});
    n.relation("path", {"node", "node"});
    n.relation("back", {"node", "node"});
  }
  static std::string node(std::uint32_t number) { return "n" + std::to_string(number); }
  void edge(std::uint32_t from, std::uint32_t to) {
    n.fact("edge(" + node(from) + ", " + node(to) + ")");
  }
  void some_edges(std::uint32_t nodes, int edges) {
    std::mt19937 random(20261127);
    const auto any = [&] {
      return std::uniform_int_distribution<std::uint32_t>(0, nodes - 1)(random);
    };
    for (int i = 0; i < edges; ++i) edge(any(), any());
  }

  /// Of all tuples, the last first; returns the greatest height.
  std::uint32_t expect_same_heights(const std::string& relation) {
    const Plan made = plan(n.program);
    const Evaluation by_row = run(n.program, UINT32_MAX);
    const Evaluation by_set = run(n.program, 0);
    Heights from_tuples(n.program, made, by_row);
    Heights from_nested(n.program, made, by_set);
    Heights soon_given_up(n.program, made, by_row, 20);
    Heights from_facts(n.program, made, by_row, 0);
    const PredicateId predicate = n.predicate(relation);
    const Relation& tuples = by_row.database[predicate];
    std::uint32_t greatest = 0;
    for (std::uint32_t row = tuples.size(); row-- > 0;) {
      const std::uint32_t height = from_facts.of(predicate, tuples.row(row));
      EXPECT_EQ(from_tuples.of(predicate, tuples.row(row)), height);
      EXPECT_EQ(from_nested.of(predicate, tuples.row(row)), height);
      EXPECT_EQ(soon_given_up.of(predicate, tuples.row(row)), height);
      greatest = std::max(greatest, height);
    }
    return greatest;
  }

  Notation n;
};

TEST_F(HeightsTest, AChainIsClimbedStepByStep) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("step", "path(X, Z) :- path(X, Y), edge(Y, Z)");
  for (std::uint32_t i = 0; i < 30; ++i) edge(i, i + 1);
  EXPECT_EQ(expect_same_heights("path"), 30U);
}

TEST_F(HeightsTest, HalvingAChainTakesItsLogarithm) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("join", "path(X, Z) :- path(X, Y), path(Y, Z)");
  for (std::uint32_t i = 0; i < 32; ++i) edge(i, i + 1);
  EXPECT_EQ(expect_same_heights("path"), 6U);
}

TEST_F(HeightsTest, CirclesAreNoWayUp) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("step", "path(X, Z) :- path(X, Y), edge(Y, Z)");
  n.rule("idle", "path(X, Y) :- path(X, Y), path(Y, X)");
  some_edges(40, 55);
  EXPECT_GT(expect_same_heights("path"), 3U);
}

TEST_F(HeightsTest, TwoRelationsClimbTogether) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("there", "back(Y, X) :- path(X, Y), edge(Y, Z)");
  n.rule("again", "path(X, Z) :- back(Y, X), edge(Y, Z)");
  some_edges(40, 55);
  EXPECT_GT(expect_same_heights("path"), 4U);
  EXPECT_GT(expect_same_heights("back"), 4U);
}

TEST_F(HeightsTest, WhatIsStatedStandsAtTheBottom) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("step", "path(X, Z) :- path(X, Y), edge(Y, Z)");
  n.fact("path(n0, n9)");
  for (std::uint32_t i = 0; i < 12; ++i) edge(i, i + 1);
  EXPECT_EQ(expect_same_heights("path"), 11U);
}

}  // namespace
}  // namespace mingze
