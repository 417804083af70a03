#include "engine/evaluate/hierarchy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace mingze {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class HierarchyTest : public testing::Test {
 protected:
  HierarchyTest() { kind = symbols.add_kind({"part", "", {}}); }

  Levels levels_of(const std::vector<std::pair<std::string, std::string>>& links) {
    Relation relation(2);
    for (const auto& [child, parent] : links) {
      const Value tuple[] = {symbols.entity(kind, child), symbols.entity(kind, parent)};
      relation.insert(tuple);
    }
    return levels(relation, kind, symbols);
  }
  std::uint32_t level(const Levels& found, const std::string& id) {
    return found.of(symbols.entity(kind, id));
  }
  std::vector<std::string> cycle(const Levels& found) {
    std::vector<std::string> out;
    for (const Value value : found.cycle) out.push_back(symbols.id_of(kind, value));
    return out;
  }

  Symbols symbols;
  KindId kind;
};

TEST_F(HierarchyTest, OfNothingHasOneLevel) {
  symbols.entity(kind, "alone");
  const Levels found = levels_of({});
  EXPECT_EQ(found.members.size(), 1U);
  EXPECT_EQ(level(found, "alone"), 0U);
  EXPECT_THAT(found.cycle, IsEmpty());
}

TEST_F(HierarchyTest, AChildStandsBelowItsLowestParent) {
  // d is below a directly, and below b and c too
  const Levels found = levels_of({{"d", "a"}, {"b", "a"}, {"c", "b"}, {"d", "c"}, {"e", "d"}});
  EXPECT_EQ(level(found, "a"), 0U);
  EXPECT_EQ(level(found, "b"), 1U);
  EXPECT_EQ(level(found, "c"), 2U);
  EXPECT_EQ(level(found, "d"), 3U);
  EXPECT_EQ(level(found, "e"), 4U);
  EXPECT_EQ(found.members.size(), 5U);
}

TEST_F(HierarchyTest, OfNumbersAndDates) {
  kind = number_kind;
  Relation relation(2);
  const Value seven = symbols.number(std::int64_t{7});
  relation.insert(std::vector<Value>{seven, symbols.number(std::int64_t{5})});
  EXPECT_EQ(levels(relation, kind, symbols).of(seven), 1U);
  const Value day = Symbols::date(*parse_date("2026-11-23"));
  relation = Relation(2);
  relation.insert(std::vector<Value>{day, day});
  EXPECT_THAT(levels(relation, date_kind, symbols).cycle, ElementsAre(day));
}

TEST_F(HierarchyTest, ACycleIsListedFromItsFirstMember) {
  EXPECT_THAT(cycle(levels_of({{"c", "a"}, {"a", "b"}, {"b", "c"}, {"x", "y"}})),
              ElementsAre("a", "b", "c"));
}

TEST_F(HierarchyTest, WhatIsItsOwnParentIsACycle) {
  EXPECT_THAT(cycle(levels_of({{"a", "b"}, {"b", "b"}})), ElementsAre("b"));
}

TEST_F(HierarchyTest, WhatHangsBelowACycleIsNotPartOfIt) {
  EXPECT_THAT(cycle(levels_of({{"a", "m"}, {"m", "n"}, {"n", "m"}, {"b", "a"}})),
              ElementsAre("m", "n"));
}

TEST_F(HierarchyTest, TheSameCycleInWhateverOrder) {
  std::vector<std::pair<std::string, std::string>> links = {
      {"a", "b"}, {"b", "a"}, {"c", "d"}, {"d", "c"}, {"e", "a"}, {"e", "c"}, {"b", "d"}};
  const std::vector<std::string> first = cycle(levels_of(links));
  ASSERT_THAT(first, testing::Not(IsEmpty()));
  std::mt19937 random(7);
  for (int i = 0; i < 50; ++i) {
    std::shuffle(links.begin(), links.end(), random);
    Symbols fresh;
    std::swap(symbols, fresh);
    kind = symbols.add_kind({"part", "", {}});
    EXPECT_EQ(cycle(levels_of(links)), first);
  }
}

}  // namespace
}  // namespace mingze
