// Which programs tell of each group of things by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/plan/separation.hpp"
#include "tests/engine/build/notation.hpp"

namespace mingze {
namespace {

using test::Notation;
using testing::ElementsAre;
using testing::IsEmpty;

class SeparationTest : public testing::Test {
 protected:
  SeparationTest() {
    for (const char* kind : {"item", "clause", "topic", "dept", "other"}) n.kind(kind);
    n.relation("in", {"clause", "item"});
    n.relation("about", {"item", "topic"});
    n.relation("by", {"clause", "dept"});
    n.relation("handled", {"topic"});
    n.relation("leads", {"dept", "topic"});
    n.relation("fits", {"dept", "item"});
    n.relation("like", {"item", "other"});
  }
  /// The rules that are seams; “they meet” where there is no separation.
  std::vector<std::string> seams() {
    const auto found =
        separation(n.program, {n.kind_of("item"), n.kind_of("clause")}, {n.kind_of("other")});
    if (!found) return {"they meet"};
    std::vector<std::string> out;
    for (const auto& [rule, conclusion] : found->seams) out.push_back(n.program[rule].id);
    return out;
  }
  Notation n;
};

TEST_F(SeparationTest, WhatNamesNoLocalThingIsASeam) {
  n.rule("1", "handled(T) :- about(I, T)");
  n.rule("2", "fits(D, I) :- about(I, T), leads(D, T), handled(T)");
  n.rule("3", "leads(D, T) :- handled(T), leads(D, T)");
  EXPECT_THAT(seams(), ElementsAre("1"));
}

TEST_F(SeparationTest, ThingsThatASentenceBringsTogetherAreOfOneGroup) {
  n.rule("1", "fits(D, I) :- in(C, I), by(C, D)");
  n.finding("f", "in(C, I), by(C, D), !fits(D, I)", {"C"});
  EXPECT_THAT(seams(), IsEmpty());
}

TEST_F(SeparationTest, ThingsThatOnlyShareSomethingElseMayMeet) {
  n.rule("1", "fits(D, I) :- about(I, T), by(C, D), leads(D, T)");
  EXPECT_THAT(seams(), ElementsAre("they meet"));
}

TEST_F(SeparationTest, WhatIsDeniedOrCountedIsOfAKnownThing) {
  n.rule("1", "fits(D, I) :- about(I, T), leads(D, T), !in(_, I)");
  n.rule("2", "fits(D, I) :- in(C, I), by(C, D), #2 E by(C, E)");
  EXPECT_THAT(seams(), IsEmpty());
  n.rule("3", "handled(T) :- leads(D, T), !about(_, T)");
  EXPECT_THAT(seams(), ElementsAre("they meet"));
}

TEST_F(SeparationTest, CountedOverAllThings) {
  n.rule("1", "handled(T) :- leads(D, T), #2 I about(I, T)");
  EXPECT_THAT(seams(), ElementsAre("they meet"));
}

TEST_F(SeparationTest, AFindingNamesAThing) {
  n.finding("f", "about(I, T), leads(D, T)", {"D"});
  EXPECT_THAT(seams(), ElementsAre("they meet"));
}

TEST_F(SeparationTest, NoThingIsKnownByItsName) {
  n.rule("1", "handled(T) :- about(first, T)");
  EXPECT_THAT(seams(), ElementsAre("they meet"));
}

TEST_F(SeparationTest, NoDecisionIsAboutThem) {
  n.decision("chosen", {"dept", "item"}, {0, {1}, "", {}, {}});
  EXPECT_THAT(seams(), ElementsAre("they meet"));
}

TEST_F(SeparationTest, WhatNeedsAThingThatThereIsNotNeverHolds) {
  n.rule("1", "fits(D, I) :- like(J, O), by(C, D), about(I, T)");
  EXPECT_THAT(seams(), IsEmpty());
}

}  // namespace
}  // namespace mingze
