#include "draft/document/numbering.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

void expect_number(std::u32string_view text, NumberKind kind, std::uint32_t value,
                   std::uint32_t length) {
  const auto number = read_number(text);
  ASSERT_TRUE(number.has_value());
  EXPECT_EQ(number->kind, kind);
  EXPECT_EQ(number->value, value);
  EXPECT_EQ(number->length, length);
}

TEST(Numbering, ReadsEveryKind) {
  expect_number(U"第二部分总论", NumberKind::part, 2, 4);
  expect_number(U"第十一章规划建设", NumberKind::chapter, 11, 4);
  expect_number(U"第三条本办法", NumberKind::article, 3, 3);
  expect_number(U"十二、保障", NumberKind::han, 12, 3);
  expect_number(U"(二十)加强", NumberKind::han_bracket, 20, 4);
  expect_number(U"3.推进", NumberKind::digit, 3, 2);
  expect_number(U"3、推进", NumberKind::digit, 3, 2);
  expect_number(U"2.2025年底前", NumberKind::digit, 2, 2);
  expect_number(U"(4)推进", NumberKind::digit_bracket, 4, 3);
  expect_number(U"5)推进", NumberKind::digit_bracket, 5, 2);
  expect_number(U"③推进", NumberKind::circled, 3, 1);
}

TEST(Numbering, LeavesOtherFiguresAlone) {
  EXPECT_FALSE(read_number(U"1.5万吨"));
  EXPECT_FALSE(read_number(U"2025年底前"));
  EXPECT_FALSE(read_number(U"第三条规定的"));
  EXPECT_FALSE(read_number(U"一、二类水质"));
  EXPECT_FALSE(read_number(U"十年树木"));
  EXPECT_FALSE(read_number(U""));
}

TEST(Numbering, WritesNumbersBack) {
  EXPECT_EQ(written_number(NumberKind::han, 10), U"十");
  EXPECT_EQ(written_number(NumberKind::han_bracket, 21), U"二十一");
  EXPECT_EQ(written_number(NumberKind::article, 105), U"一百零五");
  EXPECT_EQ(written_number(NumberKind::digit, 12), U"12");
  EXPECT_EQ(written_number(NumberKind::circled, 3), U"③");
}

}  // namespace
}  // namespace mingze::draft
