// The tables of Word files, however their cells are merged, moved and changed.
#include <gtest/gtest.h>

#include "draft/word/docx.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::draft {
namespace {

using Cells = std::vector<std::string>;

PlainText read(const std::string& body, Revision revision = Revision::accepted) {
  const auto result = read_docx(WordFile{body}.bytes(), "a.docx", revision);
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.failure().message.en);
  return result.ok() ? result.value() : PlainText{};
}

/// The words of each cell, row by row; of merged ones those above.
std::vector<Cells> cells_of(const PlainText& text) {
  std::vector<Cells> rows;
  for (const TableRow& row : text.rows) {
    rows.emplace_back();
    for (const ByteRange cell : row.cells)
      rows.back().push_back(text.text.substr(cell.begin, cell.end - cell.begin));
  }
  return rows;
}

std::vector<Cells> cells_of(const std::string& body, Revision revision = Revision::accepted) {
  return cells_of(read(body, revision));
}

std::string row_with(const std::string& properties, const std::string& cells) {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

std::string span(int columns) { return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>"; }

const std::string begins = "<w:vMerge w:val=\"restart\"/>";
const std::string goes_on = "<w:vMerge/>";

TEST(WordTables, MergedCellsShareTheWordsAboveInTheirColumn) {
  EXPECT_EQ(cells_of(table(row(cell("任务") + cell("责任单位", span(2))) +
                           row(cell("普查", begins) + cell("甲局") + cell("乙局", begins)) +
                           row(cell("", goes_on) + cell("丙局") + cell("", goes_on)))),
            (std::vector<Cells>{
                {"任务", "责任单位", ""}, {"普查", "甲局", "乙局"}, {"普查", "丙局", "乙局"}}));
}

TEST(WordTables, ACellGoesOnOnlyWithOneThatIsMerged) {
  EXPECT_EQ(
      cells_of(table(row(cell("普查") + cell("甲局")) + row(cell("登记") + cell("", goes_on)) +
                     row(cell("公布") + cell("", goes_on)))),
      (std::vector<Cells>{{"普查", "甲局"}, {"登记", ""}, {"公布", ""}}));
  EXPECT_EQ(cells_of(table(row(cell("甲局", goes_on) + cell("一")) +
                           row(cell("", goes_on) + cell("二")))),
            (std::vector<Cells>{{"甲局", "一"}, {"甲局", "二"}}));
}

TEST(WordTables, RowsThatBeginLaterOrEndEarlierKeepTheirColumns) {
  EXPECT_EQ(cells_of(table(row(cell("任务") + cell("牵头单位") + cell("配合单位")) +
                           row_with("<w:gridBefore w:val=\"1\"/>", cell("甲局") + cell("乙局")) +
                           row_with("<w:gridAfter w:val=\"1\"/>", cell("普查") + cell("丙局")))),
            (std::vector<Cells>{
                {"任务", "牵头单位", "配合单位"}, {"", "甲局", "乙局"}, {"普查", "丙局", ""}}));
}

TEST(WordTables, BordersDrawnALittleApartMakeNoColumn) {
  EXPECT_EQ(
      cells_of(table(row(cell("任务", span(2)) + cell("牵头单位") + cell("配合单位", span(2))) +
                     row(cell("普查", span(2)) + cell("甲局", span(2)) + cell("乙局")) +
                     row_with("<w:gridBefore w:val=\"1\"/>",
                              cell("登记") + cell("丙局", span(2)) + cell("丁局")))),
      (std::vector<Cells>{
          {"任务", "牵头单位", "配合单位"}, {"普查", "甲局", "乙局"}, {"登记", "丙局", "丁局"}}));
}

TEST(WordTables, CellsOfOldFilesThatJoinTheOneBeforeArePartOfIt) {
  EXPECT_EQ(cells_of(table(row(cell("任务") + cell("责任单位", "<w:hMerge w:val=\"restart\"/>") +
                               cell("", "<w:hMerge/>")) +
                           row(cell("普查") + cell("甲局") + cell("乙局")))),
            (std::vector<Cells>{{"任务", "责任单位", ""}, {"普查", "甲局", "乙局"}}));
}

TEST(WordTables, CellsAndMergesThatAreTrackedChangesAreAcceptedOrNot) {
  const std::string body = table(
      row(cell("普查") + cell("甲局", "<w:cellDel w:id=\"1\"/>") +
          cell("乙局", "<w:cellIns w:id=\"2\"/>")) +
      row(cell("登记") + cell("丙局", "<w:cellDel w:id=\"3\"/>") +
          cell("丁局", "<w:cellIns w:id=\"4\"/><w:cellMerge w:id=\"5\" w:vMerge=\"rest\"/>")) +
      row(cell("公布") + cell("戊局", "<w:cellDel w:id=\"6\"/>") +
          cell("", "<w:cellIns w:id=\"7\"/><w:cellMerge w:id=\"8\" w:vMerge=\"cont\"/>")));
  EXPECT_EQ(cells_of(body),
            (std::vector<Cells>{{"普查", "乙局"}, {"登记", "丁局"}, {"公布", "丁局"}}));
  EXPECT_EQ(cells_of(body, Revision::original),
            (std::vector<Cells>{{"普查", "甲局"}, {"登记", "丙局"}, {"公布", "戊局"}}));
}

TEST(WordTables, PropertiesAsTheyWereBeforeAChangeDoNotCount) {
  EXPECT_EQ(cells_of(table(row(cell("任务", span(2) + "<w:tcPrChange w:id=\"1\"><w:tcPr>" +
                                                span(3) + "<w:vMerge/></w:tcPr></w:tcPrChange>") +
                               cell("单位")) +
                           row(cell("一") + cell("普查") + cell("甲局")))),
            (std::vector<Cells>{{"任务", "", "单位"}, {"一", "普查", "甲局"}}));
}

TEST(WordTables, TextOfACellWhoseLastMarkIsDeletedIsNotLost) {
  EXPECT_EQ(read(table(row("<w:tc>" + paragraph(run("甲局"), "<w:rPr><w:del/></w:rPr>") +
                           "</w:tc>" + cell("乙局"))) +
                 paragraph(run("表前"), "<w:rPr><w:del/></w:rPr>") +
                 table(row(cell("丙局") + cell("丁局"))) +
                 paragraph(run("末段"), "<w:rPr><w:del/></w:rPr>"))
                .text,
            "甲局\t乙局\n表前\n丙局\t丁局\n末段\n");
}

TEST(WordTables, ContentControlsMayStandAroundRowsAndCells) {
  const auto control = [](const std::string& content) {
    return "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
  };
  EXPECT_EQ(
      cells_of(table(
          control(row(control(cell("普查")) + "<w:customXml>" + cell("甲局") + "</w:customXml>")) +
          row(cell("登记") + "<w:tc>" + control(paragraph(control(run("乙局")))) + "</w:tc>"))),
      (std::vector<Cells>{{"普查", "甲局"}, {"登记", "乙局"}}));
}

TEST(WordTables, ANumberAloneInACellIsItsText) {
  const std::string number =
      "<w:tc>" + paragraph("", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + "</w:tc>";
  WordFile file{table(row(number + cell("普查")) + row(number + cell("登记")))};
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const auto text = read_docx(file.bytes(), "a.docx");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(cells_of(text.value()), (std::vector<Cells>{{"1", "普查"}, {"2", "登记"}}));
}

TEST(WordTables, ATableInAFrameOrATextBoxStaysATable) {
  const std::string inner =
      table(row(cell("普查") + cell("甲局")) + row(cell("登记") + cell("乙局")));
  const std::vector<Cells> rows{{"普查", "甲局"}, {"登记", "乙局"}};
  const PlainText framed = read(table(row("<w:tc>" + paragraph(run("专栏")) + inner + "</w:tc>")));
  EXPECT_EQ(framed.text, "专栏\n普查\t甲局\n登记\t乙局\n");
  EXPECT_EQ(cells_of(framed), rows);
  const PlainText boxed = read(paragraph(run("见下") + "<w:r><w:pict><w:txbxContent>" + inner +
                                         "</w:txbxContent></w:pict></w:r>"));
  EXPECT_EQ(boxed.text, "见下\n普查\t甲局\n登记\t乙局\n");
  EXPECT_EQ(cells_of(boxed), rows);
}

TEST(WordTables, LinesOfACellAreApartBySpaces) {
  EXPECT_EQ(
      read(table(row("<w:tc>" + paragraph("<w:r><w:t>甲局</w:t><w:br/><w:t>乙局</w:t></w:r>") +
                     paragraph("") + paragraph(run("丙局")) + "</w:tc>" + cell("丁局"))))
          .text,
      "甲局 乙局 丙局\t丁局\n");
}

}  // namespace
}  // namespace mingze::draft
