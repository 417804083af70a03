// The catalogue of codes: it has every code that stands in the source and no other, and
// docs/diagnostics.md shows it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "app/session/catalogue.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> own() {
  std::set<std::string> out;
  for (const report::CodeKind& kind : own_codes())
    for (const report::CodeEntry& entry : kind.codes) out.insert(entry.code);
  return out;
}

/// What stands in quotation marks behind a match of `before`, over all code but the catalogue's.
std::set<std::string> quoted_in_source(const std::string& before) {
  const std::regex pattern(before + "\"([a-z0-9]+(-[a-z0-9]+)*)\"");
  std::set<std::string> out;
  for (const char* top : {"engine", "dsl", "draft", "report", "app"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(MINGZE_ROOT) / top)) {
      const fs::path& path = entry.path();
      const bool is_code = path.extension() == ".cpp" || path.extension() == ".hpp";
      if (!is_code || path.filename().string().starts_with("codes_of_")) continue;
      const std::string text = text_of(path);
      for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
        out.insert((*at)[1].str());
    }
  return out;
}

TEST(Codes, EveryListedOneIsTold) {
  const std::set<std::string> quoted = quoted_in_source("");
  for (const std::string& code : own())
    EXPECT_TRUE(quoted.contains(code)) << code << " is listed, and nothing tells it";
}

/// Where a code is given to what is told: the first member of such a value, or `.code`. What else
/// is told in a run of the tests is held to the catalogue by tests/app/every_run.hpp.
TEST(Codes, EveryOneOfTheSourceIsListed) {
  const std::set<std::string> known = own();
  const std::set<std::string> told = quoted_in_source(
      "(?:\\b(?:Failure|WrongUsage|Notice|Diagnostic|Reason|Misuse)(?: \\w+)?\\{\\s*|"
      "\\.code\\s*=\\s*|\\bunknown_id\\(\\w+, |\\binvalid\\(\\s*|\\bSeverity::\\w+, )");
  EXPECT_GE(told.size(), 120U);
  for (const std::string& code : told)
    EXPECT_TRUE(known.contains(code)) << code << " is told, and mingze codes does not list it";
}

json listed() {
  const Ran ran = run_in_memory({}, {"codes", "--format", "json"});
  EXPECT_EQ(ran.err, "");
  return json::parse(ran.out)["codes"];
}

TEST(Codes, AreThereOnceAndSayWhatTheyMeanInBothLanguages) {
  std::set<std::string> seen;
  for (const json& one : listed()) {
    EXPECT_TRUE(seen.insert(one["code"]).second) << one["code"] << " is listed twice";
    for (const char* member : {"meaning", "advice"})
      for (const char* language : {"zh", "en"})
        EXPECT_NE(one[member][language], "") << one["code"] << " " << member;
    if (one["page"].is_string()) {
      EXPECT_TRUE(fs::exists(fs::path(MINGZE_ROOT) / one["page"])) << one["page"];
    }
  }
  EXPECT_TRUE(seen.contains("leads-missing"));
  EXPECT_TRUE(seen.contains("old-name"));
  EXPECT_TRUE(seen.contains("shadowed-rule"));
}

/// UPDATE_GOLDEN=1 writes the tables anew.
TEST(Codes, ThePageHasTheTables) {
  const fs::path path = fs::path(MINGZE_ROOT) / "docs/diagnostics.md";
  const std::string page = text_of(path);
  const Ran ran = run_in_memory({}, {"codes", "--format", "md"});
  const std::string text = page.substr(0, page.find("\n## How a statement"));
  if (std::getenv("UPDATE_GOLDEN") != nullptr)
    std::ofstream(path, std::ios::binary) << text << ran.out;
  else
    EXPECT_EQ(page, text + ran.out) << "UPDATE_GOLDEN=1 rewrites it";
  EXPECT_THAT(text, HasSubstr("never\nused again"));
}

TEST(Codes, OneIsExplainedByName) {
  const Ran ran = run_in_memory({}, {"codes", "file-missing", "--lang", "en"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out,
            "Files\n  file-missing  there is no such file or folder\n    = check the path\n");
}

TEST(Codes, WhatIsNoneIsToldSo) {
  const Ran ran = run_in_memory({}, {"codes", "file-mising", "--lang", "en"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("there is no code \"file-mising\"; did you mean "
                                 "\"file-missing\"? [unknown-code]\n"));
}

}  // namespace
}  // namespace mingze::app
