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
