// Pins where the carets stand.
#include "report/excerpt.hpp"

#include <gtest/gtest.h>

#include "engine/base/utf8.hpp"

namespace mingze::report {
namespace {

std::string drawn(const std::string& text, const std::string& words, std::size_t columns = 100) {
  Sources sources;
  const SourceId id = sources.add("a.mz", text);
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  const Span span{id, begin, begin + static_cast<std::uint32_t>(words.size())};
  Style style;
  style.columns = columns;
  return excerpt(sources[id], span, gutter_width(sources[id], span), style, Paint::red);
}

TEST(Excerpt, CaretsStandUnderChineseWords) {
  EXPECT_EQ(drawn("交通部们 审批 船舶。", "审批"),
            "  |\n"
            "1 | 交通部们 审批 船舶。\n"
            "  |          ^^^^\n");
}

TEST(Excerpt, TabsAndMarksOfNoWidth) {
  EXPECT_EQ(drawn("a\tb\xCC\x81 c", "c"),
            "  |\n"
            "1 | a   b\xCC\x81 c\n"
            "  |       ^\n");
  EXPECT_EQ(drawn("\xEF\xBB\xBFkind", "kind"),
            "  |\n"
            "1 | kind\n"
            "  | ^^^^\n");
}

TEST(Excerpt, TheEndOfALineGetsOneCaret) {
  Sources sources;
  const SourceId id = sources.add("a.mz", "kind place");
  EXPECT_EQ(excerpt(sources[id], {id, 10, 10}, 1, {}, Paint::red),
            "  |\n"
            "1 | kind place\n"
            "  |           ^\n");
}

TEST(Excerpt, OfSeveralLinesTheFirst) {
  EXPECT_EQ(drawn("x\nrule a\nif b\n", "a\nif"),
            "  |\n"
            "2 | rule a\n"
            "  |      ^\n");
}

TEST(Excerpt, OfALongLineTheSurroundings) {
  std::string paragraph;
  for (int i = 0; i < 500; ++i) paragraph += "推进";
  paragraph += "有关部门";
  for (int i = 0; i < 500; ++i) paragraph += "落实";
  const std::string out = drawn(paragraph, "有关部门", 60);
  EXPECT_NE(out.find("有关部门"), std::string::npos);
  const std::string line = out.substr(out.find('\n') + 1);
  const std::string text = line.substr(0, line.find('\n'));
  EXPECT_LE(display_width(text), 60U);
  EXPECT_EQ(text.find("1 | …"), 0U);
  EXPECT_TRUE(text.ends_with("…"));
  const std::string under = line.substr(line.find('\n') + 1);
  EXPECT_EQ(display_width(text.substr(0, text.find("有关部门"))), under.find('^'));
  EXPECT_EQ(under.substr(under.find('^')), "^^^^^^^^\n");
}

TEST(Excerpt, LongWordsAreCut) {
  std::string paragraph;
  for (int i = 0; i < 100; ++i) paragraph += "推进落实";
  const std::string out = drawn(paragraph, paragraph, 40);
  EXPECT_NE(out.find("…"), std::string::npos);
  EXPECT_LT(out.size(), 400U);
}

TEST(Excerpt, AFileCannotSteerTheTerminal) {
  EXPECT_EQ(drawn("a\x1b[31mb", "b").find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace mingze::report
