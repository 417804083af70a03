// Files that are no text are told by what they hold, whatever they are called.
#include "draft/document/foreign_file.hpp"

#include <gtest/gtest.h>

#include "draft/document/decode.hpp"

namespace mingze::draft {
namespace {

using std::string_view_literals::operator""sv;

std::string told(std::string_view bytes) {
  const auto result = decode(bytes, "a.txt");
  return result.ok() ? "" : result.failure().message.en;
}

/// A compound file (OLE) with one stream, as far as it matters here.
std::string compound(std::string_view stream) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  bytes.resize(512);
  for (const char c : stream) bytes += {c, '\0'};
  return bytes + std::string(64, '\0');
}

void expect_told(std::string_view bytes, const std::string& word) {
  EXPECT_NE(told(bytes).find(word), std::string::npos) << told(bytes);
}

TEST(ForeignFile, OldOfficeFilesAreToldApartByTheirStreams) {
  expect_told(compound("WordDocument"), ".doc");
  expect_told(compound("Workbook"), "--list");
  expect_told(compound("EncryptedPackage"), "password");
  expect_told(compound("PowerPoint Document"), "presentation");
  expect_told(compound("Other"), "an old Office file");
}

TEST(ForeignFile, AnImageNeedsRecognition) {
  for (const auto start : {"\x89PNG\r\n"sv, "\xFF\xD8\xFF\xE0"sv, "II*\0"sv, "MM\0*"sv, "GIF89a"sv,
                           "\0\0\0\x18"
                           "ftypheic"sv,
                           "RIFF\1\0\0\0WEBPVP8"sv, "BM\x46\0\0\0\0\0\0\0\x36"sv})
    expect_told(start, "OCR");
}

TEST(ForeignFile, ArchivesRtfAndCaj) {
  expect_told("Rar!\x1A\x07\x01"sv, "unpack");
  expect_told("7z\xBC\xAF\x27\x1C"sv, "unpack");
  expect_told("{\\rtf1 x}"sv, "RTF");
  expect_told("CAJ\0"sv, "CNKI");
}

TEST(ForeignFile, APageOfTheWebOrXmlIsNoDraft) {
  expect_told("\xEF\xBB\xBF\r\n<!DOCTYPE HTML><p>一、"sv, "HTML");
  expect_told("<html xmlns:o=\"x\">"sv, "HTML");
  expect_told("MIME-Version: 1.0\n"sv, "HTML");
  expect_told("\xFF\xFE<\0h\0t\0m\0l\0>\0"sv, "HTML");
  expect_told("<?xml version=\"1.0\"?><w:wordDocument/>"sv, "XML");
}

TEST(ForeignFile, ATextThatMerelyBeginsLikeOneIsRead) {
  for (const auto text :
       {"BM 项目。"sv, "HN 省方案"sv, "PK 赛方案"sv, "<一>任务"sv, "MM 任务"sv, ""sv})
    EXPECT_EQ(told(text), "") << text;
}

}  // namespace
}  // namespace mingze::draft
