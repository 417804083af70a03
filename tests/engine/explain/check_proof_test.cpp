// Proofs that were tampered with are refused, each for its reason.
#include "engine/explain/check_proof.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/explain/proof_text.hpp"

namespace mingze {
namespace {

using test::Asked;
using test::Notation;
using testing::HasSubstr;

class CheckTest : public testing::Test {
 protected:
  CheckTest() {
    n.kind("a");
    n.kind("b");
    n.relation("edge", {"a", "a"});
    n.relation("path", {"a", "a"});
    n.relation("p", {"a"});
    n.relation("q", {"a"});
    n.relation("s", {"a", "b"});
    n.relation("t", {"a", "b"});
    n.decision("d", {"b", "a"}, {0, {1}, "p", {0}, {}});
    n.rule("1", "path(X, Y) :- edge(X, Y)");
    n.rule("2", "path(X, Y) :- edge(X, Z), path(Z, Y)");
    n.rule("free", "q(X) :- p(X), !t(X, _), X != b");
    n.rule("many", "q(X) :- #2 D s(X, D), edge(X, _)");
    n.rule("one", "d(D, X) :- s(X, D)");
    n.rule("two", "d(D, X) :- t(X, D)", {"one"});
    n.rule("bar", "-d(D, X) :- t(X, D), edge(X, X)");
    for (const char* fact : {"edge(a, b)", "edge(b, c)", "edge(b, a)", "p(a)", "p(b)", "p(c)",
                             "s(a, u)", "s(b, u)", "s(b, v)", "t(b, v)", "t(c, u)", "edge(c, c)"})
      n.fact(fact, line++);
    asked = std::make_unique<Asked>(n);
  }
  Value a(const std::string& id) { return n.tuple("p", id)[0]; }
  Value b(const std::string& id) { return n.tuple("s", "a, " + id)[1]; }

  std::uint32_t line = 1;
  Notation n;
  std::unique_ptr<Asked> asked;
};

TEST_F(CheckTest, AFactThatIsNotStated) {
  Proof proof = asked->why("edge", "a, b");
  proof.steps[0].values[1] = a("c");
  EXPECT_THAT(asked->wrong(proof), HasSubstr("no such fact"));
}

TEST_F(CheckTest, AFactThatIsStatedElsewhere) {
  Proof proof = asked->why("edge", "a, b");
  proof.steps[0].origin.begin = 99;
  EXPECT_THAT(asked->wrong(proof), HasSubstr("elsewhere"));
}

TEST_F(CheckTest, AnotherConclusion) {
  Proof proof = asked->why("path", "a, c");
  proof.steps.back().values[1] = a("b");
  EXPECT_THAT(asked->wrong(proof), HasSubstr("another sentence"));
}

TEST_F(CheckTest, AnotherRule) {
  Proof proof = asked->why("path", "a, c");
  proof.steps.back().use.rule = n.rule_id("1");
  EXPECT_NE(asked->wrong(proof), "");
}

TEST_F(CheckTest, APremiseThatProvesSomethingElse) {
  Proof proof = asked->why("path", "a, c");
  proof.steps.back().use.use.premises[0] = proof.steps.back().use.use.premises[1];
  EXPECT_THAT(asked->wrong(proof), HasSubstr("something else"));
}

TEST_F(CheckTest, AnOtherBinding) {
  Proof proof = asked->why("path", "a, c");
  const std::uint32_t z = test::variable(n.program[n.rule_id("2")].body, "Z");
  proof.steps.back().use.use.binding.values[z] = a("c");
  EXPECT_THAT(asked->wrong(proof), HasSubstr("another sentence"));
}

TEST_F(CheckTest, AStepThatRestsOnItself) {
  Proof proof = asked->why("path", "a, c");
  const auto last = static_cast<std::uint32_t>(proof.steps.size() - 1);
  proof.steps.back().use.use.premises[1] = {last};
  EXPECT_THAT(asked->wrong(proof), HasSubstr("rests on itself"));
}

TEST_F(CheckTest, APremiseTooFew) {
  Proof proof = asked->why("path", "a, c");
  proof.steps.back().use.use.premises.pop_back();
  EXPECT_THAT(asked->wrong(proof), HasSubstr("premise"));
  proof.steps.back().use.use.premises.emplace_back();
  EXPECT_THAT(asked->wrong(proof), HasSubstr("one step"));
}

/// The step `q(X)` by the rule `free`, for X.
Proof free_of(Notation& n, const Asked& asked, const std::string& x) {
  Proof proof;
  Step fact;
  fact.predicate = n.predicate("p");
  fact.values = n.tuple("p", x);
  fact.origin =
      *asked.stated.origin(fact.predicate, asked.stated[fact.predicate].find(fact.values));
  Step step;
  step.sort = Step::Sort::derived;
  step.predicate = n.predicate("q");
  step.values = fact.values;
  step.use.rule = n.rule_id("free");
  step.use.use.binding = Binding(2);
  step.use.use.binding.bind(0, fact.values[0]);
  step.use.use.premises = {{0}, {}, {}};
  proof.steps = {fact, step};
  return proof;
}

TEST_F(CheckTest, NegationsAndComparisons) {
  EXPECT_EQ(asked->wrong(free_of(n, *asked, "a")), "");
  EXPECT_THAT(asked->wrong(free_of(n, *asked, "c")), HasSubstr("there is such a thing"));
  Proof narrowed = free_of(n, *asked, "c");  // "no u" is not "none"
  narrowed.steps[1].use.use.binding.bind(1, b("v"));
  EXPECT_THAT(asked->wrong(narrowed), HasSubstr("there is such a thing"));
}

TEST_F(CheckTest, WitnessesMustDiffer) {
  Proof proof = asked->why("q", "b");
  ASSERT_EQ(proof.steps.back().use.use.premises[0].size(), 2U);
  auto& witnesses = proof.steps.back().use.use.premises[0];
  witnesses[1] = witnesses[0];
  EXPECT_THAT(asked->wrong(proof), HasSubstr("too few"));
}

TEST_F(CheckTest, ACandidateLeftOut) {
  Proof proof = asked->why("d", "v, b");
  ASSERT_EQ(proof.steps.back().candidates.size(), 3U);
  proof.steps.back().candidates.pop_back();
  EXPECT_THAT(asked->wrong(proof), HasSubstr("not all"));
}

TEST_F(CheckTest, ACandidateTwice) {
  Proof proof = asked->why("d", "v, b");
  proof.steps.back().candidates.push_back(proof.steps.back().candidates.front());
  EXPECT_THAT(asked->wrong(proof), HasSubstr("twice"));
}

TEST_F(CheckTest, ALoserThatStands) {
  Proof proof = asked->why("d", "v, b");
  for (ProvedCandidate& candidate : proof.steps.back().candidates)
    candidate.fate = ProvedCandidate::Fate::stands;
  EXPECT_THAT(asked->wrong(proof), HasSubstr("stands is defeated"));
}

TEST_F(CheckTest, ADefeatOnAnotherGround) {
  Proof proof = asked->why("d", "v, b");
  for (ProvedCandidate& candidate : proof.steps.back().candidates)
    candidate.ground = DefeatGround::rank;
  EXPECT_THAT(asked->wrong(proof), HasSubstr("ground"));
}

TEST_F(CheckTest, TheLoserForTheWinner) {
  Proof proof = asked->why("d", "v, b");
  proof.steps.back().values[0] = b("u");
  EXPECT_THAT(asked->wrong(proof), HasSubstr("not left"));
}

TEST_F(CheckTest, ABarLeftOut) {
  Explainer explainer(n.program, asked->made, asked->evaluation);
  Proof proof = asked->checked(explainer.why_missing({0}, {a("c")}));
  ProvedCandidate& candidate = proof.steps.back().candidates[0];
  ASSERT_TRUE(candidate.bar);
  candidate.fate = ProvedCandidate::Fate::stands;
  candidate.bar.reset();
  EXPECT_THAT(asked->wrong(proof), HasSubstr("barred"));
}

TEST_F(CheckTest, NothingAtAll) { EXPECT_NE(asked->wrong(Proof{}), ""); }

}  // namespace
}  // namespace mingze
