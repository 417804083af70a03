#include "engine/facts/relation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingze {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Rows = std::vector<std::uint32_t>;

Relation relation_of(std::uint32_t arity, const std::vector<std::vector<Value>>& tuples) {
  Relation relation(arity);
  for (const auto& tuple : tuples) relation.insert(tuple);
  return relation;
}

/// The chain of a key, newest first.
Rows chain(const Relation& relation, std::uint64_t columns, const std::vector<Value>& key) {
  const Index& index = relation.index(columns);
  Rows rows;
  for (std::uint32_t row = index.first(relation.data(), key); row != no_row; row = index.next(row))
    rows.push_back(row);
  return rows;
}

TEST(Relation, KeepsEachTupleOnce) {
  Relation relation(2);
  EXPECT_TRUE(relation.insert(std::vector<Value>{1, 2}));
  EXPECT_TRUE(relation.insert(std::vector<Value>{2, 1}));
  EXPECT_FALSE(relation.insert(std::vector<Value>{1, 2}));
  EXPECT_EQ(relation.size(), 2U);
  EXPECT_EQ(relation.find(std::vector<Value>{2, 1}), 1U);
  EXPECT_FALSE(relation.contains(std::vector<Value>{2, 2}));
}

TEST(Relation, TellsAboutHowManyTuplesToExpect) {
  Relation relation(3);
  EXPECT_EQ(relation.expected_with(1), 0);
  for (Value value = 0; value < 1000; ++value)
    relation.insert(std::vector<Value>{value, value % 10, 7});
  EXPECT_EQ(relation.expected_with(0), 1000);
  EXPECT_NEAR(relation.expected_with(1), 1, 0.05);
  EXPECT_NEAR(relation.expected_with(2), 100, 1);
  EXPECT_NEAR(relation.expected_with(6), 100, 1);
  for (Value value = 0; value < 1000; ++value)
    relation.insert(std::vector<Value>{value, value % 10 + 10, 7});
  EXPECT_NEAR(relation.expected_with(1), 2, 0.1);
  EXPECT_NEAR(relation.expected_with(2), 100, 1);
}

TEST(Relation, OfArityZeroHoldsOrDoesNot) {
  Relation relation(0);
  EXPECT_FALSE(relation.contains({}));
  EXPECT_TRUE(relation.insert({}));
  EXPECT_FALSE(relation.insert({}));
  EXPECT_TRUE(relation.contains({}));
  EXPECT_EQ(relation.size(), 1U);
  EXPECT_THAT(chain(relation, 0, {}), ElementsAre(0));
}

TEST(Relation, ChainsRowsOfOneKeyFromTheNewest) {
  const Relation relation = relation_of(2, {{1, 7}, {2, 7}, {1, 8}, {1, 9}});
  EXPECT_THAT(chain(relation, 0b01, {1}), ElementsAre(3, 2, 0));
  EXPECT_THAT(chain(relation, 0b10, {7}), ElementsAre(1, 0));
  EXPECT_THAT(chain(relation, 0b11, {1, 8}), ElementsAre(2));
  EXPECT_THAT(chain(relation, 0b01, {9}), IsEmpty());
}

TEST(Relation, AnIndexSeesWhatIsAddedAfterIt) {
  Relation relation = relation_of(2, {{1, 7}});
  EXPECT_THAT(chain(relation, 0b01, {1}), ElementsAre(0));
  relation.insert(std::vector<Value>{1, 8});
  EXPECT_THAT(chain(relation, 0b01, {1}), ElementsAre(1, 0));
  EXPECT_THAT(chain(relation, 0b10, {8}), ElementsAre(1));
}

TEST(Relation, ADeltaIsTheHeadOfItsChain) {
  Relation relation = relation_of(2, {{1, 7}, {2, 7}, {1, 8}});
  const std::uint32_t old = relation.size();
  for (Value v = 20; v < 40; ++v) relation.insert(std::vector<Value>{1, v});
  const Rows rows = chain(relation, 0b01, {1});
  for (std::size_t i = 0; i < 20; ++i) EXPECT_GE(rows[i], old);
  EXPECT_EQ(rows.size(), 22U);
}

TEST(Relation, ACopyIsIndependent) {
  Relation first = relation_of(1, {{1}});
  ASSERT_THAT(chain(first, 1, {1}), ElementsAre(0));
  Relation second = first;
  second.insert(std::vector<Value>{2});
  EXPECT_FALSE(first.contains(std::vector<Value>{2}));
  first = second;
  first.insert(std::vector<Value>{3});
  EXPECT_EQ(first.size(), 3U);
  EXPECT_THAT(chain(first, 1, {2}), ElementsAre(1));
  EXPECT_EQ(second.size(), 2U);
}

/// Every set of columns of a relation of three columns finds exactly the rows of its key.
TEST(Relation, EveryColumnSetFindsItsRows) {
  Relation relation(3);
  for (Value i = 0; i < 5; ++i)
    for (Value j = 0; j < 5; ++j)
      for (Value k = 0; k < 5; ++k)
        if ((i * 7 + j * 5 + k * 3) % 4 != 0) relation.insert(std::vector<Value>{i, j, k});
  for (std::uint64_t columns = 1; columns < 8; ++columns) {
    for (std::uint32_t row = 0; row < relation.size(); ++row) {
      std::vector<Value> key;
      for (std::uint32_t c = 0; c < 3; ++c)
        if ((columns >> c & 1U) != 0) key.push_back(relation.at(row, c));
      Rows expected;
      for (std::uint32_t other = relation.size(); other-- > 0;) {
        std::vector<Value> same;
        for (std::uint32_t c = 0; c < 3; ++c)
          if ((columns >> c & 1U) != 0) same.push_back(relation.at(other, c));
        if (same == key) expected.push_back(other);
      }
      ASSERT_EQ(chain(relation, columns, key), expected) << columns << " " << row;
    }
  }
}

TEST(Relation, HoldsManyTuples) {
  Relation relation(2);
  for (Value i = 0; i < 20000; ++i) ASSERT_TRUE(relation.insert(std::vector<Value>{i % 100, i}));
  for (Value i = 0; i < 20000; ++i) ASSERT_FALSE(relation.insert(std::vector<Value>{i % 100, i}));
  EXPECT_EQ(chain(relation, 0b01, {42}).size(), 200U);
}

}  // namespace
}  // namespace mingze
