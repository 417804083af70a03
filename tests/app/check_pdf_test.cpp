// `mingze check` on PDF files, by Poppler's pdftotext.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <nlohmann/json.hpp>

#include "tests/app/pdf_file.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;

std::string fixture(const std::string& name) {
  const auto bytes = DiskFiles().read(std::string(MINGZE_ROOT) + "/fixtures/drafts/" + name);
  EXPECT_TRUE(bytes.ok());
  return bytes.ok() ? bytes.value() : std::string();
}

/// Items with their status and leads.
std::string items_of(const MemoryFiles& files, const std::string& draft) {
  const Ran ran = run_in_memory(files, {"check", draft, "--format", "json"});
  EXPECT_LE(ran.code, 1) << ran.err;
  const auto document = nlohmann::json::parse(ran.out);
  std::string out;
  for (const auto& item : document["drafts"][0]["items"]) {
    out += item["label"].get<std::string>() + " " + item["status"].get<std::string>();
    for (const auto& lead : item["lead"]) out += " " + lead["text"].get<std::string>();
    out += "\n";
  }
  return out;
}

TEST(CheckPdf, ReadsAsTheTextItWasPrintedFrom) {
  const MemoryFiles files{{"d.pdf", fixture("several-clauses.pdf")},
                          {"d.txt", fixture("several-clauses.txt")}};
  EXPECT_NE(items_of(files, "d.txt"), "");
  EXPECT_EQ(items_of(files, "d.pdf"), items_of(files, "d.txt"));
}

/// A table over two pages with its head on both, a lead for two rows and a row without one.
TEST(CheckPdf, ReadsATableByItsRules) {
  const MemoryFiles files{{"d.pdf", fixture("duty-table.pdf")}};
  const Ran ran = run_in_memory(files, {"check", "d.pdf", "--format", "json"});
  EXPECT_EQ(ran.code, 1) << ran.err;
  const auto document = nlohmann::json::parse(ran.out);
  const auto& items = document["drafts"][0]["items"];
  ASSERT_EQ(items.size(), 20U);
  const auto names = [](const nlohmann::json& bodies) {
    std::string out;
    for (const auto& body : bodies) out += body["text"].get<std::string>() + " ";
    return out;
  };
  EXPECT_EQ(names(items[0]["lead"]), "市生态环境局 ");
  EXPECT_EQ(names(items[0]["cooperating"]), "市水利局 市住房城乡建设局 ");
  EXPECT_EQ(names(items[7]["lead"]), "市水利局 ");
  EXPECT_EQ(names(items[8]["lead"]), "市水利局 ");
  EXPECT_EQ(names(items[8]["cooperating"]), "市公安局 市自然资源局 ");
  EXPECT_EQ(names(items[11]["lead"]), "市生态环境局 ") << "the first row of the second page";
  for (std::size_t i = 0; i < items.size(); ++i)
    EXPECT_EQ(items[i]["status"] == "missing-lead", i == 18) << i << " " << items[i]["status"];
}

TEST(CheckPdf, GarbageBehindTheHeadIsAnError) {
  std::string noise = "%PDF-1.7\n";
  for (std::uint32_t i = 0, state = 7; i < 100'000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>(state >> 24U);
  }
  const MemoryFiles files{{"d.pdf", noise}};
  const Ran ran = run_in_memory(files, {"check", "d.pdf"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("已损坏"));
}

/// What is said of a file that cannot be checked, for which nothing else is written.
std::string refusal(const std::string& bytes) {
  const MemoryFiles files{{"d.pdf", bytes}};
  const Ran ran = run_in_memory(files, {"check", "d.pdf"});
  EXPECT_EQ(ran.code, 2) << ran.out;
  EXPECT_EQ(ran.out, "");
  return ran.err;
}

TEST(CheckPdf, ADamagedFileIsAnError) {
  const std::string whole = fixture("several-clauses.pdf");
  for (const std::size_t kept : {std::size_t{500}, whole.size() / 2, whole.size() - 900})
    EXPECT_THAT(refusal(whole.substr(0, kept)), HasSubstr("已损坏，或者没有传完")) << kept;
  EXPECT_THAT(refusal("%PDF"), HasSubstr("已损坏"));
  EXPECT_THAT(refusal("%PDF-1.7\n这是一份通知。\n"), HasSubstr("已损坏"));
}

/// Pages within themselves, and more of them told than there are.
TEST(CheckPdf, AFileWithoutASoundListOfPagesIsAnError) {
  EXPECT_THAT(refusal("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages"
                      "/Kids[2 0 R 2 0 R]/Count 100000>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
              HasSubstr("打不开"));
}

TEST(CheckPdf, AFileThatOpensWithAPasswordIsToldAsSuch) {
  EXPECT_THAT(refusal(fixture("locked.pdf")), HasSubstr("要密码才能打开"));
}

/// Opens without one; its owner asks that nobody copies from it or prints it.
TEST(CheckPdf, APasswordForCopyingAloneKeepsNobodyFromReading) {
  const MemoryFiles files{{"d.pdf", fixture("no-copying.pdf")},
                          {"d.txt", fixture("several-clauses.txt")}};
  EXPECT_EQ(items_of(files, "d.pdf"), items_of(files, "d.txt"));
}

PdfPage page_with(const std::vector<std::string>& lines) {
  PdfPage page{"BT /F 10 Tf 12 TL 50 780 Td "};
  for (const std::string& line : lines) page.content += "(" + line + ") '";
  page.content += " ET";
  return page;
}

TEST(CheckPdf, ThousandsOfPagesAreRead) {
  const std::vector<PdfPage> pages(
      3000, page_with({"Clear the river.", "Keep it clear.", "Plant the banks.", "Report."}));
  const MemoryFiles files{{"d.pdf", pdf_file(pages)}};
  const Ran ran = run_in_memory(files, {"check", "d.pdf"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
}

/// More words than Poppler has memory for, or may tell.
TEST(CheckPdf, APageOfAMillionWordsIsAnError) {
  PdfPage page{"BT /F 10 Tf 12 TL 10 14390 Td ", 14'400};
  std::string line;
  for (int i = 0; i < 850; ++i) line += "abc ";
  for (int i = 0; i < 1190; ++i) page.content += "(" + line + ") '";
  page.content += " ET";
  EXPECT_THAT(refusal(pdf_file({page})),
              testing::AnyOf(HasSubstr("1 GiB 内存读不下"), HasSubstr("文字太多")));
}

TEST(CheckPdf, ScannedPagesAmongOthersAreToldAsUnread) {
  const PdfPage scan{"700 0 0 700 50 50 cm /Scan Do"};
  const PdfPage blank;
  const MemoryFiles files{
      {"d.pdf", pdf_file({page_with({"Clear the river."}), scan, blank, scan})}};
  const Ran ran = run_in_memory(files, {"check", "d.pdf"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("第 2、4 页只有图片"));
}

TEST(CheckPdf, PagesWithoutTextAreToldAsAScan) {
  EXPECT_THAT(refusal(pdf_file({{"700 0 0 700 50 50 cm /Scan Do"}, {""}})), HasSubstr("扫描件"));
}

}  // namespace
}  // namespace mingze::app
