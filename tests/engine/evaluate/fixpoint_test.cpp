// Relations: the least fixpoint of facts and rules.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::Notation;
using test::run;
using test::tuples;
using testing::ElementsAre;
using testing::IsEmpty;

class FixpointTest : public testing::Test {
 protected:
  FixpointTest() {
    n.kind("a");
    n.relation("edge", {"a", "a"});
    n.relation("path", {"a", "a"});
    n.relation("even", {"a", "a"});
    n.relation("odd", {"a", "a"});
    n.relation("p", {"a"});
    n.relation("q", {"a"});
    n.relation("any", {});
  }
  void chain(int length) {
    for (int i = 0; i < length; ++i)
      n.fact("edge(n" + std::to_string(10 + i) + ", n" + std::to_string(11 + i) + ")");
  }
  std::vector<std::string> of(const std::string& predicate) {
    return tuples(n.program, run(n.program), predicate);
  }
  Notation n;
};

TEST_F(FixpointTest, LinearAndQuadraticRecursionAgree) {
  chain(8);
  n.fact("edge(n18, n13)");
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("step", "path(X, Y) :- path(X, Z), edge(Z, Y)");
  const auto linear = of("path");
  n.program.rules.pop_back();
  n.rule("step", "path(X, Y) :- path(X, Z), path(Z, Y)");
  EXPECT_EQ(of("path"), linear);
  EXPECT_EQ(linear.size(), 2U + 1 + 3 * 6 + 6 * 6);
}

TEST_F(FixpointTest, MutualRecursion) {
  chain(4);
  n.rule("1", "odd(X, Y) :- edge(X, Y)");
  n.rule("2", "even(X, Y) :- odd(X, Z), edge(Z, Y)");
  n.rule("3", "odd(X, Y) :- even(X, Z), edge(Z, Y)");
  EXPECT_THAT(of("even"), ElementsAre("n10 n12", "n10 n14", "n11 n13", "n12 n14"));
  EXPECT_THAT(of("odd"),
              ElementsAre("n10 n11", "n10 n13", "n11 n12", "n11 n14", "n12 n13", "n13 n14"));
}

TEST_F(FixpointTest, StatedAndDerivedTuplesAreOne) {
  n.fact("p(a)");
  n.fact("p(a)");
  n.fact("q(a)");
  n.fact("q(b)");
  n.rule("1", "p(X) :- q(X)");
  EXPECT_THAT(of("p"), ElementsAre("a", "b"));
}

TEST_F(FixpointTest, RecursionOverStatedTuplesOfItsOwn) {
  n.fact("path(c, d)");
  n.fact("edge(a, b)");
  n.fact("edge(b, c)");
  n.rule("step", "path(X, Y) :- edge(X, Z), path(Z, Y)");
  EXPECT_THAT(of("path"), ElementsAre("a d", "b d", "c d"));
}

TEST_F(FixpointTest, ARuleWithSeveralConclusions) {
  n.fact("edge(a, b)");
  n.rule("1", "p(X), q(Y), any() :- edge(X, Y)");
  EXPECT_THAT(of("p"), ElementsAre("a"));
  EXPECT_THAT(of("q"), ElementsAre("b"));
  EXPECT_EQ(of("any").size(), 1U);
}

TEST_F(FixpointTest, ARuleThatReadsItsOwnConclusionWithoutFactsGivesNothing) {
  n.rule("1", "p(X) :- p(X)");
  n.rule("2", "p(X) :- q(X)");
  n.rule("3", "q(X) :- p(X)");
  EXPECT_THAT(of("p"), IsEmpty());
}

TEST_F(FixpointTest, NegationReadsWhatIsComplete) {
  chain(3);
  n.fact("edge(x, x)");
  n.rule("1", "path(X, Y) :- edge(X, Y)");
  n.rule("2", "path(X, Y) :- edge(X, Z), path(Z, Y)");
  n.rule("3", "p(X) :- edge(X, _), !path(X, n13)");
  n.rule("4", "q(X) :- edge(_, X), !p(X), !edge(X, _)");
  EXPECT_THAT(of("p"), ElementsAre("x"));
  EXPECT_THAT(of("q"), ElementsAre("n13"));
}

TEST_F(FixpointTest, CountingReadsWhatIsComplete) {
  chain(3);
  n.rule("1", "path(X, Y) :- edge(X, Y)");
  n.rule("2", "path(X, Y) :- path(X, Z), path(Z, Y)");
  n.rule("3", "p(X) :- edge(X, _), #3 Y path(X, Y)");
  EXPECT_THAT(of("p"), ElementsAre("n10"));
}

TEST_F(FixpointTest, ConstantsInConclusionsAndConditions) {
  n.fact("edge(a, b)");
  n.rule("1", "p(z) :- edge(a, _)");
  n.rule("2", "q(z) :- edge(b, _)");
  n.rule("3", "path(X, z) :- edge(X, b), X != c");
  EXPECT_THAT(of("p"), ElementsAre("z"));
  EXPECT_THAT(of("q"), IsEmpty());
  EXPECT_THAT(of("path"), ElementsAre("a z"));
}

TEST_F(FixpointTest, FindingsOncePerDistinctMessageAndPlace) {
  n.fact("edge(a, b)");
  n.fact("edge(a, c)");
  n.fact("edge(b, c)");
  n.finding("out", "edge(X, Y)", {}, "X");
  n.finding("each", "edge(X, Y)", {"Y"}, "X");
  n.finding("some", "edge(X, Y)", {});
  n.finding("none", "edge(X, X)", {"X"});
  EXPECT_THAT(test::findings(n.program, run(n.program)),
              ElementsAre("each a b", "each a c", "each b c", "out a", "out b", "some"));
}

TEST_F(FixpointTest, AHierarchyWithACycleIsAnError) {
  n.relation("below", {"a", "a"}, true);
  n.fact("below(a, b)");
  n.fact("below(c, c1)");
  n.rule("turn", "below(Y, X) :- below(X, Y), p(X)");
  EXPECT_THAT(run(n.program).diagnostics, IsEmpty());
  n.fact("p(a)");
  const Evaluation evaluation = run(n.program);
  EXPECT_THAT(test::codes(evaluation.diagnostics), ElementsAre("hierarchy-cycle"));
  EXPECT_EQ(evaluation.diagnostics[0].message.en, "the hierarchy below forms a cycle: a → b → a");
}

TEST_F(FixpointTest, EveryHierarchyWithACycleIsTold) {
  n.relation("below", {"a", "a"}, true);
  n.relation("under", {"a", "a"}, true);
  n.decision("d", {"a", "a"}, {0, {1}, "", {}, {}});
  n.rule("down", "d(D, X) :- below(X, Y), d(D, Y)");
  n.rule("start", "d(D, X) :- edge(D, X), under(X, _)");
  n.fact("below(a, a)", 3);
  n.fact("under(a, b)", 1);
  n.fact("under(b, a)", 2);
  const Evaluation evaluation = run(n.program);
  EXPECT_THAT(test::codes(evaluation.diagnostics),
              ElementsAre("hierarchy-cycle", "hierarchy-cycle"));
}

TEST_F(FixpointTest, TellsHowFarItHasCome) {
  n.rule("r1", "path(X, Y) :- edge(X, Y)");
  n.rule("r2", "path(X, Z) :- path(X, Y), edge(Y, Z)");
  n.rule("r3", "p(X) :- path(X, X)");
  for (int i = 0; i < 300; ++i)
    n.fact("edge(n" + std::to_string(i) + ", n" + std::to_string((i + 1) % 300) + ")");
  const Plan made = plan(n.program);
  Database database(n.program);
  database.state(n.program.facts);
  test::Settler settler(n.program);
  std::vector<std::size_t> told;
  const Evaluation evaluation = evaluate(n.program, made, std::move(database), settler,
                                         worth_nesting, [&](std::size_t done, std::size_t all) {
                                           EXPECT_LT(done, all);
                                           told.push_back(done);
                                         });
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.front(), 0U);
  EXPECT_EQ(told.back(), made.strata.size());
}

}  // namespace
}  // namespace mingze
