#include "draft/document/document.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

std::string text_at(const Document& document, Range range) {
  const Span span = document.span(range);
  return document.text().substr(span.begin, span.size());
}

TEST(Document, FoldsForMatchingAndKeepsTheTextAsGiven) {
  const Document document({0}, "\xEF\xBB\xBF（⾊彩）　標準：ＡＢ\r\n");
  EXPECT_EQ(document.folded(), U"(色彩)标准:AB");
  EXPECT_EQ(text_at(document, {1, 2}), "⾊");
  EXPECT_EQ(text_at(document, {4, 6}), "標準");
}

TEST(Document, WordsDropTheWhiteSpaceInsideAName) {
  const Document document({0}, "市 财政　局");
  EXPECT_EQ(document.words({0, 4}), "市财政局");
  EXPECT_EQ(text_at(document, {0, 4}), "市 财政　局");
  EXPECT_TRUE(document.gap_before(1));
  EXPECT_TRUE(document.wide_gap_before(3));
  EXPECT_FALSE(document.gap_before(2));
}

TEST(Document, JoinsHardWrappedLines) {
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += "推进全市供水供热燃气管网改造并建立信息台账按轻重缓急安排时\n\n";
    text += "序。\n\n";
  }
  const Document document({0}, text);
  ASSERT_EQ(document.paragraphs().size(), 6U);
  const auto first = document.folded(document.paragraphs()[0].range);
  EXPECT_TRUE(first.ends_with(U"安排时序。"));
}

TEST(Document, KeepsOneParagraphALine) {
  const Document document({0}, "一、任务\n（一）甲。做好工作。\n（二）乙。做好工作。\n");
  EXPECT_EQ(document.paragraphs().size(), 3U);
}

TEST(Document, JoinsANumberThatStandsAlone) {
  const Document document({0}, "四、\n保障措施\n（一）甲。\n");
  ASSERT_EQ(document.paragraphs().size(), 2U);
  EXPECT_EQ(document.folded(document.paragraphs()[0].range), U"四、保障措施");
}

TEST(Document, JoinsAClauseThatIsSplitInItsBracket) {
  const Document document({0}, "（责任单位：市水利局、\n市财政局）\n下一段。\n");
  ASSERT_EQ(document.paragraphs().size(), 2U);
}

TEST(Document, ALabelLineEndsWithItsLine) {
  const Document document(
      {0},
      "责任单位：市财政局，市水利局、市公安局、市教育局，各县（市、区）人民政府\n"
      "本通知自印发之日起实施。\n");
  EXPECT_EQ(document.paragraphs().size(), 2U);
}

TEST(Document, JoinsRunningTextThatWasCutInMidWord) {
  const Document document({0},
                          "完善公共交通网络，优化线路布局，推动城市公共交通与慢行系\n统衔接。\n");
  EXPECT_EQ(document.paragraphs().size(), 1U);
}

TEST(Document, DropsPageNumbersAndMarkdownMarks) {
  const Document document({0}, "## 二、**任务**\n\n— 3 —\n正文。\n");
  ASSERT_EQ(document.paragraphs().size(), 2U);
  EXPECT_EQ(document.folded(document.paragraphs()[0].range), U"二、任务");
  EXPECT_TRUE(document.paragraphs()[0].markdown_heading);
}

TEST(Document, AnEmptyTextHasNoParagraphs) {
  EXPECT_TRUE(Document({0}, "").paragraphs().empty());
  EXPECT_TRUE(Document({0}, "\n \r\n\t\n").paragraphs().empty());
}

}  // namespace
}  // namespace mingze::draft
