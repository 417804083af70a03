#include "draft/clause/names.hpp"

#include <gtest/gtest.h>

#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

std::string names_in(const std::string& list) {
  static const Lexicon lexicon = small_lexicon();
  const Document document({0}, list);
  const TextView text(document, lexicon);
  std::string out;
  for (const NameRange& name : split_names(text, {0, text.size()})) {
    if (!out.empty()) out += "|";
    out += document.words(name.range);
    if (name.open_list) out += "…";
    if (name.several) out += "+";
    if (name.marked_lead) out += "!";
  }
  return out;
}

TEST(Names, SplitsAtMarksAndConjunctions) {
  EXPECT_EQ(names_in("市财政局、市公安局和市司法局"), "市财政局|市公安局|市司法局");
  EXPECT_EQ(names_in("市财政局及市公安局"), "市财政局|市公安局");
}

TEST(Names, KeepsNamesThatHoldAConjunction) {
  EXPECT_EQ(names_in("市文化和旅游局、市商务和口岸办"), "市文化和旅游局|市商务和口岸办");
  EXPECT_EQ(names_in("县教育和体育局与县公安局"), "县教育和体育局|县公安局");
  EXPECT_EQ(names_in("青川铁路公司及其分公司"), "青川铁路公司及其分公司");
  EXPECT_EQ(names_in("各级党委和政府"), "各级党委和政府");
}

TEST(Names, ALineMarkPartsNamesEvenUnfinished) {
  EXPECT_EQ(names_in("市财政局<br>市公安局"), "市财政局|市公安局");
  EXPECT_EQ(names_in("市财政局<br6市公安局"), "市财政局");
}

TEST(Names, LeavesOutEtcAndWhatFollowsIt) {
  EXPECT_EQ(names_in("市财政局、市公安局等部门"), "市财政局|市公安局…");
  EXPECT_EQ(names_in("市财政局等有关部门和单位"), "市财政局…");
  EXPECT_EQ(names_in("财政部等国务院相关部门及各地区"), "财政部…|各地区");
  EXPECT_EQ(names_in("市高等教育局、市财政局"), "市高等教育局|市财政局");
}

TEST(Names, KeepsBracketsInNames) {
  EXPECT_EQ(names_in("市委宣传部（市政府新闻办、市广电台）、各县（市、区）人民政府"),
            "市委宣传部（市政府新闻办、市广电台）|各县（市、区）人民政府");
  EXPECT_EQ(names_in("市财政局（牵头）、市公安局"), "市财政局!|市公安局");
}

TEST(Names, SharesALevelOrAClass) {
  EXPECT_EQ(names_in("市、县财政局"), "市、县财政局+");
  EXPECT_EQ(names_in("省财政厅，各市、州、县人民政府"), "省财政厅|各市、州、县人民政府");
}

}  // namespace
}  // namespace mingze::draft
