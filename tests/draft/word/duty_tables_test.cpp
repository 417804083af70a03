// Tables of duties in Word files, from the file to who leads what.
#include <gtest/gtest.h>

#include "draft/clause/read_draft.hpp"
#include "draft/word/docx.hpp"
#include "tests/draft/small_lexicon.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::draft {
namespace {

/// 任务：牵头（配合）, an item a line.
std::string items_of(const std::string& tables) {
  const auto text = read_docx(WordFile{tables}.bytes(), "a.docx");
  EXPECT_TRUE(text.ok());
  if (!text.ok()) return "";
  const Document document({0}, text.value().text, text.value().rows);
  const Lexicon lexicon = small_lexicon();
  const Reading reading = read_draft(document, lexicon);
  const auto names = [](const std::vector<Mention>& bodies) {
    std::string out;
    for (const Mention& body : bodies) out += (out.empty() ? "" : " ") + body.text;
    return out;
  };
  std::string out;
  for (const Item& item : reading.items)
    out += item.label + "：" + names(item.lead) + "（" + names(item.cooperating) + "）\n";
  return out;
}

std::string span(int columns) { return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>"; }
const std::string begins = "<w:vMerge w:val=\"restart\"/>";
const std::string goes_on = "<w:vMerge/>";
const std::string head_row = row(cell("任务") + cell("牵头单位") + cell("配合单位"));

TEST(DutyTables, AHeadMayHaveTwoRows) {
  EXPECT_EQ(items_of(table(row(cell("任务", begins) + cell("责任单位", span(2))) +
                           row(cell("", goes_on) + cell("牵头单位") + cell("配合单位")) +
                           row(cell("河道清淤") + cell("市水利局") + cell("市财政局")))),
            "河道清淤：市水利局（市财政局）\n");
  EXPECT_EQ(items_of(table(
                row(cell("任务", begins) + cell("牵头单位", begins) + cell("配合单位", span(2))) +
                row(cell("", goes_on) + cell("", goes_on) + cell("市级") + cell("县级")) +
                row(cell("河道清淤") + cell("市水利局") + cell("市财政局") + cell("县公安局")))),
            "河道清淤：市水利局（市财政局 县公安局）\n");
}

TEST(DutyTables, AMergedCellOfAHeadThatGoesOnBelowMakesNoHeadOfRows) {
  EXPECT_EQ(items_of(table(row(cell("任务") + cell("牵头单位") + cell("备注", begins)) +
                           row(cell("河道清淤") + cell("市水利局") + cell("", goes_on)))),
            "河道清淤：市水利局（）\n");
}

TEST(DutyTables, RowsBelowAMergedLeadShareIt) {
  EXPECT_EQ(items_of(table(
                head_row + row(cell("河道清淤") + cell("市水利局", begins) + cell("市财政局")) +
                row(cell("水质监测") + cell("", goes_on) + cell("市教育局")) +
                row(cell("二、其他", span(3))) + row(cell("督查") + cell("") + cell("市司法局")))),
            "河道清淤：市水利局（市财政局）\n水质监测：市水利局（市教育局）\n督查：（）\n");
}

TEST(DutyTables, ATableGoesOnOverHeadsAndTitlesThatAreRepeated) {
  const std::string first = table(head_row + row(cell("河道清淤") + cell("市水利局") + cell("")) +
                                  head_row + row(cell("水质监测") + cell("市教育局") + cell("")));
  const std::string second = table(row(cell("督查") + cell("市司法局") + cell("市财政局")));
  const std::string items =
      "河道清淤：市水利局（）\n水质监测：市教育局（）\n督查：市司法局（市财政局）\n";
  EXPECT_EQ(items_of(first + paragraph("") + second), items);
  EXPECT_EQ(items_of(first + paragraph(run("续表")) + second), items);
  EXPECT_EQ(items_of(first + paragraph(run("附表1（续）")) + second), items);
}

TEST(DutyTables, WithoutAHeadCellsSayThemselvesWhatTheyAre) {
  EXPECT_EQ(items_of(table(
                row(cell("河道清淤") + cell("牵头单位：市水利局") + cell("配合单位：市财政局")) +
                row(cell("水质监测") + cell("市教育局") + cell("备注：无")))),
            "河道清淤：市水利局（市财政局）\n");
}

}  // namespace
}  // namespace mingze::draft
