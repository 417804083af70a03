#include "draft/page/words.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

const std::string head =
    "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\t"
    "left\ttop\twidth\theight\tconf\ttext\n";
const std::string page_row = "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n";
const std::string line_row = "4\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###LINE###\n";

std::string word(const std::string& place, const std::string& text) {
  return "5\t1\t0\t0\t0\t0\t" + place + "\t100\t" + text + "\n";
}

TEST(PageWords, StandInTheLinesOfTheirPage) {
  const auto pages =
      read_words(head + page_row + line_row + word("10\t20\t30\t12", "牵头") +
                 word("50\t20\t30\t12", "单位") + line_row + word("10\t40\t30\t12", "甲局"));
  ASSERT_EQ(pages.size(), 1U);
  ASSERT_EQ(pages[0].lines.size(), 2U);
  EXPECT_EQ(pages[0].lines[0].size(), 2U);
  EXPECT_EQ(pages[0].lines[1][0].text, "甲局");
  EXPECT_EQ(pages[0].lines[1][0].box.right, 40);
}

TEST(PageWords, PlacesThatNoPageHasAreNone) {
  for (const char* place :
       {"nan\t20\t30\t12", "inf\t20\t30\t12", "1e300\t20\t30\t12", "10\t20\t-30\t12",
        "10\t20\t30\t", "x\t20\t30\t12", "10\t-700000\t30\t12"})
    EXPECT_TRUE(read_words(page_row + line_row + word(place, "甲局"))[0].lines.empty()) << place;
}

TEST(PageWords, WhatIsNoRowIsPassedOver) {
  EXPECT_TRUE(read_words("").empty());
  EXPECT_TRUE(read_words("\n\n\t\t\t\n5\t1\n").empty());
  EXPECT_TRUE(read_words(word("10\t20\t30\t12", "甲局")).empty()) << "no page";
  const auto pages = read_words(page_row + word("10\t20\t30\t12", "\xFF甲\x01局\t乙"));
  ASSERT_EQ(pages[0].lines.size(), 1U);
  EXPECT_EQ(pages[0].lines[0][0].text, "\uFFFD甲局乙");
}

TEST(PageWords, ColumnsAreWordsSideBySideInLinesApart) {
  const std::string left = line_row + word("10\t20\t30\t12", "甲局");
  EXPECT_TRUE(
      has_columns(read_words(page_row + left + line_row + word("200\t21\t30\t12", "乙局"))[0]));
  EXPECT_FALSE(
      has_columns(read_words(page_row + left + line_row + word("10\t40\t30\t12", "乙局"))[0]));
}

}  // namespace
}  // namespace mingze::draft
