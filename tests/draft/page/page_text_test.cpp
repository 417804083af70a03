// Words and rules of pages to text.
#include "draft/page/page_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/utf8.hpp"

namespace mingze::draft {
namespace {

using testing::ElementsAre;

constexpr double size = 12;

/// A word with its left upper corner here, a square a character.
Word word(double left, double top, const std::string& text) {
  const double width = size * static_cast<double>(count_code_points(text));
  return {{left, top, left + width, top + size}, text};
}

/// A page of lines that begin at the left margin, one below the other.
Page page(const std::vector<std::string>& lines) {
  Page out;
  double top = 60;
  for (const std::string& line : lines) {
    out.lines.push_back({word(60, top, line)});
    top += 20;
  }
  return out;
}

std::string text(const std::vector<Page>& pages, const std::vector<PageRules>& rules = {}) {
  return text_of_pages(pages, rules).text;
}

/// The rules of a table with lines at these places, all of them whole.
PageRules grid(const std::vector<double>& down, const std::vector<double>& across) {
  PageRules out;
  for (const double at : across) out.across.push_back({at, down.front(), down.back()});
  for (const double at : down) out.down.push_back({at, across.front(), across.back()});
  return out;
}

TEST(PageText, PagesFollowOneAnotherWithoutTheirNumbers) {
  EXPECT_EQ(text({page({"一、总体要求", "- 1 -"}), page({"二、重点任务", "2"}),
                  page({"第3页", "三、保障"})}),
            "一、总体要求\n二、重点任务\n三、保障\n");
}

TEST(PageText, RunningHeadsAndFeetAreLeftOut) {
  EXPECT_EQ(
      text({page({"沅口市政府公报 2026年第1期", "甲", "内部资料"}),
            page({"沅口市政府公报 2026年第2期", "乙", "内部资料"}), page({"丙", "内部资料"})}),
      "甲\n乙\n丙\n");
}

TEST(PageText, TwoPagesTellNothingOfWhatTheyShare) {
  EXPECT_EQ(text({page({"方案", "甲"}), page({"方案", "乙"})}), "方案\n甲\n方案\n乙\n");
}

TEST(PageText, NumbersWithinAPageStay) {
  EXPECT_EQ(text({page({"甲", "12", "乙"})}), "甲\n12\n乙\n");
}

TEST(PageText, EmptyPagesAreNone) {
  EXPECT_EQ(text({Page{}, Page{}}), "");
  EXPECT_EQ(text({}), "");
}

TEST(PageText, ATableOfRulesHasItsRows) {
  Page sheet;
  sheet.lines = {{word(70, 65, "任务")},
                 {word(210, 65, "牵头单位")},
                 {word(70, 95, "清理河道")},
                 {word(210, 95, "甲局")},
                 {word(70, 125, "修复湿地")}};
  const PlainText read = text_of_pages({sheet}, {grid({60, 200, 340}, {60, 90, 120, 150})});
  EXPECT_EQ(read.text, "任务\t牵头单位\n清理河道\t甲局\n修复湿地\t\n");
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.rows[2].cells.size(), 2U);
}

TEST(PageText, CellsWithoutARuleBetweenThemAreMerged) {
  Page sheet;
  sheet.lines = {{word(70, 65, "清理河道")}, {word(210, 80, "甲局")}, {word(70, 95, "修复湿地")}};
  PageRules rules = grid({60, 200, 340}, {60, 90, 120});
  rules.across[1].end = 200;  // none below 甲局
  const PlainText read = text_of_pages({sheet}, {rules});
  ASSERT_EQ(read.rows.size(), 2U);
  const ByteRange above = read.rows[0].cells[1];
  EXPECT_EQ(read.text.substr(above.begin, above.end - above.begin), "甲局");
  EXPECT_EQ(read.rows[1].cells[1].begin, above.begin);
}

TEST(PageText, ATableGoesOnOverThePageWithItsHeadOnce) {
  Page first;
  first.lines = {{word(70, 65, "任务")},
                 {word(210, 65, "牵头单位")},
                 {word(70, 95, "清理河道")},
                 {word(210, 95, "甲局")}};
  Page second;
  second.lines = {{word(70, 65, "任务")},
                  {word(210, 65, "牵头单位")},
                  {word(70, 95, "修复湿地")},
                  {word(210, 95, "乙局")}};
  const PageRules rules = grid({60, 200, 340}, {60, 90, 120});
  EXPECT_EQ(text({first, second}, {rules, rules}),
            "任务\t牵头单位\n清理河道\t甲局\n修复湿地\t乙局\n");
}

TEST(PageText, AFrameAroundTextIsNoTable) {
  EXPECT_EQ(text({page({"甲局牵头。", "乙局配合。"})}, {grid({50, 400}, {50, 200})}),
            "甲局牵头。\n乙局配合。\n");
}

TEST(PageText, WordsOutsideOfTheTableStayText) {
  Page sheet;
  sheet.lines = {{word(60, 20, "分工如下。")},
                 {word(70, 65, "清理河道")},
                 {word(210, 65, "甲局")},
                 {word(60, 200, "本表自印发之日起施行。")}};
  EXPECT_EQ(text({sheet}, {grid({60, 200, 340}, {60, 90})}),
            "分工如下。\n清理河道\t甲局\n本表自印发之日起施行。\n");
}

TEST(PageText, LinesOfATableOfContentsAreLeftOut) {
  EXPECT_EQ(text({page({"目录", "一、总体要求............3", "二、重点任务 …………… 12",
                        "三、甲局牵头......整治", "四、保障"})}),
            "目录\n三、甲局牵头......整治\n四、保障\n");
}

/// Lines end before the margin where the page was printed from a browser.
TEST(PageText, ALineThatClosesABracketGoesOn) {
  EXPECT_EQ(
      text({page({"根据上级有关文件要求和工作部署，现印发有关方案（某政发〔202",
                  "1〕4号），请认真组织实施。", "一、清理河道。清除河面上的各类漂浮物。",
                  "（责任单位：市", "甲局、乙局）", "二、出具《结论》", "，并告知结果。"})}),
      "根据上级有关文件要求和工作部署，现印发有关方案（某政发〔2021〕4号），请认真组织实施。\n"
      "一、清理河道。清除河面上的各类漂浮物。\n（责任单位：市甲局、乙局）\n"
      "二、出具《结论》，并告知结果。\n");
}

TEST(PageText, ANumberBelowALabelBeginsAParagraph) {
  EXPECT_EQ(text({page({"责任单位：市甲局、乙局，各县人民政府", "3.建立收储机制。引导中介机构。",
                        "责任单位：市丙局，各区人民政府", "4.建立交易机制。"})}),
            "责任单位：市甲局、乙局，各县人民政府\n3.建立收储机制。引导中介机构。\n"
            "责任单位：市丙局，各区人民政府\n4.建立交易机制。\n");
}

/// Word sets a bracket into the blank half of a full stop.
TEST(PageText, PunctuationMayReachIntoTheNextWord) {
  Page one = page({"甲处负责清理河道。"});
  const double right = one.lines[0][0].box.right;
  one.lines.push_back({word(right - size / 2, 60, "（配合单位：乙站）")});
  EXPECT_EQ(text({one}), "甲处负责清理河道。 （配合单位：乙站）\n");
}

TEST(PageText, NamesStackedInACellStayApart) {
  Page one;
  one.lines = {{word(62, 62, "任务")},         {word(182, 62, "牵头单位")},
               {word(62, 82, "清理河道")},     {word(182, 82, "市自然资源局")},
               {word(182, 97, "市林业局")},    {word(62, 122, "修复护岸")},
               {word(182, 122, "市经济发展")}, {word(182, 137, "促进局")}};
  EXPECT_EQ(text({one}, {grid({60, 180, 260}, {60, 80, 120, 160})}),
            "任务\t牵头单位\n清理河道\t市自然资源局 市林业局\n修复护岸\t市经济发展促进局\n");
}

TEST(PageText, ColumnsWithoutRulesAreSetApart) {
  Page sheet;
  sheet.lines = {{word(60, 20, "清理河道"), word(240, 20, "甲局")}};
  EXPECT_EQ(text({sheet}), "清理河道\u3000甲局\n");
}

}  // namespace
}  // namespace mingze::draft
