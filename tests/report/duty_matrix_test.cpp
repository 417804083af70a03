#include "report/duty_matrix.hpp"

#include <gtest/gtest.h>

namespace mingze::report {
namespace {

draft::Mention mention(const std::string& text, const std::string& entity = "") {
  draft::Mention out;
  out.text = text;
  out.entity = entity;
  return out;
}

TEST(DutyMatrix, ABodyIsOneUnderAllItsNames) {
  draft::Reading reading;
  reading.items.resize(3);
  reading.items[0].lead = {mention("市发改委", "发展改革委员会")};
  reading.items[0].cooperating = {mention("市水务局"), mention("财政局")};
  reading.items[1].lead = {mention("市发展改革委", "发展改革委员会")};
  reading.items[1].cooperating = {mention("市水务局")};
  reading.items[2].named = {mention("财政局"), mention("财政局")};
  const DutyMatrix table = duty_matrix(reading);

  ASSERT_EQ(table.bodies.size(), 3U);
  EXPECT_EQ(table.bodies[0].name, "市发改委") << "as written first";
  EXPECT_EQ(table.bodies[0].leads, 2U);
  EXPECT_EQ(table.bodies[1].name, "市水务局") << "then who cooperates more";
  EXPECT_EQ(table.bodies[1].cooperates, 2U);
  EXPECT_EQ(table.bodies[2].named, 1U) << "counted by items";

  ASSERT_EQ(table.items.size(), 3U);
  ASSERT_EQ(table.items[0].size(), 3U);
  EXPECT_TRUE(table.items[0][0].leads);
  EXPECT_FALSE(table.items[0][0].cooperates);
  EXPECT_EQ(table.items[0][2].body, 2U);
  EXPECT_TRUE(table.items[2][0].named);

  const auto together = table.cooperations();
  ASSERT_EQ(together.size(), 2U);
  EXPECT_EQ(together[0].lead, 0U);
  EXPECT_EQ(together[0].cooperating, 1U);
  EXPECT_EQ(together[0].items, 2U);
  EXPECT_EQ(together[1].items, 1U);
}

TEST(DutyMatrix, ABodyDoesNotCooperateWithItself) {
  draft::Reading reading;
  reading.items.resize(1);
  reading.items[0].lead = {mention("市水务局")};
  reading.items[0].cooperating = {mention("市水务局")};
  const DutyMatrix table = duty_matrix(reading);
  ASSERT_EQ(table.items[0].size(), 1U);
  EXPECT_TRUE(table.items[0][0].leads && table.items[0][0].cooperates);
  EXPECT_TRUE(table.cooperations().empty());
}

}  // namespace
}  // namespace mingze::report
