#include "draft/document/edits.hpp"

#include <gtest/gtest.h>

#include "draft/document/decode.hpp"

namespace mingze::draft {
namespace {

TEST(Edits, WhatBothSidesHaveStays) {
  const std::string text = "由甲局、乙局按职责分工负责。";
  const Edit edit{{3, 39}, "甲局、乙局共同负责"};
  EXPECT_EQ(hunks_of(edit, text), (std::vector<Edit>{{{18, 33}, "共同"}}));
  EXPECT_TRUE(hunks_of({{3, 9}, "甲局"}, text).empty());
}

TEST(Edits, ComeAndGoByMarks) {
  EXPECT_EQ(hunks_of({{0, 9}, "县丙局牵头，县乙局"}, "县乙局"),
            (std::vector<Edit>{{{0, 0}, "县丙局牵头，"}}));
  EXPECT_EQ(hunks_of({{0, 9}, "县乙局、县丙局"}, "县乙局"),
            (std::vector<Edit>{{{9, 9}, "、县丙局"}}));
  EXPECT_EQ(hunks_of({{0, 21}, "县乙局"}, "县丙局、县乙局"), (std::vector<Edit>{{{0, 12}, ""}}));
  EXPECT_EQ(hunks_of({{0, 6}, "甲甲甲"}, "甲甲"), (std::vector<Edit>{{{6, 6}, "甲"}}));
}

TEST(Edits, AreMadeInTheirOrder) {
  EXPECT_EQ(applied("甲局牵头", {{{0, 3}, "乙"}, {{12, 12}, "。"}}), "乙局牵头。");
}

TEST(Edits, APlaceIsFoundWhereItWasBefore) {
  // 甲乙丙丁 → 甲天地丁天
  const std::vector<Edit> edits{{{3, 9}, "天地"}, {{12, 12}, "天"}};
  const std::string text = applied("甲乙丙丁", edits);
  ASSERT_EQ(text, "甲天地丁天");
  EXPECT_EQ(before_edits({0, 3}, edits), (ByteRange{0, 3}));
  EXPECT_EQ(before_edits({3, 6}, edits), (ByteRange{3, 9}));
  EXPECT_EQ(before_edits({0, 9}, edits), (ByteRange{0, 9}));
  EXPECT_EQ(before_edits({9, 12}, edits), (ByteRange{9, 12}));
  EXPECT_EQ(before_edits({9, 15}, edits), (ByteRange{9, 12}));
  EXPECT_EQ(before_edits({12, 15}, edits), (ByteRange{12, 12}));
  EXPECT_EQ(before_edits({6, 9}, {{{0, 6}, ""}}), (ByteRange{12, 15}));
}

TEST(Encode, GivesTheBytesOfTheFileInItsEncoding) {
  const std::string gb = "\xBC\xD7\xBE\xD6\xC7\xA3\xCD\xB7\r\n";  // 甲局牵头
  const std::string utf16 = std::string("\xFF\xFE") + std::string("\x32\x75\x40\x5C\x0A\x00", 6);
  const std::string utf8 = "\xEF\xBB\xBF甲局牵头\r\n";
  for (const std::string& bytes : {gb, utf16, utf8}) {
    const auto text = decode(bytes, "a.txt");
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(encode(text.value(), bytes), bytes);
  }
  EXPECT_EQ(encode("乙局\r\n", gb), "\xD2\xD2\xBE\xD6\r\n");
}

}  // namespace
}  // namespace mingze::draft
