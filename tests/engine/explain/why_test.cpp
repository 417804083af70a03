// Proofs, worked out by hand.
#include "engine/explain/why.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "tests/engine/explain/proof_text.hpp"

namespace mingze {
namespace {

using test::Asked;
using test::lines;
using test::Notation;
using testing::ElementsAre;

class WhyTest : public testing::Test {
 protected:
  WhyTest() {
    n.kind("a");
    n.kind("b");
    n.relation("edge", {"a", "a"});
    n.relation("path", {"a", "a"});
    n.relation("p", {"a"});
    n.relation("s", {"a", "b"});
    n.relation("t", {"a", "b"});
    n.relation("size", {"a", "number"});
    n.relation("part", {"a", "a"}, true);
  }
  void decide(const std::vector<Ground>& prefer = {}, const std::string& domain = "") {
    n.decision("d", {"b", "a"}, {0, {1}, domain, {0}, prefer});
  }
  std::vector<std::string> why(const std::string& predicate, const std::string& values) {
    Asked asked(n);
    return lines(n.program, asked.why(predicate, values));
  }
  Notation n;
};

TEST_F(WhyTest, AStatedFactIsItsOwnProof) {
  n.fact("p(x)", 7);
  Asked asked(n);
  const Proof proof = asked.why("p", "x");
  EXPECT_THAT(lines(n.program, proof), ElementsAre("0 p(x)"));
  EXPECT_EQ(proof.steps[0].origin.begin, 7U);
}

TEST_F(WhyTest, ARuleWithItsConditions) {
  n.rule("r", "p(X) :- edge(X, Y), s(Y, D), !t(X, _), X != Y");
  n.fact("edge(x, y)");
  n.fact("s(y, u)");
  EXPECT_THAT(why("p", "x"), ElementsAre("0 edge(x y)", "1 s(y u)", "2 p(x) r <- 0 1 - -"));
}

TEST_F(WhyTest, OfSeveralDerivationsTheOneThatComesFirstByIds) {
  n.rule("r2", "p(X) :- edge(X, Y)");
  n.rule("r1", "p(X) :- s(X, D)");
  n.fact("edge(x, a)");
  n.fact("s(x, v)");
  n.fact("s(x, u)");
  EXPECT_THAT(why("p", "x"), ElementsAre("0 s(x u)", "1 p(x) r1 <- 0"));
}

TEST_F(WhyTest, RecursionIsWellFoundedAndFlat) {
  n.rule("1", "path(X, Y) :- path(X, Z), path(Z, Y)");
  n.rule("2", "path(X, Y) :- edge(X, Y)");
  n.fact("edge(a, b)");
  n.fact("edge(b, a)");
  n.fact("edge(b, c)");
  EXPECT_THAT(why("path", "a, c"), ElementsAre("0 edge(a b)", "1 path(a b) 2 <- 0", "2 edge(b c)",
                                               "3 path(b c) 2 <- 2", "4 path(a c) 1 <- 1 3"));
  EXPECT_THAT(why("path", "a, a"), ElementsAre("0 edge(a b)", "1 path(a b) 2 <- 0", "2 edge(b a)",
                                               "3 path(b a) 2 <- 2", "4 path(a a) 1 <- 1 3"));
}

TEST_F(WhyTest, WhatAnExplainerWasAskedBeforeChangesNoProof) {
  n.rule("1", "path(X, Y) :- path(X, Z), path(Z, Y)");
  n.rule("2", "path(X, Y) :- edge(X, Y)");
  n.rule("3", "path(X, X) :- p(X)");
  n.rule("4", "path(X, c) :- p(X), edge(X, Y)");
  n.fact("edge(a, b)");
  n.fact("edge(b, c)");
  n.fact("edge(c, d)");
  n.fact("p(a)");
  const Asked asked(n);
  Explainer explainer(n.program, asked.made, asked.evaluation);
  const PredicateId path = n.predicate("path");
  const Relation& all = std::as_const(asked.evaluation.database)[path];
  ASSERT_EQ(all.size(), 7U);
  for (const bool again : {false, true})
    for (std::uint32_t row = 0; row < all.size(); ++row) {
      SCOPED_TRACE(again);
      const std::vector<Value> tuple(all.row(row).begin(), all.row(row).end());
      EXPECT_EQ(
          lines(n.program, explainer.why(path, tuple)),
          lines(n.program, Explainer(n.program, asked.made, asked.evaluation).why(path, tuple)));
    }
}

TEST_F(WhyTest, SharedPartsAreProvedOnce) {
  std::string before = "0";
  n.relation("q0", {"a"});
  n.fact("q0(x)");
  for (int i = 1; i <= 60; ++i) {
    const std::string at = std::to_string(i);
    for (const char* side : {"l", "r"}) n.relation(side + at, {"a"});
    n.relation("q" + at, {"a"});
    for (const char* side : {"l", "r"}) n.rule(side + at, side + at + "(X) :- q" + before + "(X)");
    n.rule("q" + at, "q" + at + "(X) :- l" + at + "(X), r" + at + "(X)");
    before = at;
  }
  EXPECT_EQ(why("q60", "x").size(), 1U + 3 * 60);
}

TEST_F(WhyTest, ALongChain) {
  constexpr int length = 20'000;
  n.relation("next", {"number", "number"});
  n.relation("reached", {"number"});
  n.rule("go", "reached(Y) :- reached(X), next(X, Y)");
  n.fact("reached(0)");
  const PredicateId next = n.predicate("next");
  for (int i = 0; i < length; ++i)
    n.program.facts.push_back(
        {next, {n.program.symbols.number(i), n.program.symbols.number(i + 1)}, {}, {}});
  Asked asked(n);
  const Proof proof = asked.why("reached", std::to_string(length));
  EXPECT_EQ(proof.steps.size(), 2U * length + 1);
}

TEST_F(WhyTest, AtLeastHasAsManyWitnessesAsItTakes) {
  n.rule("r", "p(X) :- edge(X, _), #2 D s(X, D)");
  n.fact("edge(x, y)");
  for (const char* fact : {"s(x, w)", "s(x, v)", "s(x, u)", "s(y, u)"}) n.fact(fact);
  EXPECT_THAT(why("p", "x"),
              ElementsAre("0 edge(x y)", "1 s(x u)", "2 s(x v)", "3 p(x) r <- 0 1+2"));
}

TEST_F(WhyTest, RulesThatAgreeAreAllNamed) {
  decide();
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("two", "d(D, X) :- t(X, D)");
  n.fact("s(x, u)");
  n.fact("t(x, u)");
  EXPECT_THAT(why("d", "u, x"), ElementsAre("0 s(x u)", "1 t(x u)", "2 d(u x) one=u two=u"));
}

TEST_F(WhyTest, WhatLostIsToldWithWhatItLostTo) {
  decide();
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("two", "d(D, X) :- t(X, D)", {"one"});
  n.fact("s(x, u)");
  n.fact("t(x, v)");
  EXPECT_THAT(why("d", "v, x"),
              ElementsAre("0 s(x u)", "1 t(x v)", "2 d(v x) one=u!two/overrides two=v"));
}

TEST_F(WhyTest, DefeatByRankDateAndSpecificity) {
  decide({Ground::rank, Ground::date, Ground::specificity});
  n.document("law", {1, "2000-01-01", {}});
  n.document("new", {2, "2020-01-01", {}});
  n.document("old", {2, "2010-01-01", {}});
  n.rule("law", "d(D, X) :- s(X, D), p(X)", {}, {"law"});
  n.rule("new", "d(D, X) :- t(X, D)", {}, {"new"});
  n.rule("old", "d(D, X) :- s(X, D)", {}, {"old"});
  n.rule("older", "d(D, X) :- t(X, D), edge(X, _)", {}, {"old"});
  n.rule("plain", "d(D, X) :- s(X, D), edge(X, _)", {}, {"old"});
  n.fact("p(x)");
  n.fact("s(x, u)");
  n.fact("t(x, v)");
  EXPECT_THAT(why("d", "u, x").back(), "3 d(u x) law=u old=u!new/date new=v!law/rank");
  n.fact("edge(y, y)");
  n.fact("s(y, u)");
  n.fact("t(y, v)");
  n.rule("t", "t(X, w) :- edge(X, X)");
  EXPECT_THAT(why("d", "v, y").back(),
              "4 d(v y) old=u!new/date plain=u!new/date new=v older=v!new/date new=w "
              "older=w!new/date");
}

TEST_F(WhyTest, ABarWithItsReason) {
  decide();
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("bar", "-d(D, X) :- t(X, D)");
  for (const char* fact : {"s(x, u)", "s(x, v)", "t(x, u)"}) n.fact(fact);
  EXPECT_THAT(why("d", "v, x"),
              ElementsAre("0 s(x u)", "1 t(x u)", "2 s(x v)", "3 d(v x) one=u!bar bar one=v"));
}

TEST_F(WhyTest, ACircleOfDefeatsKeepsAll) {
  decide({Ground::rank});
  for (const int rank : {1, 2, 3}) n.document("rank" + std::to_string(rank), {rank, "", {}});
  n.rule("y", "d(v, X) :- p(X)", {}, {"rank1"});
  n.rule("z", "d(w, X) :- p(X)", {}, {"rank2"});
  n.rule("x", "d(u, X) :- p(X)", {"y"}, {"rank3"});
  n.fact("p(x)");
  for (const char* value : {"u, x", "v, x", "w, x"})
    EXPECT_THAT(why("d", value).back(), testing::EndsWith(" x=u y=v z=w"));
}

TEST_F(WhyTest, DownAHierarchy) {
  decide();
  n.rule("named", "d(D, X) :- s(X, D)");
  n.rule("down", "d(D, X) :- part(X, Y), d(D, Y)");
  n.fact("s(a, u)");
  n.fact("part(b, a)");
  n.fact("part(c, b)");
  EXPECT_THAT(why("d", "u, c"),
              ElementsAre("0 part(c b)", "1 part(b a)", "2 s(a u)", "3 d(u a) named=u",
                          "4 d(u b) down=u", "5 d(u c) down=u"));
}

TEST_F(WhyTest, MissingAndConflictingKeys) {
  decide({}, "p");
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("bar", "-d(D, X) :- t(X, D)");
  for (const char* fact : {"p(x)", "s(x, u)", "t(x, u)", "s(y, u)", "s(y, v)"}) n.fact(fact);
  Asked asked(n);
  Explainer explainer(n.program, asked.made, asked.evaluation);
  const auto x = n.tuple("p", "x");
  const auto y = n.tuple("p", "y");
  EXPECT_EQ(lines(n.program, asked.checked(explainer.why_missing({0}, x))).back(),
            "3 d(u x) missing 2 one=u!bar bar");
  EXPECT_EQ(lines(n.program, asked.checked(explainer.why_conflict({0}, y))).back(),
            "2 d(u y) conflict one=u one=v");
}

TEST_F(WhyTest, AFindingAndAQuestion) {
  n.finding("f", "s(X, D), size(X, N), N > 3", {"X"});
  n.fact("s(x, v)");
  n.fact("s(x, u)");
  n.fact("size(x, 5)");
  const Body question = n.body("s(X, u), !t(X, _)");
  Asked asked(n);
  Explainer explainer(n.program, asked.made, asked.evaluation);
  EXPECT_THAT(
      lines(n.program,
            asked.checked(explainer.why_raised(asked.evaluation.findings.all(n.program)[0]))),
      ElementsAre("0 s(x u)", "1 size(x 5)", "2 f <- 0 1 -"));
  EXPECT_THAT(
      lines(n.program, asked.checked(explainer.why(question, Binding(question.variables.size())))),
      ElementsAre("0 s(x u)", "1 ? <- 0 -"));
}

}  // namespace
}  // namespace mingze
