#include "draft/document/decode.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

TEST(Decode, KeepsUtf8AsGiven) {
  const std::string text = "\xEF\xBB\xBF一、任务\r\n";
  const auto result = decode(text, "a.txt");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), text);
}

TEST(Decode, ReadsGb18030) {
  const auto result = decode("\xD4\xF0\xC8\xCE\xB5\xA5\xCE\xBB", "a.txt");  // 责任单位 in GBK
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), "责任单位");
}

TEST(Decode, ReadsUtf16WithMark) {
  const auto little = decode(std::string_view("\xFF\xFE\x00\x4E\x0A\x00", 6), "a.txt");
  ASSERT_TRUE(little.ok());
  EXPECT_EQ(little.value(), "\xEF\xBB\xBF一\n");
  const auto big = decode(std::string_view("\xFE\xFF\x4E\x00\x00\x0A", 6), "a.txt");
  ASSERT_TRUE(big.ok());
  EXPECT_EQ(big.value(), "\xEF\xBB\xBF一\n");
}

TEST(Decode, ReadsUtf16WithoutMarkWhenEvident) {
  const auto result = decode(std::string_view("1\0.\0\x2A\x4E\n\0", 8), "a.txt");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), "1.个\n");
}

TEST(Decode, ReadsBig5WhereItsMarksTell) {
  const auto result = decode("\xB0\x5D\xAC\x46\xC6\x55\xB2\x6F\xC0\x59\xA1\x43", "a.txt");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), "財政廳牽頭。");
}

TEST(Decode, ReadsUtf32WithMark) {
  const auto result = decode(std::string_view("\xFF\xFE\0\0\0\x4E\0\0", 8), "a.txt");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), "\xEF\xBB\xBF一");
}

TEST(Decode, NamesTheByteThatIsWrong) {
  const auto result = decode("ok\xFF\xFF", "a.txt");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.failure().subject, "a.txt");
  EXPECT_NE(result.failure().message.en.find("byte 3 (0xFF)"), std::string::npos);
  EXPECT_NE(result.failure().message.zh.find("第 3 个字节"), std::string::npos);
}

TEST(Decode, NamesAZeroByte) {
  const auto result = decode(std::string_view("abcdef\0gh", 9), "a.txt");
  ASSERT_FALSE(result.ok());
  EXPECT_NE(result.failure().message.en.find("byte 7 (0x00)"), std::string::npos);
}

TEST(Decode, RefusesBinaryFilesByName) {
  const auto word = decode("PK\x03\x04rest", "a.txt");
  ASSERT_FALSE(word.ok());
  EXPECT_NE(word.failure().message.en.find("Word"), std::string::npos);
  const auto pdf = decode("%PDF-1.7", "a.txt");
  ASSERT_FALSE(pdf.ok());
  EXPECT_NE(pdf.failure().message.zh.find("PDF"), std::string::npos);
}

}  // namespace
}  // namespace mingze::draft
