#include "engine/program/symbols.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace mingze {
namespace {

TEST(Symbols, ForgetWhatWasAdded) {
  Symbols symbols;
  const KindId place = symbols.add_kind({"place", "", {}});
  const Value old_place = symbols.declare(place, {"p", "旧地", {}});
  const Value old_text = symbols.text("旧");
  const Value old_number = symbols.number(7);
  const Symbols::Extent before = symbols.extent();
  const Value place_added = symbols.entity(place, "q");
  const Value text_added = symbols.text("新");
  const Value number_added = symbols.number(8);
  symbols.shrink(before);

  EXPECT_EQ(symbols.entity_count(place), 1U);
  EXPECT_FALSE(symbols.find_entity(place, "q"));
  EXPECT_EQ(symbols.find_entity(place, "p"), old_place);
  EXPECT_EQ(symbols.text("旧"), old_text);
  EXPECT_EQ(symbols.number(7), old_number);
  // The next ones get the numbers that have become free.
  EXPECT_EQ(symbols.entity(place, "r"), place_added);
  EXPECT_EQ(symbols.text("别的"), text_added);
  EXPECT_EQ(symbols.number(9), number_added);
  EXPECT_EQ(std::as_const(symbols).number(number_added), 9);
}

TEST(Symbols, CopiesAreTheirOwn) {
  Symbols symbols;
  const KindId place = symbols.add_kind({"place", "", {}});
  symbols.entity(place, "p");
  Symbols copy = symbols;
  symbols = Symbols();
  EXPECT_EQ(copy.find_entity(place, "p"), 0U);
  copy.entity(place, "a name that is too long for a string to keep it in itself");
  Symbols second = copy;
  copy = Symbols();
  EXPECT_EQ(second.find_entity(place, "a name that is too long for a string to keep it in itself"),
            1U);
}

}  // namespace
}  // namespace mingze
