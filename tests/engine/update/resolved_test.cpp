// What is told of an edit. That the answers are right is held by tests/property/engine/update_*.
#include "engine/update/resolved.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::Notation;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using What = TableChange::What;

/// A nation n with a province p of two cities, where the nearest list decides.
class ResolvedTest : public testing::TestWithParam<std::uint32_t> {
 protected:
  ResolvedTest() {
    n.kind("place");
    n.kind("body");
    n.relation("in", {"place", "place"}, true);
    n.relation("listed", {"place", "body"});
    n.relation("own", {"place"});
    n.relation("holds", {"place", "body"});
    n.relation("usual", {"body"});
    n.relation("place-of", {"place"});
    n.decision("leads", {"body", "place"},
               {.value = 0, .keys = {1}, .domain = "place-of", .domain_slots = {0}});
    n.rule("own", "own(P) :- listed(P, B)");
    n.rule("holds", "holds(P, B) :- listed(P, B)");
    n.rule("holds-below", "holds(P, B) :- in(P, Q), holds(Q, B), !own(P)");
    n.rule("usual", "leads(B, P) :- usual(B), place-of(P)");
    n.rule("by-list", "leads(B, P) :- holds(P, B)", {"usual"});
    n.finding("led-by-b", "leads(b, P)", {"P"});
    for (const char* fact : {"in(p, n)", "in(c1, p)", "in(c2, p)", "place-of(c1)", "place-of(c2)",
                             "usual(a)", "listed(c2, a)"})
      n.fact(fact);
    n.tuple("listed", "p, b");
    Database facts(n.program);
    facts.state(n.program.facts);
    Diagnostics errors;
    resolved = Resolved::of(n.program, facts, errors, GetParam());
  }

  Edit add(const std::string& id, std::string_view values) {
    return AddFact{n.predicate(id), n.tuple(id, values)};
  }
  Edit remove(const std::string& id, std::string_view values) {
    return RemoveFact{n.predicate(id), n.tuple(id, values)};
  }
  /// `+b c1`, `-b c1`: what changed of a predicate.
  std::vector<std::string> told(const Changes& changes, const std::string& id,
                                What what = What::tuples) {
    std::vector<std::string> out;
    for (const TableChange& table : changes.tables) {
      if (table.predicate != n.predicate(id) || table.what != what) continue;
      table.for_each([&](std::span<const Value> tuple, bool added) {
        std::string text = added ? "+" : "-";
        for (std::size_t i = 0; i < std::min<std::size_t>(tuple.size(), 2); ++i) {
          const std::size_t slot = what == What::missing || what == What::conflicts ? 1 : i;
          text += (i == 0 ? "" : " ") +
                  n.program.symbols.id_of(n.program[table.predicate].slots[slot].kind, tuple[i]);
        }
        out.push_back(text);
      });
    }
    return out;
  }

  Notation n;
  std::optional<Resolved> resolved;
};

INSTANTIATE_TEST_SUITE_P(NestedAndPlain, ResolvedTest, testing::Values(0U, worth_nesting));

TEST_P(ResolvedTest, TellsWhatAListChangesBelowIt) {
  ASSERT_TRUE(resolved);
  const Changes more = resolved->apply(add("listed", "p, b"));
  EXPECT_THAT(told(more, "holds"), UnorderedElementsAre("+p b", "+c1 b"));
  EXPECT_THAT(told(more, "leads"), UnorderedElementsAre("-a c1", "+b c1", "+b p"));
  EXPECT_THAT(told(more, "leads", What::candidates), UnorderedElementsAre("+b c1", "+b p"));
  EXPECT_EQ(more.raised.size(), 2U);
  EXPECT_THAT(more.withdrawn, IsEmpty());
  EXPECT_FALSE(more.from_scratch);
  const Changes less = resolved->apply(remove("listed", "p, b"));
  EXPECT_THAT(told(less, "leads"), UnorderedElementsAre("+a c1", "-b c1", "-b p"));
  EXPECT_EQ(less.withdrawn.size(), 2U);
}

TEST_P(ResolvedTest, TellsNothingWhereNothingChanges) {
  ASSERT_TRUE(resolved);
  EXPECT_THAT(resolved->apply(add("usual", "a")).tables, IsEmpty());
  EXPECT_THAT(resolved->apply(remove("listed", "p, b")).tables, IsEmpty());
  const std::vector<Edit> there_and_back = {add("listed", "p, b"), remove("listed", "p, b")};
  EXPECT_THAT(resolved->apply(there_and_back).tables, IsEmpty());
}

TEST_P(ResolvedTest, CountsMissingAndConflicts) {
  ASSERT_TRUE(resolved);
  const DecisionId leads{0};
  EXPECT_EQ(resolved->counts(leads), (Resolved::Counts{2, 0, 0}));
  EXPECT_THAT(told(resolved->apply(remove("usual", "a")), "leads", What::missing),
              ElementsAre("+c1"));
  EXPECT_EQ(resolved->counts(leads), (Resolved::Counts{1, 1, 0}));
  EXPECT_THAT(told(resolved->apply(add("listed", "c2, b")), "leads", What::conflicts),
              ElementsAre("+c2"));
  EXPECT_EQ(resolved->counts(leads), (Resolved::Counts{0, 1, 1}));
}

TEST_P(ResolvedTest, AnOverrideThatGoesLeavesAConflict) {
  ASSERT_TRUE(resolved);
  resolved->apply(add("listed", "c1, b"));
  const Changes changes = resolved->apply(SetOverrides{n.rule_id("by-list"), {}});
  EXPECT_THAT(told(changes, "leads"), ElementsAre("+a c1"));
  EXPECT_THAT(told(changes, "leads", What::conflicts), ElementsAre("+c1"));
  EXPECT_TRUE(resolved->program().rules[n.rule_id("by-list").value].overrides.empty());
}

TEST_P(ResolvedTest, AnOverrideAmongSeveralRulesIsFollowed) {
  for (int i = 0; i < 3; ++i) n.rule("spare-" + std::to_string(i), "leads(B, P) :- listed(P, B)");
  n.tuple("listed", "c1, c");
  n.rule("late", "leads(c, P) :- own(P)");
  Database facts(n.program);
  facts.state(n.program.facts);
  Diagnostics errors;
  resolved = Resolved::of(n.program, facts, errors, GetParam());
  ASSERT_TRUE(resolved);
  const RuleId late = n.rule_id("late");
  for (int i = 0; i < 3; ++i) {
    const RuleId spare = n.rule_id("spare-" + std::to_string(i));
    const std::vector<Edit> both = {SetOverrides{late, {spare, n.rule_id("by-list")}},
                                    SetOverrides{spare, {n.rule_id("usual")}}};
    resolved->apply(both);
  }
  std::vector<RuleId> all = {n.rule_id("usual"), n.rule_id("by-list")};
  for (int i = 0; i < 2; ++i) all.push_back(n.rule_id("spare-" + std::to_string(i)));
  EXPECT_THAT(told(resolved->apply(SetOverrides{late, all}), "leads"), IsEmpty());
  all.push_back(n.rule_id("spare-2"));
  EXPECT_THAT(told(resolved->apply(SetOverrides{late, all}), "leads"), ElementsAre("-a c2"));
}

TEST_P(ResolvedTest, AnOverrideIsFollowedAfterMostTuplesHaveGone) {
  std::vector<Edit> many;
  std::vector<Edit> none;
  for (int i = 0; i < 4200; ++i) {
    const std::string values = "c1, d" + std::to_string(i);
    many.push_back(add("listed", values));
    none.push_back(remove("listed", values));
  }
  n.tuple("listed", "c2, b");
  Database facts(n.program);
  facts.state(n.program.facts);
  Diagnostics errors;
  resolved = Resolved::of(n.program, facts, errors, GetParam());
  ASSERT_TRUE(resolved);
  const RuleId usual = n.rule_id("usual");
  const RuleId list = n.rule_id("by-list");
  const std::vector<Edit> usual_first = {SetOverrides{list, {}}, SetOverrides{usual, {list}}};
  const std::vector<Edit> list_first = {SetOverrides{usual, {}}, SetOverrides{list, {usual}}};
  resolved->apply(many);
  EXPECT_THAT(told(resolved->apply(add("listed", "c2, b")), "leads"), ElementsAre("+b c2"));
  resolved->apply(usual_first);
  resolved->apply(list_first);
  resolved->apply(none);
  EXPECT_THAT(told(resolved->apply(usual_first), "leads"), ElementsAre("-b c2"));
  EXPECT_THAT(told(resolved->apply(list_first), "leads"), ElementsAre("+b c2"));
}

/// n, p, c1 and below it v: who is set leads, else who leads one level further up.
TEST_P(ResolvedTest, ADecisionThatReadsItselfFromAboveIsFollowedToTheBottom) {
  n.relation("set", {"place", "body"});
  n.decision("answers", {"body", "place"}, {.value = 0, .keys = {1}});
  n.rule("inherited", "answers(B, P) :- in(P, Q), answers(B, Q)");
  n.rule("set", "answers(B, P) :- set(P, B)", {"inherited"});
  n.fact("in(v, c1)");
  n.fact("set(n, a)");
  Database facts(n.program);
  facts.state(n.program.facts);
  Diagnostics errors;
  resolved = Resolved::of(n.program, facts, errors, GetParam());
  ASSERT_TRUE(resolved);
  const Changes set = resolved->apply(add("set", "p, b"));
  EXPECT_FALSE(set.from_scratch);
  EXPECT_THAT(told(set, "answers"), UnorderedElementsAre("-a p", "-a c1", "-a c2", "-a v", "+b p",
                                                         "+b c1", "+b c2", "+b v"));
  // Below n all lose b with its list and have it again from above.
  const std::vector<Edit> moved = {remove("set", "p, b"), remove("set", "n, a"),
                                   add("set", "n, b")};
  const Changes from_above = resolved->apply(moved);
  EXPECT_FALSE(from_above.from_scratch);
  EXPECT_THAT(told(from_above, "answers"), UnorderedElementsAre("-a n", "+b n"));
  EXPECT_EQ(resolved->counts(n.program[n.predicate("answers")].decision.value()),
            (Resolved::Counts{5, 0, 0}));
}

TEST_P(ResolvedTest, AChangedHierarchyIsRunFromScratch) {
  ASSERT_TRUE(resolved);
  resolved->apply(add("listed", "n, b"));
  const Changes changes = resolved->apply(remove("in", "c1, p"));
  EXPECT_TRUE(changes.from_scratch);
  EXPECT_THAT(told(changes, "leads"), UnorderedElementsAre("-b c1", "+a c1"));
  EXPECT_THAT(told(changes, "in"), ElementsAre("-c1 p"));
}

TEST_P(ResolvedTest, ACycleIsAnErrorAndChangesNothing) {
  ASSERT_TRUE(resolved);
  const Changes hierarchy = resolved->apply(add("in", "n, c1"));
  EXPECT_THAT(test::codes(hierarchy.errors), ElementsAre("hierarchy-cycle"));
  EXPECT_FALSE(resolved->holds(n.predicate("in"), n.tuple("in", "n, c1")));
  const Changes overrides =
      resolved->apply(SetOverrides{n.rule_id("usual"), {n.rule_id("by-list")}});
  EXPECT_THAT(test::codes(overrides.errors), ElementsAre("override-cycle"));
  EXPECT_TRUE(resolved->program().rules[n.rule_id("usual").value].overrides.empty());
  EXPECT_THAT(told(resolved->apply(add("listed", "c1, b")), "leads"),
              UnorderedElementsAre("-a c1", "+b c1"));
}

}  // namespace
}  // namespace mingze
