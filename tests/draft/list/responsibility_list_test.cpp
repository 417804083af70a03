#include "draft/list/responsibility_list.hpp"

#include <gmock/gmock.h>

#include "draft/list/list_item.hpp"
#include "draft/sheet/read_sheets.hpp"
#include "tests/draft/sheet/sheet_file.hpp"
#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ResponsibilityList read(const std::string& bytes) {
  const auto sheets = read_sheets(bytes, "list");
  EXPECT_TRUE(sheets.ok() && !sheets.value().empty());
  const Sheet& sheet = sheets.value().front();
  const auto laid = laid_out(sheet, "list");
  EXPECT_TRUE(laid.ok());
  const Document document({0}, laid.value().text, laid.value().rows);
  return read_responsibility_list(sheet, laid.value(), document, small_lexicon());
}

std::string names(const std::vector<Mention>& mentions) {
  std::string out;
  for (const Mention& mention : mentions) out += (out.empty() ? "" : "、") + mention.text;
  return out;
}

/// 4 清淤: 市水利局 + 市财政局.
std::string told(const ResponsibilityList& table) {
  std::string out;
  for (const ListedDuty& entry : table.entries) {
    out += std::to_string(entry.row) + " ";
    for (const std::string& name : entry.names) out += (&name == &entry.names[0] ? "" : "|") + name;
    out += ": " + names(entry.lead) +
           (entry.cooperating.empty() ? "" : " + " + names(entry.cooperating)) + "\n";
  }
  return out;
}

TEST(ResponsibilityList, HeadsBelowATitle) {
  const ResponsibilityList table = read(
      "澜江市生态环境保护责任清单,,,,\n\n序号,类别,具体事项,牵头部门,配合部门\n"
      "一、水污染防治,,,,\n1,水,船舶污染防治,市交通运输局,\"市生态环境局、市水利局\"\n"
      "2,水,河道清淤,市水利局,\n3,水,岸线修复,,市财政局\n4,水,绿化,市水利局,\n");
  EXPECT_EQ(told(table),
            "5 船舶污染防治: 市交通运输局 + 市生态环境局、市水利局\n6 河道清淤: 市水利局\n");
  EXPECT_THAT(table.title, HasSubstr("澜江市生态环境保护责任清单"));
  EXPECT_THAT(table.without_lead, ElementsAre(7));
  EXPECT_THAT(table.without_name, ElementsAre(8));
  EXPECT_FALSE(table.lacks);
}

TEST(ResponsibilityList, HeadsInTwoRowsWithMergedCells) {
  const SheetFile file{.sheets = {{text_rows({{"序号", "事项", "责任部门", ""},
                                              {"", "", "牵头", "配合"},
                                              {"1", "船舶污染防治", "市交通运输局", "市水利局"},
                                              {"2", "", "市财政局", ""},
                                              {"3", "港口岸电建设", "市发展改革委", ""}}),
                                   {"A1:A2", "B1:B2", "C1:D1", "B3:B4"}}}};
  EXPECT_EQ(told(read(file.bytes())),
            "3 船舶污染防治: 市交通运输局 + 市水利局\n4 船舶污染防治: 市财政局\n"
            "5 港口岸电建设: 市发展改革委\n");
  EXPECT_EQ(told(read("事项,责任分工,\n,牵头部门,配合部门\n河道清淤,市水利局,市财政局\n")),
            "3 河道清淤: 市水利局 + 市财政局\n");
}

TEST(ResponsibilityList, ResponsibleBodies) {
  const ResponsibilityList table = read(
      "责任单位\t生态环境保护责任事项\n市水利局\t河道清淤\n市水利局、市财政局\t岸线修复\n"
      "市水利局（牵头）、市财政局\t水质监测\n各部门\t节约用水\n");
  EXPECT_EQ(told(table), "2 河道清淤: 市水利局\n4 水质监测: 市水利局 + 市财政局\n");
  EXPECT_THAT(table.without_lead, ElementsAre(3, 5));
}

TEST(ResponsibilityList, StackedNamesAndLaterHeads) {
  const SheetFile file{.sheets = {{text_rows({{"工作事项", "牵头单位"},
                                              {"河道清淤", "市水利局\n市财政局"},
                                              {"牵头单位", "事项名称"},
                                              {"市公安局", "噪声扰民查处"}})}}};
  EXPECT_EQ(told(read(file.bytes())), "2 河道清淤: 市水利局、市财政局\n4 噪声扰民查处: 市公安局\n");
}

/// Each column is a body's: such a list is not read, and no row of it is lost unsaid.
TEST(ResponsibilityList, RolesBelowNamesOfBodiesAreNoSecondRowOfHeads) {
  const ResponsibilityList table =
      read("序号,事项,市水利局,市财政局\n1,河道清淤,牵头,配合\n2,岸线修复,配合,牵头\n");
  EXPECT_EQ(told(table), "");
  ASSERT_TRUE(table.lacks);
  EXPECT_THAT(table.lacks->message.zh, HasSubstr("“序号”“事项”“市水利局”“市财政局”"));
}

TEST(ResponsibilityList, WithoutHeadsItSaysWhichRowWasRead) {
  const ResponsibilityList table = read("澜江市清单\n名称,联系人,电话\n河道清淤,张三,1\n");
  ASSERT_TRUE(table.lacks);
  EXPECT_EQ(table.lacks->row, 2U);
  EXPECT_THAT(table.lacks->message.zh, HasSubstr("“名称”“联系人”“电话”"));
  EXPECT_THAT(table.lacks->message.en, HasSubstr("no heads are recognised"));
  EXPECT_TRUE(read("牵头部门,配合部门\n市水利局,市财政局\n").lacks);
  EXPECT_TRUE(read("河道清淤\n").lacks);
}

TEST(ListItem, NumbersStopsRemarksAndTaskWords) {
  EXPECT_THAT(
      items_of_cell(" 1. 负责餐饮油烟污染防治（含露天烧烤）工作。"),
      ElementsAre(ElementsAre("负责餐饮油烟污染防治（含露天烧烤）工作", "负责餐饮油烟污染防治工作",
                              "餐饮油烟污染防治（含露天烧烤）", "餐饮油烟污染防治")));
  EXPECT_THAT(items_of_cell("船舶污染防治：指导港口企业接收污染物。"),
              ElementsAre(ElementsAre("船舶污染防治")));
  EXPECT_THAT(
      items_of_cell("（一）河道清淤；（二）岸线修复；③水质监测"),
      ElementsAre(ElementsAre("河道清淤"), ElementsAre("岸线修复"), ElementsAre("水质监测")));
  EXPECT_THAT(items_of_cell("2.5微米颗粒物监测"), ElementsAre(ElementsAre("2.5微米颗粒物监测")));
  EXPECT_THAT(items_of_cell("绿化"), ElementsAre(IsEmpty()));
}

}  // namespace
}  // namespace mingze::draft
