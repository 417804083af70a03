#include "engine/resolve/precedence.hpp"

#include <gtest/gtest.h>

#include "tests/engine/build/notation.hpp"

namespace mingze {
namespace {

using enum DefeatGround;

class PrecedenceTest : public testing::Test {
 protected:
  PrecedenceTest() {
    n.kind("dept");
    n.kind("item");
    n.relation("p", {"dept", "item"});
    n.relation("q", {"item"});
    n.document("law", {1, "2014-04-24"});
    n.document("opinion", {2, "2021-10-10"});
    n.document("plan", {3, "2025-01-01"});
    n.document("letter", {});
  }
  void prefer(std::vector<Ground> grounds) {
    n.decision("d", {"dept", "item"}, {0, {1}, "", {}, std::move(grounds)});
  }
  void rule(const std::string& id, const std::vector<std::string>& cites,
            const std::string& conditions = "p(D, I)",
            const std::vector<std::string>& overrides = {}) {
    n.rule(id, "d(D, I) :- " + conditions, overrides, cites);
  }
  std::optional<DefeatGround> defeats(const std::string& r, const std::string& s) {
    Precedence precedence(n.program);
    return precedence.defeats({0}, n.rule_id(r), n.rule_id(s));
  }
  /// r defeats s on this ground, and s does not defeat r.
  void expect_only(const std::string& r, const std::string& s, DefeatGround ground) {
    EXPECT_EQ(defeats(r, s), ground) << r << " against " << s;
    EXPECT_EQ(defeats(s, r), std::nullopt) << s << " against " << r;
  }
  void expect_neither(const std::string& r, const std::string& s) {
    EXPECT_EQ(defeats(r, s), std::nullopt) << r << " against " << s;
    EXPECT_EQ(defeats(s, r), std::nullopt) << s << " against " << r;
  }
  test::Notation n;
};

TEST_F(PrecedenceTest, OverridesDirectlyOrThroughOthers) {
  prefer({});
  rule("low", {});
  rule("middle", {}, "p(D, I)", {"low"});
  rule("high", {}, "p(D, I)", {"middle"});
  rule("other", {});
  expect_only("high", "middle", overrides);
  expect_only("high", "low", overrides);
  expect_neither("other", "low");
  expect_neither("low", "low");
}

TEST_F(PrecedenceTest, AnOverrideGoesBeforeEveryGround) {
  prefer({Ground::rank});
  rule("by-law", {"law"});
  rule("by-plan", {"plan"}, "p(D, I)", {"by-law"});
  expect_only("by-plan", "by-law", overrides);
}

TEST_F(PrecedenceTest, NothingIsPreferredUnlessTheDecisionSaysSo) {
  prefer({});
  rule("by-law", {"law"});
  rule("by-plan", {"plan"}, "p(D, I), q(I)");
  expect_neither("by-law", "by-plan");
}

TEST_F(PrecedenceTest, TheBestRankAmongTheCitedSources) {
  prefer({Ground::rank});
  rule("by-opinion", {"opinion"});
  rule("by-plan-and-law", {"plan", "law"});
  rule("by-plan", {"plan"});
  rule("by-nothing", {});
  rule("by-letter", {"letter"});
  expect_only("by-plan-and-law", "by-opinion", rank);
  expect_only("by-opinion", "by-plan", rank);
  expect_only("by-plan", "by-nothing", rank);
  expect_only("by-plan", "by-letter", rank);
  expect_neither("by-nothing", "by-letter");
}

TEST_F(PrecedenceTest, TheNewestIssuedAmongTheCitedSources) {
  prefer({Ground::date});
  rule("by-law", {"law"});
  rule("by-law-and-plan", {"law", "plan"});
  rule("by-opinion", {"opinion"});
  rule("by-letter", {"letter"});
  rule("by-nothing", {});
  expect_only("by-law-and-plan", "by-opinion", date);
  expect_only("by-opinion", "by-law", date);
  expect_only("by-law", "by-letter", date);
  expect_neither("by-letter", "by-nothing");
}

TEST_F(PrecedenceTest, SpecificityComparesConditions) {
  prefer({Ground::specificity});
  rule("general", {}, "p(D, I)");
  rule("special", {}, "p(A, B), q(B)");
  rule("elsewhere", {}, "q(I), p(D, x)");
  expect_only("special", "general", specificity);
  expect_neither("elsewhere", "general");
}

TEST_F(PrecedenceTest, TheFirstGroundThatDiffersDecides) {
  prefer({Ground::rank, Ground::date, Ground::specificity});
  n.document("second-law", {1, "2020-01-01"});
  rule("old-law", {"law"}, "p(D, I), q(I)");
  rule("new-law", {"second-law"});
  rule("plain-law", {"law"});
  rule("by-plan", {"plan"}, "p(D, I), q(I)");
  expect_only("old-law", "by-plan", rank);
  expect_only("new-law", "old-law", date);
  expect_only("old-law", "plain-law", specificity);
}

TEST_F(PrecedenceTest, TheOrderOfTheGroundsCounts) {
  prefer({Ground::specificity, Ground::date, Ground::rank});
  rule("by-law", {"law"});
  rule("by-plan", {"plan"});
  rule("special", {"law"}, "p(D, I), q(I)");
  expect_only("by-plan", "by-law", date);
  expect_only("special", "by-plan", specificity);
}

TEST_F(PrecedenceTest, SourcesOutOfForceLendNoRank) {
  prefer({Ground::rank});
  n.document("repealed", {0, "1989-12-26", {{}, parse_date("2015-01-01")}});
  n.document("future", {0, "2026-06-01", {parse_date("2027-01-01"), {}}});
  rule("old", {"repealed", "plan"});
  rule("new", {"future", "plan"});
  rule("now", {"opinion"});
  expect_only("now", "old", rank);
  expect_only("now", "new", rank);
  expect_neither("old", "new");
}

TEST_F(PrecedenceTest, EachDecisionHasItsOwnGrounds) {
  prefer({Ground::rank});
  n.decision("e", {"dept", "item"}, {0, {1}, "", {}, {}});
  rule("by-law", {"law"});
  rule("by-plan", {"plan"});
  Precedence precedence(n.program);
  const RuleId law = n.rule_id("by-law");
  const RuleId plan = n.rule_id("by-plan");
  EXPECT_EQ(precedence.defeats({0}, law, plan), rank);
  EXPECT_EQ(precedence.defeats({1}, law, plan), std::nullopt);
  EXPECT_EQ(precedence.defeats({0}, law, plan), rank) << "answers are kept apart";
}

}  // namespace
}  // namespace mingze
