// Files that are damaged, no Word files, or made to exhaust the machine.
#include <gtest/gtest.h>

#include "draft/word/docx.hpp"
#include "draft/word/zip_package.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::draft {
namespace {

std::string failure_of(const std::string& bytes) {
  const auto result = read_docx(bytes, "a.docx");
  if (result.ok()) return "";
  EXPECT_EQ(result.failure().subject, "a.docx");
  EXPECT_FALSE(result.failure().message.zh.empty());
  return result.failure().message.en;
}

std::string with_document(const std::string& document) {
  return zip_of({{"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
                 {"word/document.xml", document}});
}

TEST(HostileDocx, TruncatedAnywhereIsAnErrorOrAText) {
  const std::string bytes = WordFile{paragraph(run("甲局牵头"))}.bytes();
  for (std::size_t length = 0; length < bytes.size(); length += 7)
    EXPECT_NE(failure_of(bytes.substr(0, length)), "") << length;
}

TEST(HostileDocx, AnotherZipFileIsNamedAsSuch) {
  EXPECT_NE(failure_of(zip_of({{"a.txt", "文"}})).find("no Word text"), std::string::npos);
  EXPECT_NE(failure_of(with_document("<workbook/>")).find("no Word text"), std::string::npos);
  const auto with_main = [](const std::string& part) {
    return zip_of({{"_rels/.rels", relationships({{"officeDocument", part}})}, {part, "<a/>"}});
  };
  EXPECT_NE(failure_of(with_main("xl/workbook.xml")).find("--list"), std::string::npos);
  EXPECT_NE(failure_of(with_main("ppt/presentation.xml")).find(".pptx"), std::string::npos);
  const std::string odf = "application/vnd.oasis.opendocument.";
  EXPECT_NE(failure_of(zip_of({{"mimetype", odf + "text"}})).find(".odt"), std::string::npos);
  EXPECT_NE(failure_of(zip_of({{"mimetype", odf + "spreadsheet"}})).find(".ods"),
            std::string::npos);
  EXPECT_NE(failure_of(zip_of({{"OFD.xml", "<a/>"}})).find("OFD"), std::string::npos);
  EXPECT_NE(failure_of(zip_of({{"Index/Document.iwa", "a"}})).find("Pages"), std::string::npos);
}

TEST(HostileDocx, ManyEmptyCellsAreRefusedHoweverSmallTheFile) {
  std::string rows;
  for (int i = 0; i < 50'000; ++i)
    rows += "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"100\"/></w:tcPr></w:tc><w:tc/></w:tr>";
  EXPECT_NE(failure_of(WordFile{table(rows)}.bytes()).find("4 million"), std::string::npos);
}

TEST(HostileDocx, MoreStretchesOfTextThanADraftHasAreRefused) {
  std::string entities;
  for (int i = 0; i < 4'100'000; ++i) entities += "&lt;";
  EXPECT_NE(failure_of(WordFile{paragraph(run(entities))}.bytes()).find("4 million"),
            std::string::npos);
}

TEST(HostileDocx, OfStylesAndListsWithoutNumberThoseThatWordAllowsAreKept) {
  WordFile file{paragraph(run("甲"), "<w:pStyle w:val=\"s7\"/>")};
  for (int i = 0; i < 120'000; ++i)
    file.styles += "<w:style w:styleId=\"s" + std::to_string(i) +
                   "\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  file.numbering = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";
  for (int i = 0; i < 60'000; ++i)
    file.numbering += "<w:abstractNum w:abstractNumId=\"" + std::to_string(i) +
                      "\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>";
  const auto text = read_docx(file.bytes(), "a.docx");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text.value().text, "1.甲\n");
}

TEST(HostileDocx, MoreTextThanADraftHasIsRefused) {
  const std::string text(most_draft_text + 1, 'a');
  EXPECT_NE(failure_of(WordFile{paragraph(run(text))}.bytes()).find("16 MiB"), std::string::npos);
}

TEST(HostileDocx, ANumberLongerThanItsTextIsLeftOut) {
  std::string format;
  for (int i = 0; i < 1000; ++i) format += "%1";
  WordFile file{numbered("甲", 0)};
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"" +
      format +
      "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  const auto text = read_docx(file.bytes(), "a.docx");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text.value().text, "甲\n");
}

TEST(HostileDocx, ALongTagIsReadAndAnEndlessOneRefused) {
  const auto tag = [](std::size_t length) {
    return WordFile{"<w:p w:x=\"" + std::string(length, 'a') + "\">" + run("甲") + "</w:p>"}
        .bytes();
  };
  EXPECT_EQ(failure_of(tag(1 << 20)), "");
  EXPECT_NE(failure_of(tag(17 << 20)).find("longer than 16 MiB"), std::string::npos);
}

TEST(HostileDocx, WrongXmlIsToldWithPartAndLine) {
  EXPECT_NE(failure_of(with_document("<a>\n<b></a>")).find("line 2 of word/document.xml"),
            std::string::npos);
}

TEST(HostileDocx, EntitiesAreNotEvenDeclared) {
  const std::string bomb =
      "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><d>&b;</d>";
  EXPECT_NE(failure_of(with_document(bomb)).find("DOCTYPE"), std::string::npos);
}

TEST(HostileDocx, AbsurdNestingIsRefused) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_NE(failure_of(with_document(deep)).find("deeper than 1000"), std::string::npos);
}

TEST(HostileDocx, APartThatIsNotWhereItShouldBeGivesNoCopyAndNoLeak) {
  std::string bytes = zip_of({{"a.xml", "<a/>"}, {"b.xml", "<b/>"}});
  const std::size_t header = bytes.rfind("PK\x01\x02");
  ASSERT_NE(header, std::string::npos);
  constexpr std::size_t place_of_offset = 42;  // in a header of the central directory
  bytes[header + place_of_offset + 2] = '\x7f';
  EXPECT_FALSE(with_parts(bytes, "a.docx", {{"a.xml", "<c/>"}}).ok());
}

/// A zip file whose one part is encrypted.
std::string encrypted_zip() {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_CREATE, &error);
  zip_source_keep(source);
  const zip_int64_t index =
      zip_file_add(archive, "_rels/.rels", zip_source_buffer(archive, "<a/>", 4, 0), 0);
  EXPECT_EQ(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "a"),
            0);
  EXPECT_EQ(zip_close(archive), 0);
  zip_stat_t stat;
  EXPECT_EQ(zip_source_stat(source, &stat), 0);
  EXPECT_EQ(zip_source_open(source), 0);
  std::string bytes(stat.size, '\0');
  EXPECT_EQ(zip_source_read(source, bytes.data(), bytes.size()),
            static_cast<zip_int64_t>(stat.size));
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

TEST(HostileDocx, AnEncryptedPartIsCalledSo) {
  EXPECT_NE(failure_of(encrypted_zip()).find("is encrypted"), std::string::npos);
}

TEST(HostileDocx, AnUnknownCompressionIsCalledSo) {
  std::string bytes = zip_of({{"_rels/.rels", std::string(1000, ' ')}});
  constexpr char deflate64 = 9;
  bytes[8] = deflate64;                               // in the header of the part
  bytes[bytes.rfind("PK\x01\x02") + 10] = deflate64;  // and in the central directory
  EXPECT_NE(failure_of(bytes).find("compressed in a way"), std::string::npos);
}

TEST(HostileDocx, NamesThatLeadOutOfThePackageLeadNowhere) {
  EXPECT_EQ(failure_of(zip_of(
                {{"_rels/.rels", relationships({{"officeDocument", "../../../word/document.xml"}})},
                 {"word/document.xml", "<w:document " + word_vocabulary + "/>"},
                 {"../../etc/passwd", "a"}})),
            "");
}

TEST(HostileDocx, XmlInAnotherEncodingIsReadOrToldAsSuch) {
  std::string wide = "\xFF\xFE";
  for (const char c : "<w:document " + word_vocabulary + "/>") {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(failure_of(with_document(wide)), "");
  EXPECT_NE(
      failure_of(with_document("<?xml version=\"1.0\" encoding=\"GB2312\"?><a/>")).find("encoding"),
      std::string::npos);
}

TEST(HostileDocx, AZipBombIsNotUnfolded) {
  const std::string bytes = zip_of({{"big.xml", std::string(3 << 20, ' ')}});
  EXPECT_LT(bytes.size(), 10'000U);
  auto package = ZipPackage::open(bytes, "a.docx", 2 * ZipPackage::mebibyte);
  ASSERT_TRUE(package.ok());
  std::size_t seen = 0;
  const auto failed = package.value().read("big.xml", [&](std::string_view chunk) {
    seen += chunk.size();
    return true;
  });
  ASSERT_TRUE(failed.has_value());
  EXPECT_NE(failed->message.en.find("more than 2 MiB"), std::string::npos);
  EXPECT_LE(seen, 2 * ZipPackage::mebibyte);
}

TEST(HostileDocx, TagsInPlacesWhereTheyMeanNothing) {
  EXPECT_EQ(failure_of(WordFile{"<w:tc>" + paragraph(run("甲")) + "</w:tc><w:tr>" + cell("乙") +
                                "</w:tr><w:txbxContent/><w:tbl><w:tc/></w:tbl>" +
                                paragraph(paragraph(run("丙")))}
                           .bytes()),
            "");
}

}  // namespace
}  // namespace mingze::draft
