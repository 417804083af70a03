// `mingze check` on PDF files, by Poppler's pdftotext.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
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
