// docs/findings: the example of each page about drafts raises its finding, and the repair cures it.
// Examples are quoted; facts that one needs besides stand in a block of the language before it.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;

const std::string folder = MINGZE_ROOT "/docs/findings/";

std::string facts_of(const std::string& page) {
  const std::size_t begin = page.find("```mz\n");
  if (begin == std::string::npos) return {};
  const std::size_t from = begin + 6;
  return page.substr(from, page.find("```", from) - from);
}

using Texts = std::map<std::string, std::string>;

/// Each text, checked in one run, with the codes that it has.
std::map<std::string, std::set<std::string>> codes(const Texts& texts, const std::string& facts) {
  MemoryFiles files;
  std::vector<std::string> arguments{"check"};
  for (const auto& [name, text] : texts) {
    files.put(name, text);
    arguments.push_back(name);
  }
  arguments.insert(arguments.end(), {"--format", "json", "--fail-on", "never", "--pack", "list"});
  files.put("list/list.mz",
            "pack example-list version \"1.0.0\".\nuse opinion.\njurisdiction 澜江市.\n" + facts);
  const Ran ran = run_in_memory(files, arguments);
  EXPECT_EQ(ran.code, 0) << ran.err;
  std::map<std::string, std::set<std::string>> out;
  if (ran.code != 0) return out;
  const json document = json::parse(ran.out);
  for (const json& draft : document["drafts"])
    for (const json& finding : draft["findings"]) out[draft["name"]].insert(finding["code"]);
  return out;
}

TEST(DraftPages, ExamplesRaiseTheFindingAndRepairsCureIt) {
  Texts examples;
  Texts repairs;
  std::string facts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string code = entry.path().stem().string();
    const auto page = DiskFiles().read(entry.path().string());
    ASSERT_TRUE(page.ok());
    const std::string example = quoted_after(page.value(), "例");
    if (example.empty()) continue;
    examples[code] = example;
    facts += facts_of(page.value());
    if (const auto repair = quoted_after(page.value(), "改法"); !repair.empty())
      repairs[code] = repair;
  }
  EXPECT_GE(examples.size(), 17U);
  EXPECT_GE(repairs.size(), 15U);
  const auto raised = codes(examples, facts);
  for (const auto& [code, text] : examples)
    EXPECT_TRUE(raised.contains(code) && raised.at(code).contains(code)) << code << "\n" << text;
  for (const auto& [code, left] : codes(repairs, facts))
    EXPECT_FALSE(left.contains(code)) << code << "\n" << repairs.at(code);
}

}  // namespace
}  // namespace mingze::app
