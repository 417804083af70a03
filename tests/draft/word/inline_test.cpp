// What stands within the paragraphs of Word files: fields, controls, hidden text, alternatives.
#include <gtest/gtest.h>

#include "draft/word/docx.hpp"
#include "tests/draft/word/word_text.hpp"

namespace mingze::draft {
namespace {

std::string mark(const std::string& type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
}

std::string code(const std::string& words) {
  return "<w:r><w:instrText>" + words + "</w:instrText></w:r>";
}

TEST(WordInline, OfAFieldTheResultIsRead) {
  EXPECT_EQ(text_of({paragraph(run("到") + mark("begin") + code("DATE") + mark("separate") +
                               run("2025年") + mark("end") + run("底"))}),
            "到2025年底\n");
  EXPECT_EQ(text_of({paragraph("<w:fldSimple w:instr=\"REF a\">" + run("甲局") + "</w:fldSimple>" +
                               "<w:hyperlink>" + run("乙局") + "</w:hyperlink>")}),
            "甲局乙局\n");
}

TEST(WordInline, AFieldWithinTheCodeOfAnotherIsCode) {
  EXPECT_EQ(
      text_of({paragraph(run("由") + mark("begin") + code("IF ") + mark("begin") + code("REF a") +
                         mark("separate") + run("旧名") + mark("end") + code(" = 1") +
                         mark("separate") + run("甲局") + mark("end") + run("牵头"))}),
      "由甲局牵头\n");
  EXPECT_EQ(
      text_of({paragraph(mark("begin") + code("XE ") + run("索引") + mark("end") + run("甲局"))}),
      "甲局\n");
}

TEST(WordInline, AFieldWithoutAnEndLeavesOutNothing) {
  EXPECT_EQ(text_of({paragraph(run("一") + mark("begin") + code("TOC") + run("二")) +
                     paragraph(run("三") + mark("separate"))}),
            "一二\n三\n");
  EXPECT_EQ(text_of({paragraph(mark("end") + mark("separate") + run("一")) + mark("begin")}),
            "一\n");
}

TEST(WordInline, ATableOfContentsIsNoTextHoweverItIsMade) {
  EXPECT_EQ(
      text_of(
          {paragraph(mark("begin") + code(" TOC \\o ") + mark("separate") + run("一、总体要求 1")) +
           paragraph(run("二、任务 2")) + paragraph(mark("end")) + paragraph(run("一、总体要求"))}),
      "一、总体要求\n");
  EXPECT_EQ(text_of({"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                     "</w:docPartObj></w:sdtPr><w:sdtContent>" +
                     paragraph(run("目录")) + paragraph(run("一、总体要求 1")) +
                     "</w:sdtContent></w:sdt>" + paragraph(run("一、总体要求"))}),
            "一、总体要求\n");
}

TEST(WordInline, APromptOfAContentControlIsNoText) {
  const auto control = [](const std::string& properties, const std::string& words) {
    return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + run(words) +
           "</w:sdtContent></w:sdt>";
  };
  EXPECT_EQ(
      text_of({paragraph(run("牵头单位：") + control("<w:showingPlcHdr/>", "单击此处输入文字") +
                         control("<w:showingPlcHdr w:val=\"0\"/>", "甲局"))}),
      "牵头单位：甲局\n");
}

TEST(WordInline, OfAlternativesOneIsRead) {
  EXPECT_EQ(text_of({paragraph("<mc:AlternateContent><mc:Choice>" + run("甲") +
                               "</mc:Choice><mc:Choice>" + run("乙") + "</mc:Choice><mc:Fallback>" +
                               run("丙") + "</mc:Fallback></mc:AlternateContent>") +
                     paragraph("<mc:AlternateContent><mc:Fallback>" + run("丁") +
                               "</mc:Fallback></mc:AlternateContent>")}),
            "甲\n丁\n");
}

TEST(WordInline, StylesHideTextToo) {
  WordFile file{
      paragraph(run("隐", "<w:rStyle w:val=\"h\"/>") + run("显") +
                run("也显", "<w:rStyle w:val=\"h\"/><w:vanish w:val=\"0\"/>")) +
      paragraph(run("隐") + run("又显", "<w:rStyle w:val=\"h\"/>"), "<w:pStyle w:val=\"p\"/>")};
  file.styles =
      "<w:style w:type=\"character\" w:styleId=\"g\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"h\"><w:basedOn w:val=\"g\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:rPr><w:vanish/></w:rPr></w:style>";
  EXPECT_EQ(text_of(file), "显也显\n又显\n");
}

TEST(WordInline, FilesThatArePutInAreToldToBeUnread) {
  const auto read = [](const std::string& body) {
    return read_docx(WordFile{body}.bytes(), "a.docx");
  };
  EXPECT_TRUE(read(paragraph(run("甲局"))).value().unread.empty());
  const auto text = read(paragraph(run("甲局")) + "<w:altChunk/>");
  ASSERT_EQ(text.value().unread.size(), 1U);
  EXPECT_NE(text.value().unread[0].en.find("altChunk"), std::string::npos);
}

TEST(WordInline, AHiddenMarkJoinsParagraphs) {
  EXPECT_EQ(text_of({paragraph(run("一、总体要求。"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") +
                     paragraph(run("坚持统筹。"))}),
            "一、总体要求。坚持统筹。\n");
}

TEST(WordInline, ChangesOfRunsMarksAndMovesAreReadAsAccepted) {
  const std::string moved = paragraph(run("甲局")) +
                            paragraph("<w:moveFrom w:id=\"1\">" + run("乙局") + "</w:moveFrom>",
                                      "<w:rPr><w:moveFrom/></w:rPr>") +
                            paragraph(run("丙局")) +
                            paragraph("<w:moveTo w:id=\"2\">" + run("乙局") + "</w:moveTo>",
                                      "<w:rPr><w:moveTo/></w:rPr>") +
                            paragraph("<w:ins w:id=\"3\"><w:del w:id=\"4\">" + run("丁局") +
                                      "</w:del></w:ins>" + run("戊局"));
  EXPECT_EQ(text_of({moved}), "甲局\n丙局\n乙局\n戊局\n");
  EXPECT_EQ(text_of({moved}, Revision::original), "甲局\n乙局\n丙局\n戊局\n");
}

}  // namespace
}  // namespace mingze::draft
