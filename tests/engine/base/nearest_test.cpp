#include "engine/base/nearest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace mingze {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(EditDistance, CountsInsertDeleteReplaceAndSwap) {
  EXPECT_EQ(edit_distance(U"rule", U"rule", 3), 0U);
  EXPECT_EQ(edit_distance(U"rul", U"rule", 3), 1U);
  EXPECT_EQ(edit_distance(U"ruule", U"rule", 3), 1U);
  EXPECT_EQ(edit_distance(U"role", U"rule", 3), 1U);
  EXPECT_EQ(edit_distance(U"rlue", U"rule", 3), 1U);
  EXPECT_EQ(edit_distance(U"生态环境", U"生态部", 3), 2U);
  EXPECT_EQ(edit_distance(U"", U"abc", 3), 3U);
}

TEST(EditDistance, StopsAtTheLimit) {
  EXPECT_EQ(edit_distance(U"abcdef", U"uvwxyz", 2), 3U);
  EXPECT_EQ(edit_distance(U"a", U"abcdef", 2), 3U);
}

TEST(Nearest, OrdersByDistanceThenCodePoints) {
  EXPECT_THAT(nearest("generel", {"general", "generic", "genera", "general"}, 9),
              ElementsAre("general", "genera", "generic"));
  EXPECT_THAT(nearest("generel", {"generic", "general"}, 1), ElementsAre("general"));
}

TEST(Nearest, LeavesOutWhatIsNoSlip) {
  EXPECT_THAT(nearest("a", {"b", "c"}, 9), IsEmpty());
  EXPECT_THAT(nearest("水利", {"农业"}, 9), IsEmpty());
  EXPECT_THAT(nearest("水力", {"水利"}, 9), ElementsAre("水利"));
  EXPECT_THAT(nearest("rule", {"source"}, 9), IsEmpty());
}

TEST(Nearest, LongWordsHaveNoneAndCostNothing) {
  const std::string longest(1000000, 'a');
  EXPECT_THAT(nearest(longest, {longest}, 9), IsEmpty());
  EXPECT_THAT(nearest("aaa", {longest}, 9), IsEmpty());
}

}  // namespace
}  // namespace mingze
