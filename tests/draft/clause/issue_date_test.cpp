#include "draft/clause/issue_date.hpp"

#include <gtest/gtest.h>

#include "draft/clause/read_draft.hpp"
#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

std::string date_of(const std::string& text) {
  const auto date = read_draft(Document({0}, text), small_lexicon()).date;
  return date ? to_string(*date) : "none";
}

const std::string body = "关于清理河道的通知\n\n各县人民政府：\n\n一、清理河道。（水利局牵头）\n\n";

TEST(IssueDate, StandsInTheSignature) {
  EXPECT_EQ(date_of(body + "某市人民政府\n2021年9月9日\n"), "2021-09-09");
  EXPECT_EQ(date_of(body + "某市人民政府\n二〇二一年十二月三十一日\n"), "2021-12-31");
  EXPECT_EQ(date_of(body + "某市人民政府\n二○一八年十月二十日\n"), "2018-10-20");
}

TEST(IssueDate, StandsUnderTheTitle) {
  EXPECT_EQ(date_of("清理河道办法\n（2016年5月28日）\n一、清理河道。（水利局牵头）\n"),
            "2016-05-28");
}

TEST(IssueDate, OfTheNumberOnlyTheYearIsKnown) {
  EXPECT_EQ(date_of("某政发〔2021〕31号\n" + body), "2021-01-01");
}

TEST(IssueDate, YearsThatTheTextSpeaksOfSayNothing) {
  EXPECT_EQ(date_of("清理河道行动计划（2021—2025年）\n一、清理河道。到2025年12月31日，"
                    "全部完成。（水利局牵头）\n"),
            "none");
  EXPECT_EQ(date_of(body + "某市人民政府\n2021年13月40日\n"), "none");
}

}  // namespace
}  // namespace mingze::draft
