// --errors json: problems for another program. That each line is as its schema says holds of every
// run (tests/app/every_run.hpp).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::vector<json> errors_of(const Ran& ran) {
  std::vector<json> out;
  std::istringstream lines(ran.err);
  for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line));
  return out;
}

std::vector<json> errors(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--errors", "json", "--lang", "en"});
  return errors_of(run_in_memory(files, arguments));
}

TEST(Errors, OfAProgramHaveTheirPlaceAndWhatToDo) {
  const MemoryFiles files{{"p.mz",
                           "kind 部门.\nrelation r \"{部们} works\".\n"
                           "relation s \"{部门} rests\".\nrelation s \"{部门} sleeps\".\n"}};
  const auto told = errors(files, {"resolve", "p.mz"});
  ASSERT_EQ(told.size(), 2U);
  const json& unknown = told[0];
  EXPECT_EQ(unknown["code"], "unknown-kind");
  EXPECT_EQ(unknown["severity"], "error");
  EXPECT_EQ(unknown["file"], "p.mz");
  EXPECT_EQ(unknown["span"], (json{{"start", 26},
                                   {"end", 32},
                                   {"line", 2},
                                   {"column", 14},
                                   {"end_line", 2},
                                   {"end_column", 16}}));
  EXPECT_EQ(unknown["repairs"][0]["replacement"], "部门");
  EXPECT_EQ(unknown["repairs"][0]["span"], unknown["span"]);
  EXPECT_EQ(told[1]["code"], "duplicate-declaration");
  EXPECT_EQ(told[1]["related"][0]["file"], "p.mz");
  EXPECT_EQ(told[1]["related"][0]["span"]["line"], 3);
}

TEST(Errors, OfFilesNameTheFile) {
  const auto told = errors({}, {"check", "none.txt"});
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0]["code"], "file-missing");
  EXPECT_EQ(told[0]["file"], "none.txt");
  EXPECT_EQ(told[0]["span"], nullptr);
}

TEST(Errors, OfTheCommandLineAreToldSoToo) {
  const auto told = errors({}, {"chek", "x.txt"});
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0]["code"], "unknown-command");
  EXPECT_EQ(told[0]["file"], nullptr);
  EXPECT_EQ(told[0]["notes"], (json{"see mingze --help"}));
  EXPECT_EQ(errors({}, {"check", "x.txt", "--nothing"}).at(0)["code"], "unknown-option");
  EXPECT_EQ(errors({}, {}).at(0)["code"], "missing-argument");
}

TEST(Errors, MayBeAskedForBeforeTheCommand) {
  const Ran ran = run_in_memory({}, {"--errors=json", "check", "none.txt"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(errors_of(ran).at(0)["code"], "file-missing");
}

TEST(Errors, HaveTwoForms) {
  const Ran ran = run_in_memory({}, {"check", "none.txt", "--errors", "xml", "--lang", "en"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("--errors can't be \"xml\"; there is text|json [bad-value]\n"));
}

TEST(Errors, NotesAreToldAndQuietLeavesThemOut) {
  const MemoryFiles files{{"p.mz", rivers}};
  const auto told = errors(files, {"resolve", "p.mz"});
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0]["code"], "packs-not-loaded");
  EXPECT_EQ(told[0]["severity"], "note");
  EXPECT_TRUE(errors(files, {"resolve", "p.mz", "--quiet"}).empty());
  const auto warned = errors(files, {"resolve", "p.mz", "--allow", "bussy"});
  ASSERT_EQ(warned.size(), 2U);
  EXPECT_EQ(warned[0]["code"], "unknown-code");
  EXPECT_EQ(warned[0]["severity"], "warning");
}

TEST(Errors, WhatIsWrittenIsANote) {
  const MemoryFiles files{{"p.mz", rivers}};
  const auto told = errors(files, {"test", "p.mz", "--update"});
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back()["code"], "file-written");
}

TEST(Errors, StandardOutputStaysAsItIs) {
  const MemoryFiles files{{"p.mz", rivers}};
  const std::vector<std::string> arguments{"resolve", "p.mz", "--format", "json"};
  std::vector<std::string> more = arguments;
  more.insert(more.end(), {"--errors", "json"});
  EXPECT_EQ(run_in_memory(files, arguments).out, run_in_memory(files, more).out);
}

}  // namespace
}  // namespace mingze::app
