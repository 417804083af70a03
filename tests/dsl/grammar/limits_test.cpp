// Inputs of a million pieces: no stack overflow, no quadratic time. And bytes that are no text.
#include <gtest/gtest.h>

#include "tests/dsl/grammar/parsed.hpp"

namespace mingze::dsl {
namespace {

std::string times(const std::string& text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(Limits, AMillionWords) {
  EXPECT_EQ(Parsed(times("a ", 1000000) + ".").codes(), "");
  EXPECT_EQ(Parsed(times("a ", 1000000)).codes(), "missing-full-stop");
}

TEST(Limits, AMillionBrackets) {
  EXPECT_EQ(Parsed(times("(", 1000000)).codes(), "unexpected-punctuation");
  EXPECT_EQ(Parsed(times("《", 1000000)).codes(), "unterminated-string");
}

TEST(Limits, ManyStatementsWithoutAFullStop) {
  EXPECT_EQ(Parsed("x\n" + times("rule a if b\n", 20000)).diagnostics().size(), 20001U);
  EXPECT_EQ(Parsed(times("test \"x\" given a\n", 20000)).diagnostics().size(), 20000U);
  EXPECT_EQ(Parsed("x\n" + times("kind\n", 20000)).diagnostics().size(), 20001U);
  EXPECT_EQ(Parsed(times("rul if\n", 20000)).diagnostics().size(), 1U);
}

TEST(Limits, OneWordOfAMegabyte) {
  EXPECT_EQ(Parsed(times("水", 350000) + " = .").codes(), "punctuation-in-sentence");
}

TEST(InvalidUtf8, IsToldWithItsByteOffset) {
  const Parsed parsed("kind a.\nkind \xB2\xBF\xC3\xC5.\n");
  ASSERT_EQ(parsed.codes(), "invalid-utf8");
  const Diagnostic& error = parsed.diagnostics()[0];
  EXPECT_EQ(error.message.en, "not valid UTF-8: byte 0xB2 at byte offset 13");
  EXPECT_EQ(error.message.zh, "文件不是有效的 UTF-8：第 13 字节处是 0xB2");
  EXPECT_EQ(error.span.begin, 13U);
  EXPECT_EQ(error.span.end, 14U);
  EXPECT_TRUE(parsed.module().statements.empty());
}

TEST(InvalidUtf8, CutOffAndSurrogates) {
  EXPECT_EQ(Parsed("kind a\xE4\xBD").codes(), "invalid-utf8");
  EXPECT_EQ(Parsed("\xED\xA0\x80").codes(), "invalid-utf8");
  EXPECT_EQ(Parsed(std::string("\xFF\xFE", 2)).codes(), "invalid-utf8");
}

}  // namespace
}  // namespace mingze::dsl
