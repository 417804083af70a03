#include "engine/program/embedding.hpp"

#include <gtest/gtest.h>

#include "tests/engine/build/notation.hpp"

namespace mingze {
namespace {

class EmbeddingTest : public testing::Test {
 protected:
  EmbeddingTest() {
    n.kind("a");
    n.relation("p", {"a"});
    n.relation("r", {"a", "a"});
  }
  Pattern pattern(const std::string& body) { return pattern_of(n.body(body)); }
  test::Notation n;
};

TEST_F(EmbeddingTest, APatternIsPartOfItself) {
  EXPECT_TRUE(is_part_of(pattern("r(X, Y), p(Y)"), pattern("p(B), r(A, B)")));
  EXPECT_FALSE(is_part_of(pattern("r(X, Y), p(Y)"), pattern("p(A), r(A, B)")));
}

TEST_F(EmbeddingTest, WhatIsSaidTwiceStandsOnce) {
  EXPECT_EQ(pattern("p(X), p(X)").shapes.size(), 1U);
  EXPECT_TRUE(is_part_of(pattern("p(X), p(X)"), pattern("p(X)")));
}

TEST_F(EmbeddingTest, OtherShapesTieVariablesToMore) {
  const auto with_order = [&](const std::string& body, std::vector<Term> order) {
    Pattern out = pattern(body);
    out.add({{1000}, std::move(order)});
    return out;
  };
  const Pattern forward = with_order("r(X, Y)", {{true, 0}, {true, 1}});
  const Pattern back = with_order("r(X, Y)", {{true, 1}, {true, 0}});
  EXPECT_TRUE(is_part_of(forward, forward));
  EXPECT_FALSE(is_part_of(forward, back));
}

}  // namespace
}  // namespace mingze
