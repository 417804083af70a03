#include "engine/resolve/specificity.hpp"

#include <gtest/gtest.h>

#include "tests/engine/build/notation.hpp"

namespace mingze {
namespace {

class SpecificityTest : public testing::Test {
 protected:
  SpecificityTest() {
    n.kind("a");
    n.kind("b");
    n.relation("p", {"a"});
    n.relation("q", {"a"});
    n.relation("r", {"a", "a"});
    n.relation("s", {"a", "b"});
    n.relation("size", {"a", "number"});
  }
  bool more_specific(const std::string& special, const std::string& general) {
    return is_more_specific(n.body(special), n.body(general));
  }
  test::Notation n;
};

TEST_F(SpecificityTest, MoreConditionsOverTheSameOnes) {
  EXPECT_TRUE(more_specific("p(X), q(X)", "p(X)"));
  EXPECT_FALSE(more_specific("p(X)", "p(X), q(X)"));
  EXPECT_FALSE(more_specific("p(X), q(X)", "p(X), q(X)")) << "strictly";
  EXPECT_FALSE(more_specific("p(X), q(X)", "r(X, Y)"));
}

TEST_F(SpecificityTest, VariablesMayHaveOtherNames) {
  EXPECT_TRUE(more_specific("q(U), r(V, U), p(V)", "r(A, B), p(A)"));
  EXPECT_FALSE(more_specific("q(U), r(V, U), p(V)", "r(A, B), p(B)"));
}

TEST_F(SpecificityTest, RenamingKeepsVariablesApart) {
  EXPECT_FALSE(more_specific("r(X, X), p(X)", "r(A, B)")) << "A and B would become one";
  EXPECT_FALSE(more_specific("r(X, X), p(X)", "r(A, B), p(A)"));
  EXPECT_FALSE(more_specific("r(X, Y), p(X)", "r(A, A)"));
  EXPECT_FALSE(more_specific("p(X), q(X), r(X, X)", "p(A), q(B)"));
  EXPECT_TRUE(more_specific("p(X), q(X), q(Y)", "p(A), q(B)")) << "A to X, B to Y";
}

TEST_F(SpecificityTest, ANameIsNotAVariable) {
  EXPECT_FALSE(more_specific("s(X, b1), p(X)", "s(X, Y)"));
  EXPECT_FALSE(more_specific("s(X, Y), p(X)", "s(X, b1)"));
  EXPECT_TRUE(more_specific("s(X, b1), p(X)", "s(X, b1)"));
  EXPECT_FALSE(more_specific("s(X, b2), p(X)", "s(X, b1)"));
}

TEST_F(SpecificityTest, ConditionsAreASet) {
  EXPECT_FALSE(more_specific("p(X), p(X)", "p(X)"));
  EXPECT_TRUE(more_specific("p(X), q(X), p(X)", "p(Y), p(Y)"));
  EXPECT_FALSE(more_specific("p(X), r(X, Y), X = Y, Y = X", "p(X), r(X, Y), X = Y"));
}

TEST_F(SpecificityTest, IsCanBeTurnedAround) {
  EXPECT_TRUE(more_specific("r(X, Y), Y = X, p(X)", "r(X, Y), X = Y"));
  EXPECT_TRUE(more_specific("r(X, Y), Y != X, p(X)", "r(X, Y), X != Y"));
  EXPECT_TRUE(more_specific("p(X), X = a1, q(X)", "p(X), a1 = X"));
  EXPECT_FALSE(more_specific("r(X, Y), X = Y, p(X)", "r(X, Y), X != Y"));
}

TEST_F(SpecificityTest, GreaterThanIsLessThanTurnedAround) {
  EXPECT_TRUE(more_specific("size(X, N), 3 < N, p(X)", "size(X, N), N > 3"));
  EXPECT_FALSE(more_specific("size(X, N), N < 3, p(X)", "size(X, N), N > 3"));
  EXPECT_FALSE(more_specific("size(X, N), N >= 3, p(X)", "size(X, N), N > 3"));
}

TEST_F(SpecificityTest, NegationsAndCountsAreConditionsToo) {
  EXPECT_TRUE(more_specific("p(X), !q(X)", "p(X)"));
  EXPECT_FALSE(more_specific("p(X), !q(X), r(X, X)", "p(X), q(X)"));
  EXPECT_TRUE(more_specific("p(X), #2 D s(X, D)", "p(X)"));
  EXPECT_FALSE(more_specific("p(X), q(X), #2 D s(X, D)", "p(X), #3 D s(X, D)"));
  EXPECT_TRUE(more_specific("p(X), q(X), #2 D s(X, D)", "p(Y), #2 E s(Y, E)"));
  EXPECT_FALSE(more_specific("p(X), q(X), #2 D r(X, D)", "p(X), #2 D r(D, X)"));
}

TEST_F(SpecificityTest, FindsARenamingBehindWrongTurns) {
  EXPECT_TRUE(more_specific("r(A, B), r(B, C), r(C, D), p(D), q(C)", "r(U, V), r(V, W), p(W)"));
  EXPECT_FALSE(more_specific("r(A, B), r(B, C), r(C, D), p(A), q(C)", "r(U, V), r(V, W), p(W)"));
}

}  // namespace
}  // namespace mingze
