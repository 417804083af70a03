// `mingze check` on PDF files, by Poppler's pdftotext.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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

TEST(CheckPdf, ADamagedFileIsAnError) {
  const MemoryFiles files{{"d.pdf", fixture("several-clauses.pdf").substr(0, 500)}};
  const Ran ran = run_in_memory(files, {"check", "d.pdf"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("已加密或者已损坏"));
}

TEST(CheckPdf, PagesWithoutTextAreToldAsAScan) {
  const MemoryFiles files{
      {"d.pdf",
       "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
       "/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
       "trailer<</Root 1 0 R>>\n%%EOF\n"}};
  const Ran ran = run_in_memory(files, {"check", "d.pdf"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("扫描件"));
}

}  // namespace
}  // namespace mingze::app
