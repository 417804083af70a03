#include "draft/facts/jurisdictions.hpp"

#include <gtest/gtest.h>

#include "tests/draft/facts/register_program.hpp"

namespace mingze::draft {
namespace {

struct JurisdictionsTest : testing::Test {
  RegisterProgram made;
  Value nation, province, river, lake;

  JurisdictionsTest() {
    nation = made.place("全国", "国家级");
    province = made.place("某省", "省级", "全国");
    made.also("某省", "某");
    made.place("临江市", "市级", "某省");
    made.place("临湖市", "市级", "某省");
    river = made.place("临江市鼓楼区", "县级", "临江市");
    lake = made.place("临湖市鼓楼区", "县级", "临湖市");
    made.also("临江市鼓楼区", "鼓楼区");
    made.also("临湖市鼓楼区", "鼓楼区");
  }
};

TEST_F(JurisdictionsTest, APlaceIsFoundByItsNames) {
  const Jurisdictions places(made.program, made.database);
  EXPECT_EQ(places.find("某省"), province);
  EXPECT_EQ(places.find("某"), province);
  EXPECT_EQ(places.find("临江市鼓楼区"), river);
  EXPECT_EQ(places.find("某省临湖市鼓楼区"), lake);
  EXPECT_EQ(places.root(), nation);
}

TEST_F(JurisdictionsTest, ANameOfSeveralPlacesIsNone) {
  const Jurisdictions places(made.program, made.database);
  EXPECT_FALSE(places.find("鼓楼区"));
  EXPECT_FALSE(places.find("澜江市"));
  EXPECT_FALSE(places.find("临江市澜江区"));
  EXPECT_FALSE(places.find(""));
}

TEST_F(JurisdictionsTest, WhatStandsAboveAPlace) {
  const Jurisdictions places(made.program, made.database);
  EXPECT_EQ(places.above(river, Level::province), province);
  EXPECT_EQ(places.above(river, Level::county), river);
  EXPECT_FALSE(places.above(province, Level::city));
  EXPECT_EQ(places.level(lake), Level::county);
}

}  // namespace
}  // namespace mingze::draft
