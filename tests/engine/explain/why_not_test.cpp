// What is missing for a sentence, worked out by hand.
#include "engine/explain/why_not.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/explain/proof_text.hpp"

namespace mingze {
namespace {

using test::Notation;
using testing::ElementsAre;
using testing::IsEmpty;

class WhyNotTest : public testing::Test {
 protected:
  WhyNotTest() {
    n.kind("a");
    n.kind("b");
    n.relation("edge", {"a", "a"});
    n.relation("path", {"a", "a"});
    n.relation("p", {"a"});
    n.relation("q", {"a"});
    n.relation("r", {"a"});
    n.relation("s", {"a", "b"});
    n.relation("t", {"a", "b"});
    n.relation("size", {"a", "number"});
    n.relation("part", {"a", "a"}, true);
  }

  std::string text(const Atom& atom) {
    std::string out = n.program[atom.predicate].id + "(";
    for (std::size_t i = 0; i < atom.terms.size(); ++i) {
      const Term term = atom.terms[i];
      const KindId kind = n.program[atom.predicate].slots[i].kind;
      out += (i > 0 ? " " : "");
      out += term.is_variable ? "?" + std::to_string(term.value)
                              : n.program.symbols.id_of(kind, term.value);
    }
    return out + ")";
  }

  /// `rule: facts that it needs ! what is in the way`, the attempt that needs least first.
  std::vector<std::string> why_not(const std::string& question, const WhyNotLimits& limits = {}) {
    const Plan made = plan(n.program);
    Database stated(n.program);
    stated.state(n.program.facts);
    const Evaluation evaluation = test::run(n.program);
    const Body body = n.body(question);
    std::vector<std::string> out;
    for (const Attempt& attempt :
         WhyNot(n.program, made, stated, evaluation, limits).attempts(body)) {
      std::string line = attempt.by == Attempt::By::rule   ? n.program[attempt.rule].id
                         : attempt.by == Attempt::By::fact ? "fact"
                                                           : "question";
      line += ":";
      for (const Atom& fact : attempt.needs) line += " " + text(fact);
      for (const Blocker& blocker : attempt.blocked_by) {
        line += " ! " + text(blocker.atom);
        if (blocker.rule.valid()) line += " by " + n.program[blocker.rule].id;
      }
      if (!attempt.found) line += " nothing";
      if (attempt.cut) line += " cut";
      out.push_back(std::move(line));
    }
    return out;
  }

  Notation n;
};

TEST_F(WhyNotTest, AFactThatIsNotStated) {
  EXPECT_THAT(why_not("edge(x, y)"), ElementsAre("fact: edge(x y)"));
}

TEST_F(WhyNotTest, OfARuleOnlyWhatIsNotThereYet) {
  n.rule("r", "p(X) :- edge(X, Y), s(Y, D)");
  n.fact("edge(x, y)");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("r: s(y ?0)"));
}

TEST_F(WhyNotTest, TheRuleThatNeedsLeastComesFirst) {
  n.rule("much", "p(X) :- q(X), r(X), edge(X, X)");
  n.rule("more", "p(X) :- q(X), r(X)");
  n.rule("least", "p(X) :- r(X)");
  n.fact("q(y)");
  EXPECT_THAT(why_not("p(x)"),
              ElementsAre("least: r(x)", "more: q(x) r(x)", "much: q(x) r(x) edge(x x)"));
}

TEST_F(WhyNotTest, OneFactThatServesTwiceIsNeededOnce) {
  n.rule("q", "q(X) :- edge(X, X)");
  n.rule("r", "r(X) :- edge(X, X)");
  n.rule("both", "p(X) :- q(X), r(X)");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("both: edge(x x)"));
}

TEST_F(WhyNotTest, AFactThatIsNeededAnywayAlsoCountsAndLeadsToMore) {
  n.rule("below", "q(X) :- r(X)");
  n.rule("derived", "p(X) :- r(X), q(X)");
  n.rule("counted", "p(X) :- s(X, D), #1 E s(X, E)");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("counted: s(x ?0)", "derived: r(x)"));
}

TEST_F(WhyNotTest, WhatIsOpenMayBeComparedWithItself) {
  n.rule("as-large", "p(X) :- size(X, N), N <= N");
  n.rule("larger", "p(X) :- size(X, N), N < N");
  const auto lines = why_not("p(x)");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "as-large: size(x ?0)");
  EXPECT_THAT(lines[1], testing::StartsWith("larger"));
  EXPECT_THAT(lines[1], testing::Not(testing::HasSubstr("size")));
}

TEST_F(WhyNotTest, RecursionAsksForTheMissingLink) {
  n.rule("1", "path(X, Y) :- edge(X, Y)");
  n.rule("2", "path(X, Y) :- edge(X, Z), path(Z, Y)");
  for (const char* fact : {"edge(a, b)", "edge(c, d)"}) n.fact(fact);
  EXPECT_THAT(why_not("path(a, d)"), ElementsAre("1: edge(a d)", "2: edge(a c)"));
}

TEST_F(WhyNotTest, ANegationThatFailsIsInTheWay) {
  n.rule("free", "p(X) :- q(X), !r(X)");
  n.fact("q(x)");
  n.fact("r(x)");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("free: ! r(x)"));
}

TEST_F(WhyNotTest, AsManyMoreAsACountLacks) {
  n.rule("many", "p(X) :- #3 D s(X, D)");
  n.fact("s(x, u)");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("many: s(x ?0) s(x ?1)"));
}

TEST_F(WhyNotTest, ComparisonsLimitWhatIsOpen) {
  n.rule("large", "p(X) :- size(X, N), N > 5");
  n.fact("size(x, 3)");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("large: size(x ?0)"));
}

TEST_F(WhyNotTest, ACandidateThatLosesNamesWhatItLosesTo) {
  n.decision("d", {"b", "a"}, {0, {1}, "", {}, {}});
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("two", "d(D, X) :- t(X, D)", {"one"});
  n.fact("s(x, u)");
  n.fact("t(x, v)");
  EXPECT_THAT(why_not("d(u, x)"), ElementsAre("two: t(x u)", "one: ! d(v x) by two"));
}

TEST_F(WhyNotTest, ABarIsNamedForEveryRule) {
  n.decision("d", {"b", "a"}, {0, {1}, "", {}, {}});
  n.rule("one", "d(D, X) :- s(X, D)");
  n.rule("bar", "-d(D, X) :- t(X, D)");
  n.fact("s(x, u)");
  n.fact("t(x, u)");
  EXPECT_THAT(why_not("d(u, x)"), ElementsAre("one: ! d(u x) by bar"));
}

TEST_F(WhyNotTest, DownAHierarchy) {
  n.rule("own", "p(X) :- q(X)");
  n.rule("above", "p(X) :- part(X, Y), p(Y)");
  n.fact("part(x, y)");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("above: q(y)", "own: q(x)"));
}

TEST_F(WhyNotTest, AQuestionOfSeveralConditions) {
  n.rule("r", "p(X) :- q(X)");
  n.fact("s(x, u)");
  EXPECT_THAT(why_not("p(X), s(X, u)"), ElementsAre("question: q(x)"));
}

TEST_F(WhyNotTest, WhatNoRuleConcludesCannotBe) {
  n.rule("r", "p(X) :- q(X), X != x");
  EXPECT_THAT(why_not("p(x)"), ElementsAre("r: nothing"));
}

TEST_F(WhyNotTest, ASearchThatIsTooLargeSaysSo) {
  for (const char* name : {"b", "c", "d", "e", "f"})
    for (const char* other : {"b", "c", "d", "e", "f"})
      n.fact("edge(" + std::string(name) + ", " + other + ")");
  n.rule("r", "p(X) :- edge(A, B), edge(C, D), edge(E, F), q(A), r(X)");
  WhyNotLimits limits;
  limits.search.steps = 3;
  EXPECT_THAT(why_not("p(x)", limits), ElementsAre("r: nothing cut"));
}

TEST_F(WhyNotTest, RulesBelowEachOtherWithoutEndAreCutAndNotFollowed) {
  // Each level doubles what is open: 2^200 conditions in all.
  for (int i = 0; i < 200; ++i) n.relation("l" + std::to_string(i), {"a", "a"});
  for (int i = 0; i + 1 < 200; ++i) {
    const std::string next = "l" + std::to_string(i + 1);
    n.rule("r" + std::to_string(i),
           "l" + std::to_string(i) + "(X, Y) :- " + next + "(X, Z), " + next + "(Z, Y)");
  }
  EXPECT_THAT(why_not("l0(x, y)"), ElementsAre("r0: nothing cut"));
}

TEST_F(WhyNotTest, NothingIsNeededThatIsOutOfReach) {
  EXPECT_THAT(why_not("!p(x), p(x)"), ElementsAre("question: nothing"));
}

}  // namespace
}  // namespace mingze
