// `mingze check --list`: drafts against a place's own list of responsibilities.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"
#include "tests/draft/sheet/sheet_file.hpp"

namespace mingze::app {
namespace {

using nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

const std::string plan =
    "澜江市水污染防治方案\n\n"
    "（一）船舶污染防治。建设接收设施。（市生态环境局牵头，市水利局配合）\n"
    "（二）试验河段整治。清理河段。（市水利局、市财政局按职责分工负责）\n"
    "（三）试验管网排查。（市排水管理处牵头）\n";

std::string workbook() {
  return draft::SheetFile{
      .sheets = {{draft::text_rows({{"填表说明"}, {"本表由各部门填写"}}), {}, "说明"},
                 {draft::text_rows({{"澜江市责任清单"},
                                    {"序号", "事项", "牵头部门", "配合部门"},
                                    {"1", "船舶污染防治", "市交通运输局", "市水利局"},
                                    {"2", "试验河段整治工作", "市水利局", ""},
                                    {"3", "试验管网排查", "市排水管理处", ""}}),
                  {"A1:D1"},
                  "水"}}}
      .bytes();
}

ordered_json findings(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), {"--format", "json"});
  const Ran ran = run_in_memory(files, arguments);
  const auto document = ordered_json::parse(ran.out, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << ran.out << ran.err;
  return document["drafts"][0]["findings"];
}

ordered_json one(const ordered_json& all, const std::string& code) {
  for (const auto& finding : all)
    if (finding["code"] == code) return finding;
  return {};
}

TEST(CheckList, ALeadThatDiffersIsToldWithTheRow) {
  const auto found =
      one(findings({{"d.txt", plan}, {"清单.xlsx", workbook()}}, {"d.txt", "--list", "清单.xlsx"}),
          "against-list");
  ASSERT_TRUE(found.is_object());
  EXPECT_EQ(found["basis"][1]["source"], "清单.xlsx#水");
  EXPECT_EQ(found["basis"][1]["clause"], "第 3 行");
  EXPECT_EQ(found["related"][0]["file"], "清单.xlsx#水");
  EXPECT_EQ(found["related"][0]["line"], 3);
  EXPECT_EQ(found["suggestions"][0]["replacement"], "市交通运输局");
  EXPECT_EQ(plan.substr(found["suggestions"][0]["span"]["start"], 18), "市生态环境局");
}

TEST(CheckList, TheLeadIsSuggestedFromIt) {
  const auto found =
      one(findings({{"d.txt", plan}, {"清单.xlsx", workbook()}}, {"d.txt", "--list", "清单.xlsx"}),
          "lead-missing");
  ASSERT_TRUE(found.is_object());
  EXPECT_THAT(found["suggestions"][0]["message"].get<std::string>(),
              HasSubstr("清单.xlsx#水 第 4 行"));
  EXPECT_EQ(found["suggestions"][0]["replacement"], "市水利局牵头，市财政局配合");
}

TEST(CheckList, BodiesOfTheListAreKnownInTheDraft) {
  const MemoryFiles files{{"d.txt", plan}, {"清单.xlsx", workbook()}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "--list", "清单.xlsx"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("本次使用了 清单.xlsx（文稿制发地的责任清单，3 项）"));
  EXPECT_THAT(ran.err, HasSubstr("没有责任清单的表头，未读：说明"));
  EXPECT_THAT(ran.err, HasSubstr("按本地机构对待：市排水管理处"));
  std::string other = plan;
  other.replace(other.find("市排水管理处"), std::string("市排水管理处").size(), "市水利局");
  const auto found =
      findings({{"d.txt", other}, {"清单.xlsx", workbook()}}, {"d.txt", "--list", "清单.xlsx"});
  int against = 0;
  for (const auto& finding : found) against += finding["code"] == "against-list" ? 1 : 0;
  EXPECT_EQ(against, 2);
}

TEST(CheckList, AListOfAnotherPlaceDoesNotReachTheDraft) {
  const MemoryFiles files{{"d.txt", plan},
                          {"苏州市清单.csv", "事项,牵头部门\n船舶污染防治,市交通运输局\n"},
                          {"江苏.csv", "江苏省责任清单\n事项,牵头部门\n船舶污染防治,交通运输厅\n"}};
  EXPECT_TRUE(
      one(findings(files, {"d.txt", "--list", "苏州市清单.csv"}), "against-list").is_null());
  const MemoryFiles in_province{
      {"d.txt", "苏州市水污染防治方案\n" + plan.substr(plan.find("\n\n"))},
      {"江苏.csv", files.read("江苏.csv").value()}};
  EXPECT_EQ(one(findings(in_province, {"d.txt", "--list", "江苏.csv"}),
                "against-list")["basis"][1]["clause"],
            "第 3 行");
}

TEST(CheckList, AWordListAndOneOfTwoLeads) {
  const draft::WordFile list{
      draft::paragraph(draft::run("责任清单")) +
      draft::table(draft::row(draft::cell("责任事项") + draft::cell("责任单位")) +
                   draft::row(draft::cell("船舶污染防治") + draft::cell("市交通运输局牵头")) +
                   draft::row(draft::cell("船舶污染防治") + draft::cell("市生态环境局")))};
  EXPECT_TRUE(
      one(findings({{"d.txt", plan}, {"l.docx", list.bytes()}}, {"d.txt", "--list", "l.docx"}),
          "against-list")
          .is_null());
}

TEST(CheckList, WithoutHeadsItIsAnErrorAtTheRow) {
  const MemoryFiles files{{"d.txt", plan}, {"l.csv", "通讯录\n姓名,电话\n张三,1\n"}, {"e.csv", ""}};
  const Ran zh = run_in_memory(files, {"check", "d.txt", "--list", "l.csv"});
  EXPECT_EQ(zh.code, 2);
  EXPECT_EQ(zh.out, "");
  EXPECT_THAT(zh.err, HasSubstr("l.csv:2:1"));
  EXPECT_THAT(zh.err, HasSubstr("应有一列“牵头部门”“牵头单位”或“责任单位”"));
  EXPECT_THAT(zh.err, HasSubstr("“姓名”“电话”"));
  const Ran en = run_in_memory(files, {"check", "d.txt", "--list", "e.csv"}, "en_US.UTF-8");
  EXPECT_EQ(en.code, 2);
  EXPECT_THAT(en.err, HasSubstr("there is no table in it"));
  EXPECT_EQ(run_in_memory(files, {"check", "d.txt", "--list", "none.xlsx"}).code, 2);
}

TEST(CheckList, DoubtfulNamesAreToldAndNotUsed) {
  const MemoryFiles files{
      {"d.txt", plan},
      {"l.csv", "事项,牵头部门\n船舶污染防治,市生态环竟局\n试验河段整治,见附件\n"}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "--list", "l.csv"});
  EXPECT_THAT(ran.err, HasSubstr("市生态环竟局（生态环境局？）"));
  EXPECT_THAT(ran.err, HasSubstr("见附件"));
  EXPECT_THAT(ran.out, Not(HasSubstr("against-list")));
}

}  // namespace
}  // namespace mingze::app
