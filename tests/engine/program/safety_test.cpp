#include "engine/program/safety.hpp"

#include <gtest/gtest.h>

#include "tests/engine/build/notation.hpp"

namespace mingze {
namespace {

class SafetyTest : public testing::Test {
 protected:
  SafetyTest() {
    n.kind("a");
    n.relation("p", {"a"});
    n.relation("q", {"a"});
    n.relation("r", {"a", "a"});
  }
  /// Whether the body is safe where the variables of these names are told.
  bool safe(const std::string& text, const std::string& told) {
    const Body body = n.body(text);
    std::vector<Term> terms;
    for (std::uint32_t v = 0; v < body.variables.size(); ++v)
      if (told.find(body.variables[v].name) != std::string::npos) terms.push_back({true, v});
    return is_safe(body, terms);
  }
  test::Notation n;
};

TEST_F(SafetyTest, WhatIsToldAndComparedNeedsAPositiveSentence) {
  EXPECT_TRUE(safe("r(X, Y)", "XY"));
  EXPECT_FALSE(safe("p(X), !q(Y)", "XY"));
  EXPECT_TRUE(safe("r(X, Y), X != Y", "X"));
  EXPECT_FALSE(safe("p(X), X != Y", "X"));
}

TEST_F(SafetyTest, AVariableOfOneNegationMeansNoneOfTheKind) {
  EXPECT_TRUE(safe("p(X), !r(X, Y)", "X"));
  EXPECT_TRUE(safe("p(X), !r(Y, Y)", "X"));
  EXPECT_FALSE(safe("p(X), !r(X, Y), !q(Y)", "X"));
  EXPECT_TRUE(safe("p(X), !r(X, Y), !q(Y), p(Y)", "X"));
}

TEST_F(SafetyTest, ACountBindsWhatItDoesNotCount) {
  EXPECT_TRUE(safe("#2 Y r(X, Y)", "X"));
  EXPECT_FALSE(safe("#2 Y r(X, Y)", "XY"));
}

}  // namespace
}  // namespace mingze
