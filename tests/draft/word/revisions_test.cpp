#include "draft/word/revisions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "draft/word/comments.hpp"
#include "draft/word/zip_package.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::draft {
namespace {

std::string text_of(const std::string& bytes, Revision revision = Revision::accepted) {
  const auto result = read_docx(bytes, "a.docx", revision);
  EXPECT_TRUE(result.ok());
  return result.ok() ? result.value().text : std::string();
}

std::string body_of(const std::string& bytes) {
  auto package = ZipPackage::open(bytes, "a.docx");
  EXPECT_TRUE(package.ok());
  const auto document = package.value().read("word/document.xml");
  EXPECT_TRUE(document.ok());
  const std::size_t begin = document.value().find("<w:body>") + 8;
  return document.value().substr(begin, document.value().find("</w:body>") - begin);
}

Edit edit_of(const std::string& text, const std::string& words, const std::string& now) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {{at, at + static_cast<std::uint32_t>(words.size())}, now};
}

/// The body with these words changed to those.
std::string revised(const WordFile& file, const std::string& words, const std::string& now) {
  const std::string bytes = file.bytes();
  const auto copy = with_revisions(bytes, "a.docx", {edit_of(text_of(bytes), words, now)}, "明责");
  EXPECT_TRUE(copy.ok());
  return copy.ok() ? body_of(copy.value()) : "";
}

const std::string del = "<w:del w:id=\"1\" w:author=\"明责\">";
const std::string ins = "<w:ins w:id=\"2\" w:author=\"明责\">";

std::string kept(const std::string& text, const std::string& element = "t") {
  return "<w:r><w:rPr><w:b/></w:rPr><w:" + element + " xml:space=\"preserve\">" + text +
         "</w:" + element + "></w:r>";
}

TEST(WordRevisions, WordsWithinARunAreCrossedOutAndTheNewOnesHaveTheirLook) {
  EXPECT_EQ(revised({paragraph(run("由甲局牵头", "<w:b/>"))}, "甲局", "乙局"),
            paragraph(kept("由") + del + kept("甲局", "delText") + "</w:del>" + ins + kept("乙局") +
                      "</w:ins>" + kept("牵头")));
}

TEST(WordRevisions, AWholeRunIsCrossedOutAsOne) {
  EXPECT_EQ(revised({paragraph(run("由") + run("甲局", "<w:b/>") + run("牵头"))}, "甲局", ""),
            paragraph(run("由") + del + kept("甲局", "delText") + "</w:del>" + run("牵头")));
}

TEST(WordRevisions, WordsArePutInAfterTheLastRun) {
  const WordFile file{paragraph(run("巡查。", "<w:b/>"))};
  const auto copy = with_revisions(file.bytes(), "a.docx", {{{9, 9}, "（甲&乙局牵头）"}}, "明责");
  ASSERT_TRUE(copy.ok());
  EXPECT_EQ(body_of(copy.value()),
            paragraph(run("巡查。", "<w:b/>") + ins + kept("（甲&amp;乙局牵头）") + "</w:ins>"));
}

TEST(WordRevisions, ACdataSectionIsClosedBeforeATag) {
  const WordFile file{paragraph("<w:r><w:t><![CDATA[由甲局</牵>头]]></w:t></w:r>")};
  EXPECT_NE(revised(file, "甲局", "乙局").find("<![CDATA[甲局]]></w:delText>"), std::string::npos);
  const auto copy =
      with_comments(file.bytes(), "a.docx", {{{3, 9}, {"一"}}, {{9, 9}, {"二"}}}, "明责");
  ASSERT_TRUE(copy.ok());
  EXPECT_EQ(text_of(copy.value()), "由甲局</牵>头\n");
}

TEST(WordRevisions, NumbersAreNotThoseOfOtherMarks) {
  const WordFile file{paragraph("<w:bookmarkStart w:id=\"7\" w:name=\"a\"/>" + run("甲局"))};
  EXPECT_NE(revised(file, "甲局", "乙局").find("<w:del w:id=\"8\""), std::string::npos);
}

TEST(WordRevisions, WhatCannotBeTrackedIsRefusedByItsWords) {
  WordFile file{paragraph("<w:ins w:id=\"3\">" + run("甲局") + "</w:ins>" + run("乙局")) +
                paragraph(run("丙局") + "<w:r><w:drawing><w:txbxContent>" + paragraph(run("丁局")) +
                          "</w:txbxContent></w:drawing></w:r>")};
  file.footnotes = "<w:footnote w:id=\"2\">" + paragraph(run("戊局")) + "</w:footnote>";
  const std::string bytes = file.bytes();
  for (const char* words : {"甲局", "局乙", "乙局\n丙", "丁局", "戊局"}) {
    const auto copy =
        with_revisions(bytes, "a.docx", {edit_of(text_of(bytes), words, "己局")}, "明责");
    ASSERT_FALSE(copy.ok()) << words;
    EXPECT_NE(copy.failure().message.zh.find(words), std::string::npos);
  }
}

RC_GTEST_PROP(WordRevisions, AcceptedSayTheEditsAndRejectedTheFile, ()) {
  const std::vector<std::string> forms{
      run("甲局牵头"), run("乙&lt;局", "<w:i/>"), "<w:r><w:t>丙</w:t><w:tab/><w:t>局</w:t></w:r>",
      "<w:r><w:t><![CDATA[丁局]]>戊<![CDATA[己</w>]]></w:t></w:r>"};
  std::string runs;
  const auto chosen = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(forms.size()))));
  for (const int form : chosen) runs += forms[static_cast<std::size_t>(form)];
  const std::string bytes = WordFile{paragraph(runs) + paragraph(run("后文"))}.bytes();
  const std::string text = text_of(bytes);
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto boundary = [&](std::uint32_t at) {
    while (at < size && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
  };
  const auto a = boundary(*rc::gen::inRange(0u, size));
  const auto b = boundary(*rc::gen::inRange(0u, size));
  const Edit edit{{std::min(a, b), std::max(a, b)},
                  *rc::gen::element<std::string>("", "庚局", "甲局牵头", "<x> & ]]>")};
  const auto hunks = hunks_of(edit, text);
  RC_ASSERT(applied(text, hunks) == applied(text, {edit}));
  const auto copy = with_revisions(bytes, "a.docx", hunks, "明责");
  if (!copy.ok()) {
    RC_ASSERT(copy.failure().message.zh.find("改不了") != std::string::npos);
    return;
  }
  RC_ASSERT(text_of(copy.value()) == applied(text, {edit}));
  RC_ASSERT(text_of(copy.value(), Revision::original) == text);
}

}  // namespace
}  // namespace mingze::draft
