#include "draft/clause/place_names.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

PlaceNames some_places() {
  return PlaceNames({{"江南", "江南省", Level::province},
                     {"江南市", "江南市", Level::city},
                     {"江南", "江南市", Level::city},
                     {"江南", "江南区", Level::city},
                     {"公安縣", "公安县", Level::county},
                     {"", "无名", Level::county}});
}

TEST(PlaceNames, TheLongestNameCounts) {
  const PlaceNames places = some_places();
  EXPECT_EQ(places.length_at_start(U"江南市财政局"), 3U);
  EXPECT_EQ(places.length_at_start(U"江南财政局"), 2U);
  EXPECT_EQ(places.length_at_start(U"江"), 0U);
  EXPECT_EQ(places.length_at_start(U"财政局"), 0U);
  EXPECT_EQ(places.length_at_start(U""), 0U);
}

TEST(PlaceNames, OnePlaceOfEachLevelIsCalledSo) {
  const PlaceNames places = some_places();
  const auto called = places.called(U"江南");
  ASSERT_EQ(called.size(), 2U);
  EXPECT_EQ(called[0]->id, "江南省");
  EXPECT_EQ(called[1]->id, "江南市");
  EXPECT_TRUE(places.called(U"江").empty());
}

TEST(PlaceNames, AreFoldedAsTextsAre) { EXPECT_EQ(some_places().called(U"公安县").size(), 1U); }

TEST(PlaceNames, ANameOfABodyInsideAPlaceIsNone) {
  const PlaceNames places = some_places();
  const std::u32string_view text = U"由公安县和公安负责";
  EXPECT_TRUE(places.reaches_over(text, 1, 3));
  EXPECT_FALSE(places.reaches_over(text, 1, 4));
  EXPECT_FALSE(places.reaches_over(text, 5, 7));
}

TEST(PlaceNames, PlacesWithinPlacesAreAChain) {
  const PlaceNames places = some_places();
  const auto chain = places.chain_at_start(U"江南江南市公安县财政局");
  EXPECT_EQ(chain.length, 8U);
  EXPECT_EQ(chain.level, Level::county);
  EXPECT_FALSE(chain.bare);
  EXPECT_EQ(places.chain_at_start(U"公安县江南市").length, 3U) << "not within it";
  EXPECT_TRUE(places.chain_at_start(U"江南财政局").bare);
  EXPECT_EQ(places.chain_at_start(U"财政局").length, 0U);
}

TEST(PlaceNames, MayBeEmpty) {
  EXPECT_EQ(PlaceNames().length_at_start(U"江南市"), 0U);
  EXPECT_FALSE(PlaceNames().reaches_over(U"江南市", 0, 1));
}

}  // namespace
}  // namespace mingze::draft
