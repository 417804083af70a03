#include "draft/word/docx.hpp"

#include <gtest/gtest.h>

#include "tests/draft/word/word_text.hpp"

namespace mingze::draft {
namespace {

TEST(Docx, OneParagraphIsOneLine) {
  EXPECT_EQ(text_of({paragraph(run("一、总体") + run("要求")) + paragraph("") +
                     paragraph(run("开展普查。"))}),
            "一、总体要求\n开展普查。\n");
}

TEST(Docx, ReadsTheStrictVocabularyAndAnyPrefix) {
  const std::string document =
      "<d:document xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><d:body><d:p><d:r>"
      "<d:t>甲局负责</d:t></d:r></d:p></d:body></d:document>";
  const auto result =
      read_docx(zip_of({{"_rels/.rels", relationships({{"officeDocument", "/doc/main.xml"}})},
                        {"doc/main.xml", document}}),
                "a.docx");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().text, "甲局负责\n");
}

TEST(Docx, BreaksTabsAndWhiteSpace) {
  EXPECT_EQ(text_of({paragraph("<w:r><w:t>甲\n局</w:t><w:br/><w:t>乙局</w:t><w:tab/>"
                               "<w:t>丙局</w:t><w:br w:type=\"page\"/><w:noBreakHyphen/></w:r>")}),
            "甲 局\n乙局　丙局-\n");
}

TEST(Docx, FieldCodesHiddenTextAndRubyAreNotRead) {
  EXPECT_EQ(text_of({paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("第3页") +
                               run("（不显示）", "<w:vanish/>") +
                               run("照常", "<w:vanish w:val=\"0\"/>"))}),
            "第3页照常\n");
}

TEST(Docx, ATextBoxFollowsItsParagraphOnce) {
  const std::string box = "<w:txbxContent>" + paragraph(run("专栏1")) + "</w:txbxContent>";
  EXPECT_EQ(
      text_of({paragraph("<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box +
                         "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                         "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("如下："))}),
      "如下：\n专栏1\n");
}

TEST(Docx, FootnotesFollowTheText) {
  WordFile file{paragraph(run("按季度公布。") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") +
                paragraph(run("附则"))};
  file.footnotes = "<w:footnote w:id=\"2\">" + paragraph(run("指自然季度。")) + "</w:footnote>";
  EXPECT_EQ(text_of(file), "按季度公布。\n附则\n指自然季度。\n");
}

TEST(Docx, TrackedChangesAreReadAsAcceptedOrAsBefore) {
  const WordFile file{paragraph(run("由") +
                                "<w:del><w:r><w:delText>甲局</w:delText></w:r></w:del><w:ins>" +
                                run("乙局") + "</w:ins>" + run("牵头")) +
                      paragraph(run("与下段"), "<w:rPr><w:del/></w:rPr>") + paragraph(run("合并")) +
                      table("<w:tr><w:trPr><w:del/></w:trPr>" + cell("旧") + cell("行") +
                            "</w:tr>" + row(cell("新") + cell("行")))};
  EXPECT_EQ(text_of(file), "由乙局牵头\n与下段合并\n新\t行\n");
  EXPECT_EQ(text_of(file, Revision::original), "由甲局牵头\n与下段\n合并\n旧\t行\n新\t行\n");
}

TEST(Docx, TheTableOfContentsIsNotRead) {
  WordFile file{paragraph(run("一、总体要求3"), "<w:pStyle w:val=\"11\"/>") +
                paragraph(run("一、总体要求"))};
  file.styles = "<w:style w:styleId=\"11\"><w:name w:val=\"toc 1\"/></w:style>";
  EXPECT_EQ(text_of(file), "一、总体要求\n");
}

std::vector<std::string> cells_of_row(const PlainText& text, std::size_t row) {
  std::vector<std::string> cells;
  for (const ByteRange cell : text.rows.at(row).cells)
    cells.push_back(text.text.substr(cell.begin, cell.end - cell.begin));
  return cells;
}

TEST(Docx, CellsKeepTheirColumnsAndMergedOnesTheirWords) {
  const std::string two_columns = "<w:gridSpan w:val=\"2\"/>";
  const WordFile file{
      paragraph(run("分工表")) +
      table(row(cell("任务") + cell("责任分工", two_columns)) +
            row(cell("普查") + cell("甲局", "<w:vMerge w:val=\"restart\"/>") + "<w:tc>" +
                paragraph(run("乙局")) + paragraph(run("丙局")) + "</w:tc>") +
            row(cell("登记") + cell("", "<w:vMerge/>") + cell("")) +
            row(cell("二、其他", "<w:gridSpan w:val=\"3\"/>"))) +
      paragraph(run("完"))};
  const auto result = read_docx(file.bytes(), "a.docx");
  ASSERT_TRUE(result.ok());
  using Cells = std::vector<std::string>;
  EXPECT_EQ(result.value().text,
            "分工表\n任务\t责任分工\n普查\t甲局\t乙局 丙局\n登记\t\t\n二、其他\n完\n");
  ASSERT_EQ(result.value().rows.size(), 4U);
  EXPECT_EQ(cells_of_row(result.value(), 0), (Cells{"任务", "责任分工", ""}));
  EXPECT_EQ(cells_of_row(result.value(), 1), (Cells{"普查", "甲局", "乙局 丙局"}));
  EXPECT_EQ(cells_of_row(result.value(), 2), (Cells{"登记", "甲局", ""}));
  EXPECT_EQ(cells_of_row(result.value(), 3), (Cells{"二、其他"}));
}

TEST(Docx, ATableOfOneColumnIsAFrame) {
  EXPECT_EQ(text_of({table("<w:tr><w:tc>" + paragraph(run("专栏")) + paragraph(run("内容")) +
                           "</w:tc></w:tr>")}),
            "专栏\n内容\n");
}

TEST(Docx, ATableInACellIsItsWords) {
  EXPECT_EQ(text_of({table(row(cell("外") + "<w:tc>" + table(row(cell("内一") + cell("内二"))) +
                               paragraph("") + "</w:tc>"))}),
            "外\t内一 内二\n");
}

}  // namespace
}  // namespace mingze::draft
