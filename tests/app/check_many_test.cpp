// Many drafts in one run: folders, what is passed over, what can't be read, the summary of all, and
// drafts against each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/session/draft_files.hpp"
#include "tests/app/quoted.hpp"
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

TEST(OtherText, TellsBothWithFileAndLineOfTheOther) {
  const MemoryFiles files{{"in/1.txt", plan_led_by("市水务局")},
                          {"in/2.txt", "\n" + plan_led_by("市生态环境局")}};
  const Checked ran = check(files, {"in"});
  const std::vector<std::string> said{"那里是市生态环境局，这里是市水务局",
                                      "那里是市水务局，这里是市生态环境局"};
  for (std::size_t draft = 0; draft < 2; ++draft) {
    const std::size_t other = 1 - draft;
    ASSERT_THAT(ran.codes(draft), ElementsAre("against-other-text"));
    const json& finding = ran.document["drafts"][draft]["findings"][0];
    EXPECT_EQ(finding["span"]["line"], 4 + draft);
    EXPECT_EQ(finding["severity"], "warning");
    ASSERT_EQ(finding["related"].size(), 1U) << finding.dump(1);
    EXPECT_EQ(finding["related"][0]["file"], ran.document["drafts"][other]["name"]);
    EXPECT_EQ(finding["related"][0]["line"], 4 + other);
    EXPECT_THAT(finding["message"], HasSubstr(said[draft]));
  }
  const Ran terminal = run_in_memory(files, {"check", "in"});
  EXPECT_THAT(terminal.out, HasSubstr("in/1.txt:4"));
  EXPECT_THAT(terminal.out, HasSubstr("in/2.txt:5"));
}

TEST(OtherText, TellsEachOfSeveralItems) {
  const auto plan = [](const std::string& lead) {
    return plan_led_by(lead) + "（二）清理河道垃圾（" + lead + "牵头，市财政局配合）\n" +
           "（三）治理工业废水\n责任单位：" + lead + "\n";
  };
  const MemoryFiles files{{"in/1.txt", plan("市水务局")}, {"in/2.txt", plan("市生态环境局")}};
  const Checked ran = check(files, {"in"});
  for (std::size_t draft = 0; draft < 2; ++draft) {
    const json& findings = ran.document["drafts"][draft]["findings"];
    ASSERT_EQ(findings.size(), 3U) << findings.dump(1);
    EXPECT_THAT(findings[0]["message"], testing::StartsWith("“整治入河排污口”在"));
    EXPECT_THAT(findings[1]["message"], testing::StartsWith("“清理河道垃圾”在"));
    EXPECT_THAT(findings[2]["message"], testing::StartsWith("“治理工业废水”在"));
  }
}

TEST(OtherText, SaysTheSameInWhateverOrderTheFilesAreNamed) {
  MemoryFiles files;
  const std::vector<std::string> leads{"市水务局", "市生态环境局", "市财政局", "市教育局",
                                       "市公安局"};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    names.push_back(std::to_string(i) + ".txt");
    files.put(names.back(), plan_led_by(leads[i]));
  }
  const auto by_name = [&] {
    std::map<std::string, json> out;
    const Checked ran = check(files, names);
    for (const json& draft : ran.document["drafts"]) out[draft["name"]] = draft;
    return out;
  };
  const auto first = by_name();
  for (const auto& [name, draft] : first) EXPECT_EQ(draft["findings"].size(), 3U) << name;
  std::reverse(names.begin(), names.end());
  EXPECT_EQ(by_name(), first);
}

TEST(OtherText, LeavesDraftsOfOtherPlacesAlone) {
  const MemoryFiles files{
      {"1.txt", plan_of("苏州市", "市水务局")}, {"2.txt", plan_of("无锡市", "市生态环境局")},
      {"3.txt", plan_of("江苏省", "省水利厅")}, {"4.txt", plan_of("国家", "生态环境部")},
      {"5.txt", plan_of("某地县", "县水务局")}, {"6.txt", plan_of("他地县", "县生态环境局")}};
  const Checked ran = check(files, {"1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt"});
  for (std::size_t draft = 0; draft < 6; ++draft)
    EXPECT_THAT(ran.codes(draft), Not(testing::Contains("against-other-text"))) << draft;
}

/// Whether drafts of these names that tell these places and leads are told against each other.
bool are_told(const std::vector<std::array<std::string, 3>>& drafts,
              const std::vector<std::string>& options = {}) {
  MemoryFiles files;
  std::vector<std::string> arguments;
  for (const auto& [name, place, lead] : drafts) {
    files.put(name, plan_of(place, lead));
    arguments.push_back(name);
  }
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Checked ran = check(files, arguments);
  return testing::Matches(testing::Contains("against-other-text"))(ran.codes(drafts.size() - 1));
}

TEST(OtherText, GoesByThePlaceThatIsGiven) {
  EXPECT_TRUE(are_told({{"1.txt", "苏州市", "市水务局"}, {"2.txt", "无锡市", "市生态环境局"}},
                       {"--at", "苏州市"}));
}

TEST(OtherText, DraftsThatTellNoPlaceAreOfOne) {
  EXPECT_TRUE(are_told({{"1.txt", "", "市水务局"}, {"2.txt", "", "市生态环境局"}}));
  EXPECT_TRUE(are_told({{"1.txt", "", "水务局"}, {"2.txt", "全市", "市生态环境局"}}));
  EXPECT_FALSE(are_told({{"1.txt", "", "县水务局"}, {"2.txt", "", "省生态环境厅"}}));
  EXPECT_FALSE(are_told({{"1.txt", "全县", "水务局"}, {"2.txt", "我市", "生态环境局"}}));
}

TEST(OtherText, ADraftThatTellsNoPlaceIsOfTheOnlyOneThatItMayBeOf) {
  EXPECT_TRUE(are_told({{"1.txt", "苏州市", "市水务局"}, {"2.txt", "", "市生态环境局"}}));
  EXPECT_FALSE(are_told({{"1.txt", "苏州市", "市水务局"}, {"2.txt", "", "县生态环境局"}}));
  EXPECT_TRUE(are_told({{"0.txt", "江苏省", "省水利厅"},
                        {"1.txt", "苏州市", "市水务局"},
                        {"2.txt", "", "市生态环境局"}}));
  EXPECT_FALSE(are_told({{"0.txt", "无锡市", "市水利局"},
                         {"1.txt", "苏州市", "市水务局"},
                         {"2.txt", "", "市生态环境局"}}));
}

TEST(OtherText, TheNameOfTheFileTellsThePlaceWhereTheTitleDoesNot) {
  EXPECT_TRUE(are_told({{"苏州市甲.txt", "", "水务局"}, {"01-苏州市乙.txt", "", "环境局"}}));
  EXPECT_TRUE(are_told({{"方案（苏州市）.txt", "", "水务局"}, {"乙.txt", "苏州市", "环境局"}}));
  EXPECT_FALSE(are_told({{"苏州市.txt", "", "市水务局"}, {"无锡市.txt", "", "市生态环境局"}}));
  EXPECT_FALSE(are_told({{"某甲县.txt", "", "县水务局"}, {"某乙县.txt", "", "县生态环境局"}}));
  EXPECT_FALSE(are_told({{"苏州市甲.txt", "", "市水务局"}, {"苏州市乙.txt", "无锡市", "环境局"}}));
  EXPECT_TRUE(are_told({{"社区.txt", "", "市水务局"}, {"市场.txt", "", "市生态环境局"}}));
}

TEST(OtherText, NamesOfLeadsTellThePlaceWhereNothingElseDoes) {
  EXPECT_TRUE(are_told({{"1.txt", "", "苏州市水务局"}, {"2.txt", "", "苏州市生态环境局"}}));
  EXPECT_FALSE(are_told({{"1.txt", "", "苏州市水务局"}, {"2.txt", "", "无锡市生态环境局"}}));
}

TEST(OtherText, TellsOfThoseThatAgreeOnlyTheFirst) {
  MemoryFiles files;
  for (int i = 0; i < 5; ++i) files.put("in/" + std::to_string(i), plan_led_by("市水务局"));
  files.put("in/9", plan_led_by("市生态环境局"));
  const Checked ran = check(files, {"in/0", "in/1", "in/2", "in/3", "in/4", "in/9"});
  ASSERT_EQ(ran.codes(5).size(), 1U);
  EXPECT_EQ(ran.document["drafts"][5]["findings"][0]["related"][0]["file"], "in/0");
}

TEST(OtherText, IsAsItsPageSays) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/findings/against-other-text.md");
  ASSERT_TRUE(page.ok());
  MemoryFiles files{{"in/1.txt", quoted_after(page.value(), "一份文稿")},
                    {"in/2.txt", quoted_after(page.value(), "另一份文稿")}};
  for (const std::size_t draft : {0U, 1U})
    EXPECT_THAT(check(files, {"in"}).codes(draft), ElementsAre("against-other-text"));
  files.put("in/2.txt", quoted_after(page.value(), "改法"));
  EXPECT_THAT(check(files, {"in"}).codes(1), ElementsAre());
}

}  // namespace
}  // namespace mingze::app
