// Matching bodies: every sort of condition, alone and together.
#include "engine/evaluate/join.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::Notation;
using testing::ElementsAre;
using testing::IsEmpty;

class JoinTest : public testing::Test {
 protected:
  JoinTest() {
    n.kind("a");
    n.kind("b");
    n.relation("p", {"a"});
    n.relation("r", {"a", "a"});
    n.relation("s", {"a", "b"});
    n.relation("t", {"a", "b", "a"});
    n.relation("size", {"a", "number"});
    n.relation("since", {"a", "date"});
    n.relation("on", {});
  }

  /// All values of `variables` for which the conditions hold, `x y` each.
  std::vector<std::string> answers(const std::string& conditions,
                                   const std::vector<std::string>& variables) {
    const Body body = n.body(conditions);
    Database database(n.program);
    database.state(n.program.facts);
    std::vector<bool> needed(body.variables.size());
    for (const auto& name : variables) needed[test::variable(body, name)] = true;
    std::vector<std::string> out;
    for (const auto& match : matches(n.program, database, body, needed)) {
      std::string text;
      for (const auto& name : variables) {
        const std::uint32_t v = test::variable(body, name);
        text +=
            (text.empty() ? "" : " ") + n.program.symbols.id_of(body.variables[v].kind, match[v]);
      }
      out.push_back(text.empty() ? "yes" : text);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  void facts(const std::vector<std::string>& texts) {
    for (const auto& text : texts) n.fact(text);
  }

  Notation n;
};

TEST_F(JoinTest, SentencesShareVariables) {
  facts({"r(a, b)", "r(b, c)", "r(c, d)", "p(c)"});
  EXPECT_THAT(answers("r(X, Y), r(Y, Z)", {"X", "Z"}), ElementsAre("a c", "b d"));
  EXPECT_THAT(answers("r(X, Y), r(Y, Z), p(Z)", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("r(X, c)", {"X"}), ElementsAre("b"));
  EXPECT_THAT(answers("r(a, d)", {}), IsEmpty());
  EXPECT_THAT(answers("r(a, b)", {}), ElementsAre("yes"));
}

TEST_F(JoinTest, AVariableWrittenTwiceInOneSentence) {
  facts({"r(a, b)", "r(b, b)", "t(a, x, a)", "t(a, x, b)", "p(a)", "p(b)"});
  EXPECT_THAT(answers("r(X, X)", {"X"}), ElementsAre("b"));
  EXPECT_THAT(answers("t(X, Y, X)", {"X", "Y"}), ElementsAre("a x"));
  EXPECT_THAT(answers("p(X), !r(X, X)", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("p(X), t(X, _, X)", {"X"}), ElementsAre("a"));
}

TEST_F(JoinTest, NegationMeansNoSuchThingExists) {
  facts({"p(a)", "p(b)", "p(c)", "s(a, x)", "t(b, x, b)", "t(c, y, a)"});
  EXPECT_THAT(answers("p(X), !s(X, x)", {"X"}), ElementsAre("b", "c"));
  EXPECT_THAT(answers("p(X), !s(X, Y)", {"X"}), ElementsAre("b", "c"));
  EXPECT_THAT(answers("p(X), !t(X, Y, X)", {"X"}), ElementsAre("a", "c")) << "a local variable";
  EXPECT_THAT(answers("p(X), !t(_, _, X)", {"X"}), ElementsAre("c"));
  EXPECT_THAT(answers("p(X), !r(Z, Z)", {"X"}), ElementsAre("a", "b", "c")) << "no tuple at all";
}

TEST_F(JoinTest, ALocalVariableWrittenTwiceInANegation) {
  facts({"p(a)", "r(b, c)"});
  EXPECT_THAT(answers("p(X), !r(Z, Z)", {"X"}), ElementsAre("a"));
  facts({"r(c, c)"});
  EXPECT_THAT(answers("p(X), !r(Z, Z)", {"X"}), IsEmpty());
}

TEST_F(JoinTest, SentencesWithoutSlots) {
  facts({"p(a)"});
  EXPECT_THAT(answers("p(X), on()", {"X"}), IsEmpty());
  EXPECT_THAT(answers("p(X), !on()", {"X"}), ElementsAre("a"));
  facts({"on()"});
  EXPECT_THAT(answers("p(X), on()", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("p(X), !on()", {"X"}), IsEmpty());
  EXPECT_THAT(answers("on()", {}), ElementsAre("yes"));
}

TEST_F(JoinTest, Comparisons) {
  facts(
      {"size(a, 3)", "size(b, 10)", "size(c, 03)", "since(a, 2018-03-18)", "since(b, 2023-01-01)"});
  EXPECT_THAT(answers("size(X, N), N > 3", {"X"}), ElementsAre("b")) << "by size, not as text";
  EXPECT_THAT(answers("size(X, N), N >= 3", {"X"}), ElementsAre("a", "b", "c"));
  EXPECT_THAT(answers("size(X, N), size(Y, M), N < M", {"X", "Y"}), ElementsAre("a b", "c b"));
  EXPECT_THAT(answers("size(X, N), size(Y, N), X != Y", {"X", "Y"}), ElementsAre("a c", "c a"));
  EXPECT_THAT(answers("since(X, D), D < 2020-01-01", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("since(X, D), D <= 2018-03-18", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("since(X, D), since(Y, E), D >= E, X = Y", {"X"}), ElementsAre("a", "b"));
}

TEST_F(JoinTest, NumbersBelowZeroAreNotWrittenButCompare) {
  facts({"size(a, -2)", "size(b, 1)"});
  EXPECT_THAT(answers("size(X, N), N < 0", {"X"}), ElementsAre("a"));
}

TEST_F(JoinTest, AtLeastCountsDifferentValues) {
  facts({"p(a)", "p(b)", "s(a, x)", "s(a, y)", "s(b, x)"});
  EXPECT_THAT(answers("p(X), #2 D s(X, D)", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("p(X), #1 D s(X, D)", {"X"}), ElementsAre("a", "b"));
  EXPECT_THAT(answers("p(X), #3 D s(X, D)", {"X"}), IsEmpty());
}

TEST_F(JoinTest, AtLeastWithoutOtherVariables) {
  facts({"p(a)", "s(a, x)", "s(b, x)"});
  EXPECT_THAT(answers("p(X), #2 D s(D, x)", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("p(X), #2 D s(D, y)", {"X"}), IsEmpty());
  EXPECT_THAT(answers("#2 D s(D, x)", {}), ElementsAre("yes"));
}

TEST_F(JoinTest, OtherVariablesOfAtLeastMeanSome) {
  facts({"p(a)", "s(a, x)", "s(b, y)"});
  EXPECT_THAT(answers("p(X), #2 D s(D, E)", {"X"}), ElementsAre("a"))
      << "two different D, with any E each";
  EXPECT_THAT(answers("p(X), #2 D s(D, _)", {"X"}), ElementsAre("a"));
}

TEST_F(JoinTest, AtLeastCountsPerGroupWhereItsVariablesAreRead) {
  facts({"s(a, x)", "s(b, x)", "s(c, y)", "r(a, b)"});
  EXPECT_THAT(answers("#2 D s(D, E)", {"E"}), ElementsAre("x"));
  EXPECT_THAT(answers("#1 D s(D, E)", {"E"}), ElementsAre("x", "y"));
  EXPECT_THAT(answers("#2 D s(D, E), s(c, E)", {"E"}), IsEmpty());
  EXPECT_THAT(answers("#2 D s(D, E), !s(c, E)", {"E"}), ElementsAre("x"));
}

TEST_F(JoinTest, AtLeastWithItsVariableTwiceInTheSentence) {
  facts({"r(a, a)", "r(b, b)", "r(a, b)", "p(a)"});
  EXPECT_THAT(answers("p(X), #2 D r(D, D)", {"X"}), ElementsAre("a"));
  EXPECT_THAT(answers("p(X), #3 D r(D, D)", {"X"}), IsEmpty());
}

TEST_F(JoinTest, TwoCounts) {
  facts({"s(a, x)", "s(b, x)", "s(a, y)", "t(a, x, b)", "t(a, x, c)"});
  EXPECT_THAT(answers("#2 D s(D, E), #2 F t(a, E, F)", {"E"}), ElementsAre("x"));
  EXPECT_THAT(answers("#2 D s(D, E), #2 F s(a, F)", {"E"}), ElementsAre("x"));
}

TEST_F(JoinTest, EndsEarlyWhenTold) {
  facts({"p(a)", "p(b)", "p(c)"});
  const Body body = n.body("p(X), p(Y)");
  Database database(n.program);
  database.state(n.program.facts);
  const JoinPlan plan = plan_join(body, {}, database);
  Join join(n.program.symbols, database, body, plan);
  int seen = 0;
  EXPECT_FALSE(join.run({}, [&](auto) { return ++seen < 4; }));
  EXPECT_EQ(seen, 4);
  seen = 0;
  EXPECT_TRUE(join.run({}, [&](auto) { return ++seen > 0; }));
  EXPECT_EQ(seen, 9);
}

TEST_F(JoinTest, ReadsTheSentenceFirstThatFewestTuplesFit) {
  // r and s are equally large, but one tuple of r has each first name, and half of s each second.
  const auto name = [](char letter, int i) { return letter + std::to_string(i); };
  for (int i = 0; i < 60; ++i)
    facts({"r(" + name('a', i) + ", " + name('a', i + 1) + ")",
           "s(" + name('a', i) + ", " + name('b', i % 2) + ")"});
  facts({"t(a0, b0, a5)"});
  const Body body = n.body("t(X, Z, Y), s(V, Z), r(Y, V)");
  Database database(n.program);
  database.state(n.program.facts);
  std::vector<std::uint32_t> order;
  for (const JoinStep& step : plan_join(body, {}, database).steps) order.push_back(step.condition);
  EXPECT_THAT(order, ElementsAre(0, 2, 1));
  EXPECT_THAT(answers("t(X, Z, Y), s(V, Z), r(Y, V)", {"V"}), ElementsAre("a6"));
}

TEST_F(JoinTest, ReadsOnlyTheRowsOfItsRange) {
  facts({"p(a)", "p(b)", "p(c)"});
  const Body body = n.body("p(X)");
  Database database(n.program);
  database.state(n.program.facts);
  const JoinPlan plan = plan_join(body, {});
  std::vector<Value> seen;
  Join join(n.program.symbols, database, body, plan);
  join.restrict(0, {1, 2});
  join.run({}, [&](std::span<const Value> frame) {
    seen.push_back(frame[0]);
    database[n.predicate("p")].insert(std::vector<Value>{static_cast<Value>(10 + seen.size())});
    return true;
  });
  EXPECT_THAT(seen, ElementsAre(1));
}

}  // namespace
}  // namespace mingze
