#include "draft/document/word_set.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mingze::draft {
namespace {

constexpr WordSet<4> words{{U"牵头", U"牵头单位", U"负责", U"总负责"}};

TEST(WordSet, FindsTheLongestWordAtEitherEnd) {
  EXPECT_EQ(longest_start(U"牵头单位：甲局", words), 4U);
  EXPECT_EQ(longest_start(U"牵头甲局", words), 2U);
  EXPECT_EQ(longest_start(U"甲局牵头", words), 0U);
  EXPECT_EQ(longest_end(U"甲局总负责", words), 3U);
  EXPECT_EQ(longest_end(U"甲局负责的", words), 0U);
}

TEST(WordSet, FindsAWordAnywhere) {
  EXPECT_TRUE(contains_any(U"由甲局牵头办理", words));
  EXPECT_TRUE(contains_any(U"由甲局负责", words));
  EXPECT_FALSE(contains_any(U"由甲局牵线，负有责任", words));
}

TEST(WordSet, NothingIsInAnEmptyText) {
  EXPECT_FALSE(starts_with_any(U"", words));
  EXPECT_FALSE(ends_with_any(U"", words));
  EXPECT_FALSE(contains_any(U"", words));
}

TEST(WordSet, ATextShorterThanAWordDoesNotHoldIt) {
  EXPECT_FALSE(starts_with_any(U"牵", words));
  EXPECT_FALSE(ends_with_any(U"责", words));
  EXPECT_FALSE(contains_any(U"总负", words));
}

TEST(CharacterFilter, HoldsWhatWasAddedWhateverElseItTakesForIt) {
  CharacterFilter filter(U"牵负");
  EXPECT_TRUE(filter.may_hold(U'牵'));
  EXPECT_FALSE(filter.may_hold(U'甲'));
  filter.add(words.lasts());
  EXPECT_TRUE(filter.may_hold(U'位'));
  // The same low bits, another character: the words are looked at and it is none of them.
  constexpr char32_t alike = U'牵' + 1024;
  EXPECT_TRUE(filter.may_hold(alike));
  EXPECT_FALSE(starts_with_any(std::u32string{alike, U'头'}, words));
}

}  // namespace
}  // namespace mingze::draft
