#include "draft/document/pages.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

TEST(Pages, FollowOneAnotherWithoutTheirNumbers) {
  EXPECT_EQ(joined_pages("一、总体要求\n- 1 -\n\f二、重点任务\n2\n\f第3页\n三、保障\n"),
            "一、总体要求\n二、重点任务\n三、保障\n");
}

TEST(Pages, RunningHeadsAndFeetAreLeftOut) {
  EXPECT_EQ(joined_pages("沅口市政府公报 2026年第1期\n甲\n内部资料\n\f"
                         "沅口市政府公报 2026年第2期\n乙\n内部资料\n\f"
                         "丙\n内部资料\n"),
            "甲\n乙\n丙\n");
}

TEST(Pages, TwoPagesTellNothingOfWhatTheyShare) {
  EXPECT_EQ(joined_pages("方案\n甲\n\f方案\n乙\n"), "方案\n甲\n方案\n乙\n");
}

TEST(Pages, NumbersWithinAPageStay) { EXPECT_EQ(joined_pages("甲\n12\n乙\n"), "甲\n12\n乙\n"); }

TEST(Pages, EmptyPagesAreNone) {
  EXPECT_EQ(joined_pages("\f\n  \n\f"), "");
  EXPECT_EQ(joined_pages(""), "");
}

}  // namespace
}  // namespace mingze::draft
