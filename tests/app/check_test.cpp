#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::ordered_json;
using testing::HasSubstr;

const std::string draft =
    "某市河道整治方案\n\n一、主要任务\n"
    "（一）清理河道。清除漂浮物。（市水务局牵头，市财政局配合）\n"
    "（二）修复护岸。修复破损护岸。（市水务局、市财政局按职责分工负责）\n";

ordered_json checked(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), {"--format", "json"});
  return ordered_json::parse(run_in_memory(files, arguments).out);
}

TEST(Check, ReadsItemsWithTheirPlaces) {
  const auto document = checked({{"d.txt", draft}}, {"d.txt"});
  const auto& one = document["drafts"][0];
  EXPECT_EQ(one["name"], "d.txt");
  EXPECT_EQ(one["title"], "某市河道整治方案");
  ASSERT_EQ(one["items"].size(), 2U);
  EXPECT_EQ(one["items"][0]["status"], "led");
  EXPECT_EQ(one["items"][1]["status"], "missing-lead");
  const auto& lead = one["items"][0]["lead"][0];
  EXPECT_EQ(lead["text"], "市水务局");
  EXPECT_EQ(draft.substr(lead["span"]["start"], 12), "市水务局");
  EXPECT_EQ(lead["span"]["line"], 4);
  EXPECT_EQ(document["summary"]["errors"], 1);
  EXPECT_EQ(one["findings"][0]["code"], "lead-missing");
  EXPECT_EQ(one["findings"][0]["item"], "i2");
}

TEST(Check, FingerprintsSurviveEditsElsewhere) {
  const auto before = checked({{"d.txt", draft}}, {"d.txt"});
  std::string edited = draft;
  edited.insert(edited.find("（一）"), "（零）先行试点。在两条河先行试点。（市水务局牵头）\n");
  const auto after = checked({{"d.txt", edited}}, {"d.txt"});
  const auto fingerprint = [](const ordered_json& document) {
    for (const auto& finding : document["drafts"][0]["findings"])
      if (finding["code"] == "lead-missing") return finding["fingerprint"].get<std::string>();
    return std::string();
  };
  EXPECT_EQ(fingerprint(before).size(), 16U);
  EXPECT_EQ(fingerprint(before), fingerprint(after));
}

TEST(Check, AllowedFindingsAreCounted) {
  const MemoryFiles files{{"d.txt", draft}};
  EXPECT_EQ(run_in_memory(files, {"check", "d.txt"}).code, 1);
  const Ran ran = run_in_memory(files, {"check", "d.txt", "--allow", "lead-missing"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("按 --allow 或 明责.tsv 未列出 1"));
  const auto document = checked(files, {"d.txt", "--allow", "lead-missing"});
  EXPECT_EQ(document["summary"]["silenced"]["lead-missing"], 1);
  EXPECT_EQ(document["summary"]["errors"], 0);
}

TEST(Check, AnUnreadableDraftIsAnErrorAndTheOthersAreRead) {
  const MemoryFiles files{{"d.txt", draft}, {"e.docx", "PK\x03\x04zip"}};
  const Ran ran = run_in_memory(files, {"check", "e.docx", "d.txt", "none.txt"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("e.docx:1:1: error: "));
  EXPECT_THAT(ran.err, HasSubstr("none.txt:1:1: error: "));
  EXPECT_THAT(ran.out, HasSubstr("某市河道整治方案"));
}

TEST(Check, NamedPacksAddTheirFindings) {
  const MemoryFiles files{{"d.txt", draft},
                          {"mine/m.mz",
                           "finding too-short note \"{I} is short\" | \"“{I}”太短\" on I\n"
                           "  if I has status S."}};
  const auto document = checked(files, {"d.txt", "--pack", "mine"});
  EXPECT_EQ(document["summary"]["notes"], 2) << document.dump(1);
  EXPECT_EQ(document["summary"]["errors"], 1) << "the built-in checks are still there";
}

/// The findings' codes with their words.
std::string codes(const ordered_json& document) {
  std::string out;
  for (const auto& finding : document["drafts"][0]["findings"])
    out += finding["code"].get<std::string>() + " ";
  return out;
}

TEST(Check, NamesAreJudgedAsOfTheDraftUnlessADayIsGiven) {
  const std::string text = "关于清理河道的通知\n\n一、清理河道。（县环保局牵头）\n\n县人民政府\n";
  const MemoryFiles files{{"old.txt", text + "2016年5月28日\n"}, {"new.txt", text}};
  EXPECT_EQ(codes(checked(files, {"old.txt"})), "");
  EXPECT_EQ(codes(checked(files, {"new.txt"})), "old-name ");
  EXPECT_EQ(codes(checked(files, {"old.txt", "--as-of", "2026-01-01"})), "old-name ");
  EXPECT_EQ(codes(checked(files, {"new.txt", "--as-of", "2016-01-01"})), "");
}

TEST(Check, WhereADraftIsIssuedMayBeGiven) {
  const MemoryFiles files{{"d.txt",
                           "清理河道\n\n一、清理河道。（省水利厅牵头）\n"
                           "二、清理岸线。（县水利局牵头）\n"}};
  EXPECT_EQ(codes(checked(files, {"d.txt"})), "");
  const auto there = checked(files, {"d.txt", "--at", "江苏省"});
  EXPECT_EQ(there["drafts"][0]["jurisdiction"], "江苏省");
  EXPECT_EQ(codes(there), "");
  const Ran unknown = run_in_memory(files, {"check", "d.txt", "--at", "无此县"});
  EXPECT_THAT(unknown.err, HasSubstr("没有“无此县”"));
}

TEST(Check, AFindingCanBeAskedWhy) {
  const MemoryFiles files{
      {"d.txt", "澜江市水资源方案\n\n（一）取水许可管理。核定水量。（市财政局、市水利局负责）\n"}};
  const auto without = checked(files, {"d.txt"});
  EXPECT_FALSE(without["drafts"][0]["findings"][0].contains("why"));
  const auto document = checked(files, {"d.txt", "--why"});
  const auto& finding = document["drafts"][0]["findings"][0];
  EXPECT_EQ(finding["code"], "lead-missing");
  EXPECT_EQ(finding["why"]["by"], "finding lead-missing");
  EXPECT_EQ(finding["why"]["from"][0]["file"], "d.txt");
  EXPECT_EQ(finding["why"]["from"][0]["line"], 3);
  const auto& lead = finding["suggestions"][0]["why"][0];
  EXPECT_EQ(lead["by"], "rule offered-for-what-it-is");
  EXPECT_THAT(lead.dump(), HasSubstr("approver-leads"));
  const Ran told = run_in_memory(files, {"check", "d.txt", "--why"});
  EXPECT_THAT(told.out, HasSubstr("为什么报告"));
  EXPECT_THAT(told.out, HasSubstr("谁审批谁负责"));
}

TEST(Check, TheSameBytesTwiceAndInAnyLocale) {
  const MemoryFiles files{{"d.txt", draft}};
  const Ran one = run_in_memory(files, {"check", "d.txt", "--lang", "zh"}, "zh_CN.UTF-8");
  const Ran other = run_in_memory(files, {"check", "d.txt", "--lang", "zh"}, "de_DE.UTF-8");
  EXPECT_EQ(one.out, other.out);
}

TEST(Check, ADraftThatAssignsNothingIsNotCalledFlawless) {
  const MemoryFiles files{{"in/a.txt", "今天天气很好。\n"}, {"in/b.txt", "明天也好。\n"}};
  const Ran one = run_in_memory(files, {"check", "in/a.txt"});
  EXPECT_EQ(one.code, 0);
  EXPECT_THAT(one.out, HasSubstr("没有读到布置任务或者写明责任的内容"));
  EXPECT_THAT(one.out, Not(HasSubstr("没有发现问题")));
  EXPECT_THAT(run_in_memory(files, {"check", "in", "--format", "html"}).out,
              HasSubstr("没有读到布置任务"));
  EXPECT_THAT(run_in_memory(files, {"check", "in"}).out, HasSubstr("没有读到布置任务"));
}

TEST(Check, AFileWithoutTextIsAnError) {
  const MemoryFiles files{{"in/a.txt", ""}, {"in/b.txt", " \n\n\xEF\xBB\xBF\xE3\x80\x80\n"}};
  for (const char* path : {"in/a.txt", "in/b.txt"}) {
    const Ran ran = run_in_memory(files, {"check", path});
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("里面没有文字"));
  }
}

TEST(Check, AWrongCommandLineLeadsToTheHelpOfTheCommand) {
  const Ran ran = run_in_memory({}, {"check", "a.txt", "--fromat", "json"});
  EXPECT_THAT(ran.err, HasSubstr("用法见 mingze check --help\n"));
}

}  // namespace
}  // namespace mingze::app
