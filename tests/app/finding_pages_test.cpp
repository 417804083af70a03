// docs/findings: every finding of the embedded packs has a page, and the examples of those that are
// about facts raise it and cure it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;

const std::string folder = MINGZE_ROOT "/docs/findings/";

/// The examples of a page by the word behind `mz`; those without one come before each of them.
std::map<std::string, std::string> examples(const std::string& code) {
  const auto page = DiskFiles().read(folder + code + ".md");
  std::map<std::string, std::string> out;
  if (!page) return out;
  std::istringstream lines(page.value());
  bool inside = false;
  std::string* block = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      block = inside && line.starts_with("```mz") ? &out[line.substr(5)] : nullptr;
    } else if (block != nullptr) {
      *block += line + "\n";
    }
  }
  return out;
}

json findings_of(const std::string& program) {
  const MemoryFiles files{{"example.mz", program}};
  const Ran ran = run_in_memory(files, {"resolve", "example.mz", "--summary", "--format", "json"});
  EXPECT_EQ(ran.err, "") << program;
  return ran.out.empty() ? json() : json::parse(ran.out)["summary"]["findings"];
}

std::vector<std::string> codes() {
  const json findings = findings_of("");
  std::vector<std::string> out;
  for (const auto& [code, count] : findings.items()) out.push_back(code);
  return out;
}

TEST(FindingPages, AreThereForEveryCode) {
  const auto index = DiskFiles().read(folder + "README.md");
  ASSERT_TRUE(index.ok());
  EXPECT_GE(codes().size(), 33U);
  for (const std::string& code : codes()) {
    const auto page = DiskFiles().read(folder + code + ".md");
    ASSERT_TRUE(page.ok()) << code;
    EXPECT_TRUE(page.value().starts_with("# " + code + "：")) << code;
    EXPECT_THAT(index.value(), testing::HasSubstr("[" + code + "](" + code + ".md)"));
  }
}

TEST(FindingPages, AreForNothingElse) {
  const std::vector<std::string> known = codes();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string page = entry.path().stem().string();
    if (page == "README") continue;
    EXPECT_THAT(known, testing::Contains(page)) << "no rule raises it, and no decision lacks it";
  }
}

TEST(FindingPages, ExamplesRaiseTheFindingAndCureIt) {
  int count = 0;
  for (const std::string& code : codes()) {
    const auto blocks = examples(code);
    if (!blocks.contains(" raises")) continue;
    ASSERT_TRUE(blocks.contains("") && blocks.contains(" cured")) << code;
    EXPECT_GE(findings_of(blocks.at("") + blocks.at(" raises"))[code], 1) << code;
    EXPECT_EQ(findings_of(blocks.at("") + blocks.at(" cured"))[code], 0) << code;
    ++count;
  }
  EXPECT_GE(count, 24);
}

}  // namespace
}  // namespace mingze::app
