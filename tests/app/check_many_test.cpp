// Many drafts in one run: folders, what is passed over, what can't be read, the summary of all, and
// drafts against each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/session/draft_files.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string plan_of(const std::string& place, const std::string& lead) {
  return place +
         "水污染防治工作方案\n\n一、主要任务\n（一）整治入河排污口。年底前完成全部排污口的排查、" +
         "监测、溯源。（" + lead + "牵头）\n";
}

std::string plan_led_by(const std::string& lead) { return plan_of("苏州市", lead); }

struct Checked {
  int code = 0;
  std::string err;
  json document;

  /// By draft, the codes that it has.
  [[nodiscard]] std::vector<std::string> codes(std::size_t draft) const {
    std::vector<std::string> out;
    for (const json& finding : document["drafts"][draft]["findings"])
      out.push_back(finding["code"]);
    return out;
  }
};

Checked check(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), {"--format", "json", "--fail-on", "never"});
  const Ran ran = run_in_memory(files, arguments);
  return {ran.code, ran.err, ran.out.empty() ? json() : json::parse(ran.out)};
}

MemoryFiles many_drafts() {
  MemoryFiles files;
  const std::vector<std::string> leads{"市水务局", "市生态环境局", "市住房和城乡建设局", "某某局"};
  for (std::size_t i = 0; i < 40; ++i)
    files.put("in/" + std::to_string(i % 7) + "/" + std::to_string(i) + ".txt",
              plan_of(i % 3 == 0 ? "苏州市" : "某地市", leads[i % leads.size()]) + "（三）清理第" +
                  std::to_string(i) + "号河道。清除漂浮物。（市水务局、" + leads[i % 3] +
                  "按职责分工负责）\n");
  return files;
}

TEST(DraftFiles, AreThoseOfAFolderInTheOrderOfTheirNames) {
  const MemoryFiles files{{"in/b/2.md", ""},    {"in/b/1.DOCX", ""},   {"in/a.txt", ""},
                          {"in/c.pdf", ""},     {"in/.git/x.txt", ""}, {"in/.hidden.txt", ""},
                          {"in/~$b.docx", ""},  {"in/b/~$1.docx", ""}, {"in/notes.xlsx", ""},
                          {"in/no-ending", ""}, {"out.txt", ""},       {"in/b.txt/deep.txt", ""}};
  const DraftFiles found = draft_files(files, {"in"});
  EXPECT_THAT(found.paths,
              ElementsAre("in/a.txt", "in/b/1.DOCX", "in/b/2.md", "in/b.txt/deep.txt", "in/c.pdf"));
  EXPECT_EQ(found.passed_over.hidden, 2U);
  EXPECT_EQ(found.passed_over.locks, 2U);
  EXPECT_EQ(found.passed_over.other_types, 2U);
  EXPECT_TRUE(found.failures.empty());
}

TEST(DraftFiles, AFileThatIsNamedIsTakenWhateverItIs) {
  const MemoryFiles files{{"in/a.txt", ""}, {"in/draft.wps", ""}};
  const DraftFiles found =
      draft_files(files, {"in/draft.wps", "in/a.txt", "in", "./in/a.txt", "-"});
  EXPECT_THAT(found.paths, ElementsAre("in/draft.wps", "in/a.txt", "-"));
  EXPECT_TRUE(found.failures.empty());
}

TEST(DraftFiles, AFolderWithoutDraftsIsTold) {
  const MemoryFiles files{{"in/x.xlsx", ""}};
  const DraftFiles found = draft_files(files, {"in"});
  ASSERT_EQ(found.failures.size(), 1U);
  EXPECT_EQ(found.failures[0].subject, "in");
  EXPECT_EQ(run_in_memory(files, {"check", "in"}).code, 2);
}

TEST(DraftFiles, LinksToFoldersAndPipesAreLeftAside) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "mingze_links";
  fs::remove_all(folder);
  fs::create_directories(folder / "inner");
  std::ofstream(folder / "inner" / "a.txt") << "x";
  fs::create_directory_symlink("..", folder / "inner" / "loop");
  fs::create_symlink("a.txt", folder / "inner" / "b.txt");
  const DraftFiles found = draft_files(DiskFiles(), {folder.string()});
  EXPECT_EQ(found.paths.size(), 2U);
  EXPECT_EQ(found.passed_over.special, 1U);
  fs::remove_all(folder);
}

TEST(CheckMany, TellsTheSameWhateverTheNumberOfThreads) {
  const MemoryFiles files = many_drafts();
  for (const char* format : {"json", "terminal"}) {
    const Ran one =
        run_in_memory(files, {"check", "in", "--why", "--jobs", "1", "--format", format});
    EXPECT_EQ(one.err, "");
    EXPECT_THAT(one.out, HasSubstr("against-other-text"));
    for (const char* jobs : {"2", "5", "100"}) {
      const Ran many =
          run_in_memory(files, {"check", "in", "--why", "--jobs", jobs, "--format", format});
      EXPECT_EQ(many.code, one.code);
      EXPECT_EQ(many.err, one.err);
      EXPECT_EQ(many.out, one.out);
    }
  }
}

/// A draft is told the same alone as among others, but for what it is told against these.
TEST(CheckMany, ADraftIsReadAsIfItWereAlone) {
  const MemoryFiles files = many_drafts();
  Checked all = check(files, {"in"});
  ASSERT_EQ(all.document["drafts"].size(), 40U);
  for (json& draft : all.document["drafts"]) {
    const Checked alone = check(files, {draft["name"]});
    json others = json::array();
    for (const json& finding : draft["findings"])
      if (finding["code"] != "against-other-text") others.push_back(finding);
    draft["findings"] = others;
    EXPECT_EQ(draft, alone.document["drafts"][0]);
  }
}

TEST(CheckMany, OneThatCannotBeReadDoesNotStopTheOthers) {
  const MemoryFiles files{{"in/a.txt", plan_led_by("市水务局")},
                          {"in/b.docx", "PK\x03\x04 truncated"},
                          {"in/c.txt", "\xFF\x80\x80"},
                          {"in/d.txt", plan_led_by("市水务局")}};
  const Checked ran = check(files, {"in", "missing.txt"});
  EXPECT_EQ(ran.code, 2);
  for (const char* name : {"in/b.docx", "in/c.txt", "missing.txt"})
    EXPECT_THAT(ran.err, HasSubstr(name));
  ASSERT_EQ(ran.document["drafts"].size(), 2U);
  EXPECT_EQ(ran.document["drafts"][1]["name"], "in/d.txt");
  EXPECT_EQ(ran.document["summary"]["drafts"], 2);
  EXPECT_EQ(ran.document["summary"]["unreadable"], 3);
  EXPECT_EQ(ran.document["summary"]["led"], 2);
}

TEST(CheckMany, SummaryCountsWhatIsFoundAndWhatIsPassedOver) {
  const MemoryFiles files{{"in/a.txt", plan_led_by("市水务局")},
                          {"in/b.txt", plan_led_by("市水务局、市生态环境局")},
                          {"in/~$b.docx", ""},
                          {"in/b.zip", ""},
                          {"in/c.zip", ""}};
  const json summary = check(files, {"in"}).document["summary"];
  EXPECT_EQ(summary["findings"]["joint-lead"], 1);
  EXPECT_EQ(summary["passed_over"]["locks"], 1);
  EXPECT_EQ(summary["passed_over"]["other_types"], 2);
  const Ran terminal = run_in_memory(files, {"check", "in"});
  EXPECT_THAT(terminal.out, HasSubstr("文稿 2 份，略过 3（锁文件 ~$ 1，其他类型 2）\n"
                                      "共 2 项：已明确牵头 2\n"));
  EXPECT_THAT(terminal.out, HasSubstr("joint-lead"));
  EXPECT_THAT(terminal.out, HasSubstr("in/a.txt\n苏州市水污染防治工作方案\n"));
}

TEST(OtherText, TellsTheLaterOfTwoWithFileAndLineOfTheEarlier) {
  const MemoryFiles files{{"in/1.txt", plan_led_by("市水务局")},
                          {"in/2.txt", plan_led_by("市生态环境局")}};
  const Checked ran = check(files, {"in"});
  EXPECT_THAT(ran.codes(0), ElementsAre());
  ASSERT_THAT(ran.codes(1), ElementsAre("against-other-text"));
  const json& finding = ran.document["drafts"][1]["findings"][0];
  EXPECT_EQ(finding["span"]["line"], 4);
  EXPECT_EQ(finding["severity"], "warning");
  ASSERT_EQ(finding["related"].size(), 1U) << finding.dump(1);
  EXPECT_EQ(finding["related"][0]["file"], "in/1.txt");
  EXPECT_EQ(finding["related"][0]["line"], 4);
  EXPECT_THAT(finding["message"], HasSubstr("那里是市水务局，这里是市生态环境局"));
  const Ran terminal = run_in_memory(files, {"check", "in"});
  EXPECT_THAT(terminal.out, HasSubstr("in/1.txt:4"));
}

TEST(OtherText, LeavesDraftsOfOtherPlacesAlone) {
  const MemoryFiles files{
      {"1.txt", plan_of("苏州市", "市水务局")}, {"2.txt", plan_of("无锡市", "市生态环境局")},
      {"3.txt", plan_of("江苏省", "省水利厅")}, {"4.txt", plan_of("", "生态环境部")},
      {"5.txt", plan_of("某地县", "县水务局")}, {"6.txt", plan_of("他地县", "县生态环境局")}};
  const Checked ran = check(files, {"1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt"});
  for (std::size_t draft = 0; draft < 6; ++draft)
    EXPECT_THAT(ran.codes(draft), Not(testing::Contains("against-other-text"))) << draft;
}

TEST(OtherText, GoesByThePlaceThatIsGiven) {
  const MemoryFiles files{{"1.txt", plan_of("", "市水务局")},
                          {"2.txt", plan_of("", "市生态环境局")}};
  EXPECT_THAT(check(files, {"1.txt", "2.txt"}).codes(1), ElementsAre());
  EXPECT_THAT(check(files, {"1.txt", "2.txt", "--at", "苏州市"}).codes(1),
              ElementsAre("against-other-text"));
}

TEST(OtherText, TellsOfThoseThatAgreeOnlyTheFirst) {
  MemoryFiles files;
  for (int i = 0; i < 5; ++i) files.put("in/" + std::to_string(i), plan_led_by("市水务局"));
  files.put("in/9", plan_led_by("市生态环境局"));
  const Checked ran = check(files, {"in/0", "in/1", "in/2", "in/3", "in/4", "in/9"});
  ASSERT_EQ(ran.codes(5).size(), 1U);
  EXPECT_EQ(ran.document["drafts"][5]["findings"][0]["related"][0]["file"], "in/0");
}

/// The texts that the page quotes under a heading.
std::string quoted(const std::string& page, const std::string& heading) {
  std::istringstream lines(page);
  std::string out;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("**")) inside = line.starts_with("**" + heading + "**");
    if (inside && line.starts_with(">")) out += (line.size() > 2 ? line.substr(2) : "") + "\n";
  }
  return out;
}

TEST(OtherText, IsAsItsPageSays) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/findings/against-other-text.md");
  ASSERT_TRUE(page.ok());
  MemoryFiles files{{"in/1.txt", quoted(page.value(), "一份文稿")},
                    {"in/2.txt", quoted(page.value(), "另一份文稿")}};
  EXPECT_THAT(check(files, {"in"}).codes(1), ElementsAre("against-other-text"));
  files.put("in/2.txt", quoted(page.value(), "改法"));
  EXPECT_THAT(check(files, {"in"}).codes(1), ElementsAre());
}

}  // namespace
}  // namespace mingze::app
