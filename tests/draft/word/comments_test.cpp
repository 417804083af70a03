#include "draft/word/comments.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

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

std::string words_of(const std::string& bytes) {
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
                    {{range_of(words_of(bytes), words), {"写明 <牵头>", "依据：（五）"}}}, "明责");
  EXPECT_TRUE(copy.ok());
  if (!copy.ok()) return "";
  EXPECT_EQ(words_of(copy.value()), words_of(bytes));
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

/// A file of these parts besides those that every one has.
std::string package_of(std::map<std::string, std::string> parts) {
  parts.emplace("_rels/.rels", relationships({{"officeDocument", "word/document.xml"}}));
  parts.emplace("[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  return zip_of(parts);
}

std::string document_of(const std::string& body) {
  return "<w:document " + word_vocabulary + "><w:body>" + body + "</w:body></w:document>";
}

/// A copy with a comment at the first three bytes, which reads the same.
std::string commented_copy(const std::string& bytes) {
  const auto copy = with_comments(bytes, "a.docx", {{{0, 3}, {"注"}}}, "明责");
  EXPECT_TRUE(copy.ok()) << (copy.ok() ? "" : copy.failure().message.en);
  if (!copy.ok()) return "";
  EXPECT_EQ(words_of(copy.value()), words_of(bytes));
  return copy.value();
}

TEST(WordComments, HaveNumbersThatNothingElseHas) {
  const auto comments = [](const std::string& ids) {
    return "<w:comments " + word_vocabulary + ">" + ids + "</w:comments>";
  };
  const auto number = [&](const std::string& inner, const std::string& body) {
    const std::string copy = commented_copy(package_of(
        {{"word/document.xml", document_of(body + paragraph(run("甲局")))},
         {"word/comments.xml", comments(inner)},
         {"word/_rels/document.xml.rels", relationships({{"comments", "/word/comments.xml"}})}}));
    const std::string part = part_of(copy, "word/comments.xml");
    const std::size_t at = part.rfind("w:id=\"") + 6;
    return part.substr(at, part.find('"', at) - at);
  };
  EXPECT_EQ(number("", ""), "0");
  EXPECT_EQ(
      number("<w:comment w:id=\"4294967295\"/><w:comment w:id=\"-1\"/><w:comment w:id=\"a\"/>", ""),
      "0");
  EXPECT_EQ(number("<w:comment w:id=\"4\"/><w:comment w:id=\"4\"/><w:comment w:id=\" +7 \"/>", ""),
            "8");
  // Marks of comments that are gone stay in the text.
  EXPECT_EQ(number("<w:comment w:id=\"4\"/>", "<w:commentRangeStart w:id=\"9\"/>"), "10");
}

TEST(WordComments, AreDeclaredBesideWhatIsDeclaredAlready) {
  const std::string copy = commented_copy(package_of(
      {{"word/document.xml", document_of(paragraph(run("甲局")))},
       {"[Content_Types].xml",
        "<ct:Types xmlns:ct=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<ct:Override PartName='/word/comments.xml' ContentType='a'/></ct:Types><!-- </a> -->"},
       {"word/_rels/document.xml.rels",
        "<Relationships "
        "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\" />"}}));
  EXPECT_NE(part_of(copy, "word/mingze-comments.xml"), "");
  const std::string types = part_of(copy, "[Content_Types].xml");
  EXPECT_NE(types.find("PartName=\"/word/mingze-comments.xml\""), std::string::npos);
  EXPECT_NE(types.find("/></ct:Types><!-- </a> -->"), std::string::npos) << types;
  const std::string relations = part_of(copy, "word/_rels/document.xml.rels");
  EXPECT_NE(relations.find("Target=\"mingze-comments.xml\"/></Relationships>"), std::string::npos)
      << relations;
}

TEST(WordComments, AreMarkedInTheVocabularyOfTheText) {
  const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  const std::string plain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const std::string inner = "<p><r><t>甲局</t></r></p></body></document>";
  const std::string copy = commented_copy(
      package_of({{"word/document.xml", "<document xmlns=\"" + strict + "\"><body>" + inner}}));
  EXPECT_NE(part_of(copy, "word/document.xml")
                .find("<w:commentRangeStart xmlns:w=\"" + strict + "\" w:id=\"0\"/><r>"),
            std::string::npos);
  EXPECT_NE(part_of(copy, "word/comments.xml").find(strict), std::string::npos);
  const std::string local = commented_copy(package_of(
      {{"word/document.xml", "<x:document xmlns:x=\"" + plain + "\"><x:body><x:p><y:r xmlns:y=\"" +
                                 plain + "\"><y:t>甲局</y:t></y:r></x:p></x:body></x:document>"}}));
  EXPECT_NE(part_of(local, "word/document.xml").find("<y:commentRangeStart xmlns:y=\"" + plain),
            std::string::npos);
}

TEST(WordComments, WhatIsNotInUtf8IsNotWrittenInto) {
  const std::string latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";
  const auto copy =
      with_comments(package_of({{"word/document.xml", latin + document_of(paragraph(run("a")))}}),
                    "a.docx", {{{0, 1}, {"注"}}}, "明责");
  ASSERT_FALSE(copy.ok());
  EXPECT_NE(copy.failure().message.en.find("not in UTF-8"), std::string::npos);
}

TEST(WordComments, OfNotesStandAtTheWordsTheyAreNotesTo) {
  WordFile file{paragraph(run("甲局牵头") + "<w:r><w:footnoteReference w:id=\"b\"/></w:r>" +
                          run("，乙局配合。")) +
                paragraph(run("附则"))};
  file.footnotes = "<w:footnote w:id=\"a\">" + paragraph(run("别的")) +
                   "</w:footnote><w:footnote w:id=\"b\">" + paragraph(run("注文")) +
                   "</w:footnote>";
  EXPECT_NE(commented(file, "注文").find(start_mark + run("甲局牵头") + end_mark),
            std::string::npos);
  EXPECT_NE(commented(file, "别的").find(start_mark + run("附则") + end_mark), std::string::npos);
}

TEST(WordComments, MayStandInTablesFieldsLinksControlsAndChanges) {
  const std::string words = run("甲局");
  for (const auto& [before, after] : std::map<std::string, std::string>{
           {"<w:hyperlink w:anchor=\"a\">", "</w:hyperlink>"},
           {"<w:fldSimple w:instr=\"REF a\">", "</w:fldSimple>"},
           {"<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"},
           {"<w:ins w:id=\"7\">", "</w:ins>"},
           {"<w:smartTag>", "</w:smartTag>"}}) {
    const std::string body = commented(
        {table(row("<w:tc>" + paragraph(before + words + after) + "</w:tc>" + cell("乙局")))},
        "甲局");
    const bool of_change = before.find("w:ins ") != std::string::npos;
    const std::string id = of_change ? "8" : "0";
    EXPECT_NE(body.find(before + "<w:commentRangeStart w:id=\"" + id + "\"/>" + words),
              std::string::npos)
        << body;
  }
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
  const std::string text = words_of(bytes);
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
  RC_ASSERT(words_of(copy.value()) == text);
  RC_ASSERT(part_of(copy.value(), "word/styles.xml") == part_of(bytes, "word/styles.xml"));
  RC_ASSERT(with_comments(bytes, "a.docx", comments, "明责").value() == copy.value());
}

}  // namespace
}  // namespace mingze::draft
