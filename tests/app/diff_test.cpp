// `mingze diff`: what a change of rules does, in every face, over facts, tests, drafts and git.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/app/schema.hpp"
#include "tests/tools.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// The example of the page.
struct PageExample {
  PageExample() {
    const auto page = DiskFiles().read(MINGZE_ROOT "/docs/diff.md");
    const auto programs = fenced_in(page.value(), "mz");
    for (const char* folder : {"旧", "新"})
      files.put(std::string(folder) + "/事实.mz", programs.at(0));
    files.put("旧/规则.mz", programs.at(1));
    files.put("新/规则.mz", programs.at(2));
    told = fenced_in(page.value(), "text").at(0);
  }
  MemoryFiles files;
  std::string told;
};

json diff(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "diff");
  arguments.insert(arguments.end(), {"--format", "json", "--lang", "en"});
  const Ran ran = run_in_memory(files, arguments);
  EXPECT_NE(ran.code, 2) << ran.err;
  const json document = json::parse(ran.out);
  const auto schema = DiskFiles().read(MINGZE_ROOT "/docs/schema/diff.schema.json");
  const json root = json::parse(schema.value());
  EXPECT_EQ(SchemaChecker(root).check(root, document), "");
  const json& sum = document["summary"];
  const bool any = sum["gained"] != 0 || sum["lost"] != 0 || sum["moved"] != 0 ||
                   sum["findings_new"] != 0 || sum["findings_gone"] != 0;
  EXPECT_EQ(ran.code, any ? 1 : 0);
  return document;
}

std::string edited(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(DiffCommand, ThePageShowsWhatItDoes) {
  const PageExample page;
  const Ran ran = run_in_memory(page.files, {"diff", "旧", "新"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, page.told);
}

TEST(DiffCommand, ASwappedOverrideMovesExactlyWhatItMoves) {
  const PageExample page;
  const json told = diff(page.files, {"旧", "新"});
  ASSERT_EQ(told["moved"].size(), 1U);
  const json& moved = told["moved"][0];
  EXPECT_EQ(moved["key"], (json{{"matter", "清淤"}, {"place", "临江"}}));
  EXPECT_EQ(moved["from"], json{"交通局"});
  EXPECT_EQ(moved["to"], json{"水务局"});
  EXPECT_EQ(moved["reason"][0]["by"][0]["rule"], "谁审批谁牵头");
  EXPECT_EQ(moved["reason_before"][0]["lost"]["defeated_by"]["rule"], "谁审批谁牵头");
  EXPECT_EQ(moved["reason_before"][0]["lost"]["ground"], "overrides");
  EXPECT_EQ(moved["why"]["by"], "rule 谁审批谁牵头");
  EXPECT_EQ(moved["why_before"]["by"], "rule 指定者牵头");
  for (const char* none : {"gained", "lost", "findings_new", "findings_gone"})
    EXPECT_TRUE(told[none].empty()) << none;
}

TEST(DiffCommand, TellsWordingFromMeaning) {
  std::string words = rivers;
  words = edited(words, "if L approves M and M is handled in P then L leads M in P",
                 "if X is handled in Y and Z approves X then Z leads X in Y");
  words = edited(words, "\"谁审批谁负责\"", "\"审批者牵头\"");
  const MemoryFiles files{{"old.mz", rivers}, {"new.mz", words}};
  const json told = diff(files, {"old.mz", "new.mz"});
  ASSERT_EQ(told["statements"].size(), 1U) << told["statements"];
  EXPECT_EQ(told["statements"][0]["change"], "wording");
  EXPECT_EQ(told["statements"][0]["id"], "approver-leads");
}

TEST(DiffCommand, TellsARenamedRuleAndAnotherBasis) {
  const MemoryFiles files{
      {"old.mz", rivers},
      {"named.mz", edited(rivers, "rule approver-leads", "rule who-approves")},
      {"cited.mz", edited(rivers, "cites law \"第三条\"", "cites law \"第四条\"")}};
  const json named = diff(files, {"old.mz", "named.mz"})["statements"];
  ASSERT_EQ(named.size(), 1U) << named;
  EXPECT_EQ(named[0]["change"], "renamed");
  EXPECT_EQ(named[0]["id_before"], "approver-leads");
  const json cited = diff(files, {"old.mz", "cited.mz"})["statements"];
  ASSERT_EQ(cited.size(), 1U) << cited;
  EXPECT_EQ(cited[0]["change"], "basis");
  EXPECT_EQ(cited[0]["added"], json{"cites law \"第四条\""});
}

TEST(DiffCommand, TheOtherLanguageIsWording) {
  MemoryFiles files{{"old.mz", rivers}, {"new.mz", rivers}};
  ASSERT_EQ(run_in_memory(files, {"fmt", "--to", "zh", "new.mz"}).code, 0);
  const json told = diff(files, {"old.mz", "new.mz"});
  EXPECT_FALSE(told["statements"].empty());
  for (const json& statement : told["statements"])
    EXPECT_EQ(statement["change"], "wording") << statement;
}

TEST(DiffCommand, AFactLostLosesWhatRestedOnIt) {
  const MemoryFiles files{{"old.mz", rivers},
                          {"new.mz", edited(rivers, "water 审批 dredging. ", "")}};
  const json told = diff(files, {"old.mz", "new.mz"});
  ASSERT_EQ(told["lost"].size(), 1U);
  EXPECT_EQ(told["lost"][0]["from"], json{"water"});
  EXPECT_EQ(told["lost"][0]["to"], json::array());
  EXPECT_TRUE(told["lost"][0]["why"].is_null());
  ASSERT_EQ(told["findings_new"].size(), 1U);
  EXPECT_EQ(told["findings_new"][0]["code"], "leads-missing");
  ASSERT_EQ(told["findings_gone"].size(), 1U);
  EXPECT_EQ(told["findings_gone"][0]["code"], "busy");
  EXPECT_EQ(told["statements"][0]["sort"], "fact");
  EXPECT_EQ(told["statements"][0]["change"], "removed");
}

TEST(DiffCommand, DataAreReadOnceAndStandInBoth) {
  const std::string program =
      edited(rivers, "suzhou 办理 noise.", "facts approves from \"a.tsv\".");
  const std::string bars = program + "\nrule no-roads if roads 审批 M then not roads leads M in P.";
  MemoryFiles files{{"old/p.mz", program},
                    {"new/p.mz", edited(bars, "if roads 审批 M then",
                                        "if roads 审批 M and M is handled in P then")},
                    {"data/a.tsv", "line\tmatter\nrail\tbridges\n"}};
  const json told = diff(files, {"old", "new", "--facts", "data"});
  ASSERT_EQ(told["moved"].size(), 1U) << told;
  EXPECT_EQ(told["moved"][0]["from"], json({"rail", "roads", "water"}));
  EXPECT_EQ(told["moved"][0]["to"], json({"rail", "water"}));
  EXPECT_EQ(told["moved"][0]["reason_before"][1]["lost"]["ground"], "barred");
}

TEST(DiffCommand, TestsShowWhatTheFactsAtHandDoNot) {
  const std::string tested = std::string(rivers) +
                             "test \"roads dredge\" given roads 审批 dredging expect finding "
                             "leads-conflict.\n";
  const std::string changed =
      edited(tested, "rule approver-leads",
             "rule roads-leave \"路不管水\" if roads 审批 dredging then not "
             "roads leads dredging in suzhou.\nrule approver-leads");
  const MemoryFiles files{{"old.mz", tested}, {"new.mz", changed}};
  const json told = diff(files, {"old.mz", "new.mz"});
  ASSERT_EQ(told["moved"].size(), 1U) << told;
  EXPECT_EQ(told["moved"][0]["over"], (json{{"test", "roads dredge"}}));
  EXPECT_EQ(told["summary"]["tests"], 3);
}

TEST(DiffCommand, JobsChangeNoByte) {
  // One override less in the shipped rules: several of their tests come to something else.
  MemoryFiles files;
  const DiskFiles disk;
  const std::string folder = MINGZE_ROOT "/rules/opinion";
  const auto names = disk.list(folder);
  for (const std::string& name : names.value()) {
    const std::string text = disk.read(join_path(folder, name)).value();
    files.put("old/" + name, text);
    files.put("new/" + name,
              name == "lists.mz" ? edited(text, "  优先于 清单明确者牵头\n", "") : text);
  }
  const auto with = [&](const char* jobs) {
    return run_in_memory(files, {"diff", "old", "new", "--format", "json", "--jobs", jobs});
  };
  const Ran one = with("1");
  EXPECT_EQ(one.code, 1) << one.err;
  EXPECT_GT(json::parse(one.out)["moved"].size(), 3U);
  EXPECT_EQ(one.out, with("3").out);
}

TEST(DiffCommand, EveryFaceHasTheChangeAndItsReason) {
  const PageExample page;
  for (const char* format : {"terminal", "md", "html"}) {
    const Ran ran = run_in_memory(page.files, {"diff", "旧", "新", "--format", format});
    EXPECT_THAT(ran.out, HasSubstr("交通局 → 水务局")) << format;
    EXPECT_THAT(ran.out, HasSubstr("现在规则 谁审批谁牵头 优先")) << format;
  }
  const Ran same = run_in_memory(page.files, {"diff", "旧", "旧", "--lang", "en"});
  EXPECT_EQ(same.code, 0);
  EXPECT_THAT(same.out, HasSubstr("no decision and no finding differs"));
}

TEST(DiffCommand, TwoDraftsAreComparedItemByItem) {
  const MemoryFiles files{{"a.txt", "县河湖管理方案\n（一）清理河道。（县水利局牵头）\n"},
                          {"b.txt",
                           "县河湖管理方案\n（一）清理河道。（县交通运输局牵头）\n"
                           "（二）加强巡查。（县水利局牵头，县公安局配合）\n"}};
  const json told = diff(files, {"a.txt", "b.txt"});
  ASSERT_EQ(told["moved"].size(), 1U) << told;
  EXPECT_EQ(told["moved"][0]["from"], json{"县水利局"});
  EXPECT_EQ(told["moved"][0]["to"], json{"县交通运输局"});
  EXPECT_EQ(told["moved"][0]["over"], (json{{"draft", "b.txt"}}));
  EXPECT_EQ(told["gained"].size(), 2U);  // who leads and who cooperates in what is new
  EXPECT_EQ(run_in_memory(files, {"diff", "a.txt", "a.txt"}).code, 0);
  const Ran mixed = run_in_memory(files, {"diff", "a.txt", "rules", "--lang", "en"});
  EXPECT_EQ(mixed.code, 2);
  EXPECT_THAT(mixed.err, HasSubstr("is no draft"));
}

TEST(DiffCommand, DraftsAreCheckedWithBothVersions) {
  const std::string busy =
      "use draft.\nfinding many-leads warning \"{N} leads\" on N if N is a lead of I.\n";
  const MemoryFiles files{
      {"old/p.mz", "use draft.\n"},
      {"new/p.mz", busy},
      {"a.txt", "县河湖管理方案\n（一）清理河道。（县水利局牵头）\n（二）加强巡查。\n"}};
  const json told = diff(files, {"old", "--draft", "a.txt", "new"});
  EXPECT_EQ(told["summary"]["drafts"], 1);
  ASSERT_EQ(told["findings_new"].size(), 1U) << told["findings_new"];
  EXPECT_EQ(told["findings_new"][0]["code"], "many-leads");
  EXPECT_EQ(told["findings_new"][0]["over"], (json{{"draft", "a.txt"}}));
  EXPECT_EQ(told["findings_new"][0]["related"][0]["file"], "a.txt");
  EXPECT_EQ(told["findings_new"][0]["related"][0]["line"], 2);
  EXPECT_EQ(run_in_memory(files, {"diff", "old", "new", "--draft", "none.txt"}).code, 2);
}

TEST(DiffCommand, WhatWasRecordedIsCompared) {
  PageExample page;
  const Ran record = run_in_memory(page.files, {"resolve", "旧", "--record", "记录.txt"});
  ASSERT_EQ(record.code, 0) << record.err;
  EXPECT_EQ(run_in_memory(page.files, {"diff", "--replay", "记录.txt", "旧"}).code, 0);
  const json told = diff(page.files, {"--replay", "记录.txt", "新"});
  ASSERT_EQ(told["moved"].size(), 1U) << told;
  EXPECT_EQ(told["moved"][0]["from"], json{"交通局"});
  EXPECT_EQ(told["moved"][0]["to"], json{"水务局"});
  EXPECT_EQ(told["moved"][0]["reason"][0]["by"][0]["rule"], "谁审批谁牵头");
  EXPECT_EQ(told["moved"][0]["reason_before"][0]["lost"]["ground"], "overrides");
}

TEST(DiffCommand, ARecordHoldsItsData) {
  const std::string program =
      edited(rivers, "suzhou 办理 noise.", "facts approves from \"a.tsv\".");
  MemoryFiles files{{"p.mz", program}, {"data/a.tsv", "line\tmatter\nrail\tbridges\n"}};
  ASSERT_NE(run_in_memory(files, {"resolve", "p.mz", "--facts", "data", "--record", "r"}).code, 2);
  files.put("data/a.tsv", "line\tmatter\n");
  EXPECT_EQ(run_in_memory(files, {"diff", "--replay", "r", "p.mz"}).code, 0);
  ASSERT_NE(run_in_memory(files, {"resolve", "p.mz", "--facts", "data", "--record", "s"}).code, 2);
  const json told = diff(files, {"--replay", "s", "p.mz", "--facts", "data"});
  EXPECT_TRUE(told["moved"].empty()) << told;
}

TEST(DiffCommand, SaysWhatIsNoRecord) {
  MemoryFiles files{{"new.mz", rivers}, {"r", "mingze record 1\nas-of\t2026-11-23\nwhat\n"}};
  const Ran spoilt = run_in_memory(files, {"diff", "--replay", "r", "new.mz", "--lang", "en"});
  EXPECT_EQ(spoilt.code, 2);
  EXPECT_THAT(spoilt.err, HasSubstr("line 3 can't be read"));
  EXPECT_EQ(run_in_memory(files, {"diff", "--replay", "new.mz", "new.mz"}).code, 2);
  EXPECT_EQ(run_in_memory(files, {"diff", "--replay", "none", "new.mz"}).code, 2);
  EXPECT_EQ(run_in_memory(files, {"diff", "new.mz"}).code, 2);
}

TEST(DiffCommand, WhatIsWrongIsToldOfEitherVersion) {
  const MemoryFiles files{{"old.mz", "rule r if.\n"}, {"new.mz", rivers}};
  const Ran ran = run_in_memory(files, {"diff", "old.mz", "new.mz"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("old.mz:1:"));
  const Ran missing = run_in_memory(files, {"diff", "new.mz", "other.mz"});
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.err, HasSubstr("other.mz"));
}

/// A repository of its own with one commit, whose rules were changed since.
class GitDiff : public testing::Test {
 protected:
  void SetUp() override {
    NEED_TOOL("git", std::system("git --version >/dev/null 2>&1") == 0);
    folder_ = fs::path(testing::TempDir()) / ("diff-" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "rules");
    write("rules/r.mz", rivers);
    git("init -q");
    git("add .");
    git("-c user.name=a -c user.email=a@b -c commit.gpgsign=false commit -q -m first");
    write("rules/r.mz", edited(rivers, "water 审批 dredging. ", ""));
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  void git(const std::string& arguments) const {
    const std::string line = "git -C '" + folder_.string() + "' " + arguments;
    ASSERT_EQ(std::system(line.c_str()), 0) << line;
  }
  static Ran run(const std::vector<std::string>& arguments) {
    return run_over(DiskFiles(), arguments);
  }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }

  fs::path folder_;
};

TEST_F(GitDiff, ARevisionIsAVersion) {
  const Ran ran = run({"diff", "git:HEAD", path("rules"), "--lang", "en"});
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("苏州市 · 清淤: 水务 → none"));
  EXPECT_EQ(run({"diff", "git:HEAD:" + path("rules/r.mz"), path("rules/r.mz")}).code, 1);
  EXPECT_EQ(run({"diff", "git:HEAD", "git:HEAD:" + path("rules")}).code, 0);
}

TEST_F(GitDiff, SaysWhatTheRepositoryLacks) {
  const Ran revision = run({"diff", "git:no-such", path("rules"), "--lang", "en"});
  EXPECT_EQ(revision.code, 2);
  EXPECT_THAT(revision.err, HasSubstr("no such revision"));
  const Ran file = run({"diff", "git:HEAD:" + path("other.mz"), path("rules"), "--lang", "en"});
  EXPECT_EQ(file.code, 2);
  EXPECT_THAT(file.err, HasSubstr("the revision does not have it"));
  const Ran nowhere = run({"diff", "git:HEAD:/proc", path("rules"), "--lang", "en"});
  EXPECT_EQ(nowhere.code, 2);
}

}  // namespace
}  // namespace mingze::app
