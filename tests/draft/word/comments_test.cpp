#include "draft/word/comments.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "draft/word/zip_package.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::draft {
namespace {

std::string part_of(const std::string& bytes, const std::string& part) {
  auto package = ZipPackage::open(bytes, "a.docx");
  EXPECT_TRUE(package.ok());
  if (!package.value().has(part)) return "";
  auto text = package.value().read(part);
  EXPECT_TRUE(text.ok());
  return text.value();
}

std::string text_of(const std::string& bytes) {
  const auto result = read_docx(bytes, "a.docx");
  EXPECT_TRUE(result.ok());
  return result.ok() ? result.value().text : std::string();
}

ByteRange range_of(const std::string& text, const std::string& words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

/// The body with a comment at these words.
std::string commented(const WordFile& file, const std::string& words) {
  const std::string bytes = file.bytes();
  const auto copy =
      with_comments(bytes, "a.docx",
                    {{range_of(text_of(bytes), words), {"写明 <牵头>", "依据：（五）"}}}, "明责");
  EXPECT_TRUE(copy.ok());
  if (!copy.ok()) return "";
  EXPECT_EQ(text_of(copy.value()), text_of(bytes));
  const std::string document = part_of(copy.value(), "word/document.xml");
  const std::size_t begin = document.find("<w:body>") + 8;
  return document.substr(begin, document.find("</w:body>") - begin);
}

const std::string start_mark = "<w:commentRangeStart w:id=\"0\"/>";
const std::string end_mark =
    "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>";

TEST(WordComments, WholeRunsAreNotDivided) {
  EXPECT_EQ(commented({paragraph(run("由") + run("甲局", "<w:b/>") + run("牵头"))}, "甲局"),
            paragraph(run("由") + start_mark + run("甲局", "<w:b/>") + end_mark + run("牵头")));
}

TEST(WordComments, WordsWithinARunDivideItIntoRunsOfTheSameLook) {
  const std::string look = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">";
  const std::string end = "</w:t></w:r>";
  EXPECT_EQ(commented({paragraph(run("由甲局牵头", "<w:b/>"))}, "甲局"),
            "<w:p>" + look + "由" + end + start_mark + look + "甲局" + end + end_mark + look +
                "牵头" + end + "</w:p>");
}

TEST(WordComments, MayReachOverParagraphsAndCells) {
  const WordFile file{paragraph(run("甲局")) + table(row(cell("乙局") + cell("丙局")))};
  const std::string body = commented(file, "甲局\n乙局");
  EXPECT_NE(body.find("<w:p>" + start_mark + run("甲局")), std::string::npos);
  EXPECT_NE(body.find(run("乙局") + end_mark), std::string::npos);
}

TEST(WordComments, ACdataSectionIsClosedBeforeATag) {
  const std::string words = "<w:r><w:t><![CDATA[由甲局</牵>头]]></w:t></w:r>";
  const std::string body = commented({paragraph(words)}, "甲局");
  EXPECT_NE(body.find("<![CDATA[甲局]]></w:t></w:r>" + end_mark), std::string::npos) << body;
  // Where words end before what only looks like an end tag, the section is closed as well.
  const std::string at_tag = commented({paragraph(words)}, "由甲局");
  EXPECT_NE(at_tag.find("<![CDATA[由甲局]]></w:t></w:r>" + end_mark), std::string::npos) << at_tag;
}

TEST(WordComments, AnEntityIsNotDivided) {
  const std::string body = commented({paragraph(run("甲&amp;乙"))}, "&");
  EXPECT_NE(body.find(">&amp;<"), std::string::npos);
}

TEST(WordComments, AutomaticNumbersTextBoxesAndNotesHaveTheirsNearby) {
  WordFile file{numbered("甲局牵头", 0) +
                paragraph(run("见下") + "<w:r><w:drawing><w:txbxContent>" + paragraph(run("专栏")) +
                          "</w:txbxContent></w:drawing></w:r>")};
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  file.footnotes = "<w:footnote w:id=\"2\">" + paragraph(run("注文")) + "</w:footnote>";
  EXPECT_NE(commented(file, "1.").find(start_mark + run("甲局牵头") + end_mark), std::string::npos);
  EXPECT_NE(commented(file, "专栏").find(start_mark + run("见下") + end_mark), std::string::npos);
  EXPECT_NE(commented(file, "注文").find(start_mark + run("见下") + end_mark), std::string::npos);
}

TEST(WordComments, AreEscapedAndDeclared) {
  const std::string bytes = WordFile{paragraph(run("甲局"))}.bytes();
  const auto copy = with_comments(bytes, "a.docx", {{{0, 6}, {"<a> & \"b\"\x01"}}}, "明责");
  ASSERT_TRUE(copy.ok());
  EXPECT_NE(part_of(copy.value(), "word/comments.xml").find("&lt;a&gt; &amp; &quot;b&quot;</w:t>"),
            std::string::npos);
  EXPECT_NE(part_of(copy.value(), "[Content_Types].xml").find("PartName=\"/word/comments.xml\""),
            std::string::npos);
  EXPECT_NE(part_of(copy.value(), "word/_rels/document.xml.rels").find("/comments\""),
            std::string::npos);
}

TEST(WordComments, JoinThoseThatAreThere) {
  const std::string bytes = WordFile{paragraph(run("甲局"))}.bytes();
  const auto once = with_comments(bytes, "a.docx", {{{0, 6}, {"一"}}}, "甲");
  ASSERT_TRUE(once.ok());
  const auto twice = with_comments(once.value(), "a.docx", {{{0, 3}, {"二"}}}, "乙");
  ASSERT_TRUE(twice.ok());
  const std::string comments = part_of(twice.value(), "word/comments.xml");
  EXPECT_NE(comments.find("w:id=\"0\" w:author=\"甲\""), std::string::npos);
  EXPECT_NE(comments.find("w:id=\"1\" w:author=\"乙\""), std::string::npos);
  EXPECT_EQ(part_of(twice.value(), "[Content_Types].xml"),
            part_of(once.value(), "[Content_Types].xml"));
}

TEST(WordComments, NeedWordsOfTheMainText) {
  const auto copy =
      with_comments(WordFile{paragraph("")}.bytes(), "a.docx", {{{0, 0}, {"一"}}}, "明责");
  ASSERT_FALSE(copy.ok());
  EXPECT_NE(copy.failure().message.en.find("no words"), std::string::npos);
}

RC_GTEST_PROP(WordComments, ChangeNeitherTheTextNorOtherParts, ()) {
  const auto runs = *rc::gen::container<std::vector<std::vector<int>>>(
      rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5)));
  constexpr const char* bits[] = {"甲", "b", " ", "&lt;", "</w:t><w:tab/><w:t>"};
  std::string body;
  for (const auto& one : runs) {
    std::string text;
    for (const int bit : one) text += bits[bit];
    body += run(text, "<w:i/>");
  }
  WordFile file{paragraph(run("始") + body) + paragraph(run("终"))};
  file.styles = "<w:style w:styleId=\"a\"/>";
  const std::string bytes = file.bytes();
  const std::string text = text_of(bytes);
  const auto whole = [&](int at) {  // to the beginning of a character
    auto byte = static_cast<std::size_t>(at) % (text.size() + 1);
    while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) --byte;
    return static_cast<std::uint32_t>(byte);
  };
  std::vector<MarginComment> comments;
  for (const auto& [a, b] : *rc::gen::container<std::vector<std::pair<int, int>>>(
           rc::gen::pair(rc::gen::inRange(0, 1000), rc::gen::inRange(0, 1000)))) {
    const std::uint32_t one = whole(a);
    const std::uint32_t other = whole(b);
    comments.push_back({{std::min(one, other), std::max(one, other)}, {"注"}});
  }
  const auto copy = with_comments(bytes, "a.docx", comments, "明责");
  RC_ASSERT(copy.ok());
  RC_ASSERT(text_of(copy.value()) == text);
  RC_ASSERT(part_of(copy.value(), "word/styles.xml") == part_of(bytes, "word/styles.xml"));
  RC_ASSERT(with_comments(bytes, "a.docx", comments, "明责").value() == copy.value());
}

}  // namespace
}  // namespace mingze::draft
