// Tuples come by the code points of their ids, however they are held.
#include "report/order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "engine/facts/nested.hpp"

namespace mingze::report {
namespace {

class OrderTest : public testing::Test {
 protected:
  OrderTest() {
    item_ = program_.symbols.add_kind({"item", "", {}});
    place_ = program_.symbols.add_kind({"place", "", {}});
    // In an order of arrival that is none of their ids.
    for (int i = 0; i < 12; ++i) item("i" + std::to_string(i * 7 % 12));
    for (int i = 0; i < 40; ++i) place("p" + std::to_string(i * 23 % 40));
  }
  Value item(const std::string& id) { return program_.symbols.entity(item_, id); }
  Value place(const std::string& id) { return program_.symbols.entity(place_, id); }
  Value number(std::int64_t number) { return program_.symbols.number(number); }

  /// The tuples as the walk tells them, by ids.
  std::vector<std::vector<std::string>> told(const Relation& relation,
                                             const std::vector<Column>& columns) {
    std::vector<std::vector<std::string>> out;
    Ranks ranks(program_);
    OrderedTuples tuples(relation, columns, ranks);
    while (tuples.next()) {
      out.emplace_back();
      for (const Column& column : columns)
        out.back().push_back(program_.symbols.id_of(column.kind, tuples.tuple()[column.index]));
    }
    return out;
  }
  std::vector<std::vector<std::string>> sorted(const Relation& relation,
                                               const std::vector<Column>& columns) {
    auto out = told(relation, columns);
    std::sort(out.begin(), out.end());
    return out;
  }

  /// Items, numbers and places, the places in runs.
  Relation some_tuples(std::uint32_t place_column) {
    std::mt19937 random(7);
    Relation out(3);
    for (int i = 0; i < 60; ++i) {
      const auto first = static_cast<Value>(random() % 40);
      const auto of = static_cast<Value>(random() % 12);
      const Value count = number(random() % 11);
      for (Value at = first; at < std::min(first + 9, Value{40}); ++at) {
        std::vector<Value> tuple{of, count};
        tuple.insert(tuple.begin() + place_column, at);
        out.insert(tuple);
      }
    }
    return out;
  }
  std::vector<Column> columns(std::uint32_t place_column) const {
    std::vector<Column> out{{0, item_}, {1, number_kind}};
    for (Column& column : out) column.index += column.index >= place_column ? 1 : 0;
    out.insert(out.begin() + place_column, {place_column, place_});
    return out;
  }
  /// The same tuples, held nested over the places.
  Relation nested(const Relation& rows, std::uint32_t place_column) {
    std::vector<Value> members;
    for (Value place = 0; place < 40; ++place) members.push_back(place);
    const auto order = std::make_shared<const Order>(PredicateId{0}, 40U, members,
                                                     std::vector<std::pair<Value, Value>>{});
    Relation out(3);
    out.hold(nest(rows, place_column, ~(std::uint64_t{1} << place_column), order));
    return out;
  }

  Program program_;
  KindId item_;
  KindId place_;
};

TEST_F(OrderTest, ById) {
  const Relation rows = some_tuples(2);
  const auto all = told(rows, columns(2));
  ASSERT_EQ(all.size(), rows.size());
  EXPECT_EQ(all, sorted(rows, columns(2)));
  EXPECT_LT((std::vector<std::string>{"i10"}), (std::vector<std::string>{"i2"}));
}

TEST_F(OrderTest, WhatIsNestedComesInTheSameOrderAndGetsNoRows) {
  for (const std::uint32_t at : {0U, 1U, 2U}) {
    const Relation rows = some_tuples(at);
    const Relation held = nested(rows, at);
    ASSERT_TRUE(held.waits());
    auto by = columns(at);
    std::sort(by.begin(), by.end(),
              [](const Column& a, const Column& b) { return a.index < b.index; });
    do {
      EXPECT_EQ(told(held, by), told(rows, by));
    } while (std::next_permutation(
        by.begin(), by.end(), [](const Column& a, const Column& b) { return a.index < b.index; }));
    EXPECT_TRUE(held.waits());
  }
}

TEST_F(OrderTest, WideTuplesThatDoNotFitAWordAreOrderedToo) {
  Relation dates(3);
  for (int i = 0; i < 20; ++i)
    dates.insert(std::vector<Value>{Symbols::date(Date{i * 13 % 5}), Symbols::date(Date{i % 3}),
                                    Symbols::date(Date{i * 7 % 20})});
  const std::vector<Column> all{{0, date_kind}, {1, date_kind}, {2, date_kind}};
  EXPECT_EQ(told(dates, all), sorted(dates, all));
  EXPECT_EQ(told(dates, all).size(), 20U);
}

TEST_F(OrderTest, NothingHasNoTuples) {
  EXPECT_TRUE(told(Relation(3), columns(0)).empty());
  Relation nullary(0);
  EXPECT_TRUE(told(nullary, {}).empty());
  nullary.insert({});
  EXPECT_EQ(told(nullary, {}).size(), 1U);
}

}  // namespace
}  // namespace mingze::report
