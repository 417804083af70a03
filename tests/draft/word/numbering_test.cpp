#include "draft/word/numbering.hpp"

#include <gtest/gtest.h>

#include "draft/word/docx.hpp"
#include "draft/word/number_format.hpp"
#include "tests/draft/word/word_text.hpp"

namespace mingze::draft {
namespace {

TEST(NumberFormat, WritesWhatWordWrites) {
  EXPECT_EQ(format_number(12, "decimal"), "12");
  EXPECT_EQ(format_number(10, "chineseCountingThousand"), "十");
  EXPECT_EQ(format_number(21, "chineseCounting"), "二十一");
  EXPECT_EQ(format_number(105, "chineseCountingThousand"), "一百零五");
  EXPECT_EQ(format_number(110, "chineseCountingThousand"), "一百一十");
  EXPECT_EQ(format_number(12, "chineseLegalSimplified"), "壹拾贰");
  EXPECT_EQ(format_number(20, "decimalEnclosedCircleChinese"), "⑳");
  EXPECT_EQ(format_number(3, "ideographTraditional"), "丙");
  EXPECT_EQ(format_number(4, "upperRoman"), "IV");
  EXPECT_EQ(format_number(28, "lowerLetter"), "bb");
  EXPECT_EQ(format_number(12, "decimalFullWidth"), "１２");
  EXPECT_EQ(format_number(3, "bullet"), "");
}

TEST(NumberFormat, FallsBackToDigits) {
  EXPECT_EQ(format_number(21, "decimalEnclosedCircle"), "21");
  EXPECT_EQ(format_number(0, "upperRoman"), "0");
  EXPECT_EQ(format_number(7, "never heard of"), "7");
  EXPECT_EQ(format_number(20000, "chineseCounting"), "20000");
}

std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more +
         "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

std::string list(const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"0\">" + levels +
         "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
}

TEST(Numbering, CountsEachLevelUnderTheOneAbove) {
  WordFile file{numbered("总则", 0) + numbered("目的", 1) + numbered("依据", 1) +
                numbered("分则", 0) + numbered("任务", 1)};
  file.numbering = list(level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2"));
  EXPECT_EQ(text_of(file), "一、总则\n一.1 目的\n一.2 依据\n二、分则\n二.1 任务\n");
}

TEST(Numbering, ALevelMayCountOnAndWriteAllNumbersAsDigits) {
  WordFile file{numbered("甲", 0) + numbered("乙", 1) + numbered("丙", 0) + numbered("丁", 1)};
  file.numbering = list(level(0, "chineseCounting", "%1、") +
                        level(1, "decimal", "%1-%2 ", "<w:lvlRestart w:val=\"0\"/><w:isLgl/>"));
  EXPECT_EQ(text_of(file), "一、甲\n1-1 乙\n二、丙\n2-2 丁\n");
}

TEST(Numbering, InstancesCountOnUnlessTheyStartAnew) {
  WordFile file{numbered("甲", 0) + numbered("乙", 0, 2) + numbered("丙", 0, 3) +
                numbered("丁", 0, 3)};
  file.numbering = list(level(0, "decimal", "%1.")) +
                   "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
                   "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                   "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
  EXPECT_EQ(text_of(file), "1.甲\n2.乙\n1.丙\n2.丁\n");
}

TEST(Numbering, ComesFromTheStyleAndTheStyleItIsBasedOn) {
  WordFile file{
      paragraph(run("甲"), "<w:pStyle w:val=\"h1\"/>") +
      paragraph(run("乙"), "<w:pStyle w:val=\"h2\"/>") +
      paragraph(run("丙"), "<w:pStyle w:val=\"h2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")};
  file.styles =
      "<w:style w:styleId=\"h1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  file.numbering = list(level(0, "chineseCounting", "第%1章 ", "<w:pStyle w:val=\"h1\"/>") +
                        level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"h2\"/>"));
  EXPECT_EQ(text_of(file), "第一章 甲\n（一）乙\n丙\n");
}

TEST(Numbering, AStyleMayHaveItsLevelAndTheListFromTheStyleItIsBasedOn) {
  WordFile file{paragraph(run("甲"), "<w:pStyle w:val=\"h1\"/>") +
                paragraph(run("乙"), "<w:pStyle w:val=\"h2\"/>") +
                paragraph(run("丙"), "<w:pStyle w:val=\"h3\"/>")};
  file.styles =
      "<w:style w:styleId=\"h1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"h3\"><w:basedOn w:val=\"h2\"/></w:style>";
  file.numbering = list(level(0, "decimal", "%1.") + level(1, "decimal", "(%2)"));
  EXPECT_EQ(text_of(file), "1.甲\n(1)乙\n(2)丙\n");
}

TEST(Numbering, ANumberDoesNotRunIntoAWord) {
  WordFile file{numbered("2024年任务", 0) + numbered("为了加强", 1) + numbered("甲", 2)};
  file.numbering = list(level(0, "decimal", "%1") + level(1, "chineseCounting", "第%2条") +
                        level(2, "decimal", "%3", "<w:suff w:val=\"nothing\"/>"));
  EXPECT_EQ(text_of(file), "1 2024年任务\n第一条 为了加强\n1甲\n");
}

TEST(Numbering, CirclesAndUnknownListsGiveNoNumber) {
  WordFile file{paragraph(run("甲"), "<w:pStyle w:val=\"a\"/>") + numbered("乙", 0, 9)};
  file.styles =
      "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
      "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
  file.numbering = list(level(0, "decimal", "%1."));
  EXPECT_EQ(text_of(file), "甲\n乙\n");
}

}  // namespace
}  // namespace mingze::draft
