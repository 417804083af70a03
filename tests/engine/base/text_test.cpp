// UTF-8 and the lines of a text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/line_index.hpp"
#include "engine/base/utf8.hpp"

namespace mingze {
namespace {

using testing::ElementsAre;

TEST(Utf8, EveryCodePointIsReadAsItIsWritten) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const CodePoint point = decode_at(text, 0);
    ASSERT_EQ(point.value, c);
    ASSERT_EQ(point.bytes, text.size());
    ASSERT_FALSE(first_invalid_utf8(text));
    text.pop_back();  // without its end it is none
    if (!text.empty()) {
      ASSERT_EQ(first_invalid_utf8(text), std::size_t{0});
    }
  }
}

TEST(Utf8, OverlongFormsSurrogatesAndWhatIsTooGreatAreInvalid) {
  for (const char* bad :
       {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",
        "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80",
        "\xBF", "\xFF", "\xE4\x28\xB8", "\xE4\xB8\x28", "\xF0\x9F\x98\x28"}) {
    EXPECT_EQ(first_invalid_utf8(std::string("a") + bad), std::size_t{1});
    EXPECT_EQ(decode_at(bad, 0).value, U'\xFFFD');
    EXPECT_EQ(decode_at(bad, 0).bytes, 1U);
  }
}

std::vector<std::uint32_t> starts(std::string_view text) {
  const LineIndex lines(text);
  std::vector<std::uint32_t> out;
  for (std::uint32_t line = 1; line <= lines.line_count(); ++line)
    out.push_back(lines.line_start(line));
  return out;
}

TEST(LineIndex, EachKindOfBreakEndsALineOnce) {
  EXPECT_THAT(starts(""), ElementsAre(0));
  EXPECT_THAT(starts("a\nb"), ElementsAre(0, 2));
  EXPECT_THAT(starts("a\r\nb\r\n"), ElementsAre(0, 3, 6));
  EXPECT_THAT(starts("a\rb\r"), ElementsAre(0, 2, 4));
  EXPECT_THAT(starts("\r\r\n\n\r"), ElementsAre(0, 1, 3, 4, 5));
}

}  // namespace
}  // namespace mingze
