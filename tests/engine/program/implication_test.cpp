#include "engine/program/implication.hpp"

#include <gtest/gtest.h>

#include "tests/engine/build/notation.hpp"

namespace mingze {
namespace {

class ImplicationTest : public testing::Test {
 protected:
  ImplicationTest() {
    n.kind("a");
    n.relation("p", {"a"});
    n.relation("q", {"a"});
    n.relation("r", {"a", "a"});
  }
  /// Whether condition `i` is redundant where the variables of these names are told.
  bool redundant(const std::string& text, std::size_t i, const std::string& told) {
    const Body body = n.body(text);
    std::vector<bool> kept;
    for (const Variable& variable : body.variables)
      kept.push_back(told.find(variable.name) != std::string::npos);
    return is_redundant(body, i, kept);
  }
  bool contradicts(const std::string& text) { return !contradictions(n.body(text)).empty(); }
  test::Notation n;
};

TEST_F(ImplicationTest, WhatIsSaidTwiceIsRedundant) {
  EXPECT_TRUE(redundant("r(X, Y), r(X, Y)", 1, "XY"));
  EXPECT_FALSE(redundant("r(X, Y), r(Y, X)", 1, "XY"));
}

TEST_F(ImplicationTest, AVariableOfItsOwnMeansAnything) {
  EXPECT_TRUE(redundant("r(X, Y), r(X, Z)", 1, "XY"));
  EXPECT_FALSE(redundant("r(X, Y), r(X, Z)", 1, "XYZ"));
  EXPECT_FALSE(redundant("r(X, Y), r(Z, W), p(W)", 1, "XY"));
}

TEST_F(ImplicationTest, WhatBindsOthersIsNeeded) {
  EXPECT_FALSE(redundant("r(X, Y), r(X, Z), !p(Z)", 1, "XY"));
  EXPECT_FALSE(redundant("r(X, Y), r(X, Z), Z != Y", 1, "XY"));
}

TEST_F(ImplicationTest, ANegationCoversNarrowerOnes) {
  EXPECT_TRUE(redundant("p(X), q(Y), !r(X, _), !r(X, Y)", 3, "XY"));
  EXPECT_FALSE(redundant("p(X), q(Y), !r(X, _), !r(X, Y)", 2, "XY"));
  EXPECT_FALSE(redundant("p(X), q(Y), !r(X, X), !r(X, Y)", 3, "XY"));
}

TEST_F(ImplicationTest, ComparisonsImplyWeakerOnes) {
  EXPECT_TRUE(redundant("r(X, Y), X < Y, X <= Y", 2, "XY"));
  EXPECT_TRUE(redundant("r(X, Y), X < Y, Y != X", 2, "XY"));
  EXPECT_FALSE(redundant("r(X, Y), X < Y, X <= Y", 1, "XY"));
  EXPECT_FALSE(redundant("r(X, Y), X < Y, Y < X", 2, "XY"));
}

TEST_F(ImplicationTest, AGreaterCountImpliesASmallerOne) {
  EXPECT_TRUE(redundant("p(X), #3 Y r(X, Y), #2 Z r(X, Z)", 2, "X"));
  EXPECT_FALSE(redundant("p(X), #3 Y r(X, Y), #2 Z r(X, Z)", 1, "X"));
  EXPECT_FALSE(redundant("p(X), #3 Y r(X, Y), #2 Z r(Z, X)", 2, "X"));
}

TEST_F(ImplicationTest, FollowsGivesVariablesTerms) {
  const Body general = n.body("p(X)");
  const Body special = n.body("r(A, B), p(B)");
  EXPECT_TRUE(follows(general, special, {{{true, 0}, {true, 1}}}));
  EXPECT_FALSE(follows(general, special, {{{true, 0}, {true, 0}}}));
  EXPECT_FALSE(follows(special, general, {}));
}

TEST_F(ImplicationTest, ContradictionsAreFound) {
  EXPECT_TRUE(contradicts("p(X), !p(X)"));
  EXPECT_TRUE(contradicts("r(X, Y), !r(X, _)"));
  EXPECT_FALSE(contradicts("r(X, Y), !r(Y, X)"));
  EXPECT_FALSE(contradicts("r(X, Y), !r(X, X)"));
  EXPECT_TRUE(contradicts("r(X, Y), X < Y, Y <= X"));
  EXPECT_TRUE(contradicts("r(X, Y), X = Y, Y != X"));
  EXPECT_TRUE(contradicts("p(X), X != X"));
  EXPECT_TRUE(contradicts("p(X), X = one, X = two"));
  EXPECT_FALSE(contradicts("r(X, Y), X = one, Y = two"));
  EXPECT_FALSE(contradicts("r(X, Y), X <= Y, Y <= X"));
}

}  // namespace
}  // namespace mingze
