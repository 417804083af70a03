#include "draft/clause/row_cells.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

/// The words of the cells of a row under those of a head, empty ones as a dash.
std::string laid(const std::string& head, const std::string& row) {
  const Document document({0}, head + "\n" + row + "\n");
  const auto& lines = document.paragraphs();
  if (lines.size() != 2) return "not two lines";
  std::string out;
  for (const Range cell :
       under_head(row_cells(document, lines[1].range), row_cells(document, lines[0].range)))
    out += (out.empty() ? "" : " ") + (cell.empty() ? "-" : document.words(cell));
  return out;
}

TEST(RowCells, PipesKeepEmptyCells) {
  EXPECT_EQ(laid("| 序号 | 任务 | 牵头单位 |", "| 1 |  | 水利局 |"), "1 - 水利局");
  EXPECT_EQ(laid("| 序号 | 任务 | 牵头单位 |", "| 1 | 供水 | |"), "1 供水 -");
}

TEST(RowCells, EveryTabIsACellsEnd) {
  EXPECT_EQ(laid("序号\t任务\t牵头单位\t配合单位", "3\t油烟治理\t\t城管局"), "3 油烟治理 - 城管局");
  EXPECT_EQ(laid("序号\t任务\t牵头单位\t配合单位", "\t\t水利局\t财政局"), "- - 水利局 财政局");
  EXPECT_EQ(laid("序号\t任务\t牵头单位\t配合单位", "3\t油烟治理\t城管局"), "3 油烟治理 城管局");
}

TEST(RowCells, MoreTabsThanTheHeadHasAreThereForTheLook) {
  EXPECT_EQ(laid("序号\t任务\t牵头单位", "1\t\t供水\t\t\t水利局"), "1 供水 水利局");
  EXPECT_EQ(laid("序号\t\t任务\t牵头单位", "1\t\t\t供水\t\t水利局"), "1 - 供水 水利局");
}

TEST(RowCells, BlanksPlaceACellUnderItsHead) {
  const std::string head = "序号  任务            牵头单位    配合单位";
  EXPECT_EQ(laid(head, "2     噪声扰民整治    公安局"), "2 噪声扰民整治 公安局 -");
  EXPECT_EQ(laid(head, "3     油烟治理                    城管局"), "3 油烟治理 - 城管局");
  EXPECT_EQ(laid("  " + head, "                    公安局      城管局"), "- - 公安局 城管局");
  EXPECT_EQ(laid(head, "4  供水  水利局  财政局"), "4 供水 水利局 财政局");
}

TEST(RowCells, BlanksThatPlaceTwoCellsAlikeCountInOrder) {
  EXPECT_EQ(laid("序号  任务            牵头单位    配合单位", "5  供水  水利局"), "5 供水 水利局");
}

}  // namespace
}  // namespace mingze::draft
