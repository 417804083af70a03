// Lines of keys: where they have the same candidates.
#include "engine/update/line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/build/ranked_rules.hpp"

namespace mingze {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class LineBuilderTest : public test::RankedRules {
 protected:
  LineBuilderTest() {
    rule("zero");
    rule("one");
  }
  Line finish() {
    Precedence precedence(n.program);
    return builder.finish(contests, precedence);
  }
  /// Places, and the values that stand there: `2-4: 7 8`.
  std::vector<std::string> texts(const Line& line) {
    std::vector<std::string> out;
    for (const auto& [places, situation] : line.stretches) {
      std::string text = std::to_string(places.from) + "-" + std::to_string(places.to) + ":";
      for (const std::uint32_t number : contests.standing(line.situations[situation].contest))
        text += " " + std::to_string(line.values[line.of(situation)[number]]);
      out.push_back(text);
    }
    return out;
  }
  Contests contests{{0}};
  LineBuilder builder;
};

TEST_F(LineBuilderTest, PartsALineWhereAnythingBeginsOrEnds) {
  builder.propose({0}, 7, Runs{{0, 4}, {6, 8}});
  builder.propose({1}, 8, Runs{{2, 4}});
  builder.bar(Runs{{3, 5}});
  const Line line = finish();
  EXPECT_THAT(texts(line), ElementsAre("0-2: 7", "2-3: 7 8", "3-4: 7", "6-8: 7"));
  EXPECT_EQ(line.situations.size(), 3U);  // the first and the last are one
  EXPECT_THAT(texts(finish()), IsEmpty());
}

TEST_F(LineBuilderTest, CountsBarsThatOverlap) {
  builder.propose({0}, 7, Runs{{0, 6}});
  builder.bar(Runs{{1, 4}});
  builder.bar(Runs{{2, 5}});
  const Line line = finish();
  EXPECT_THAT(texts(line), ElementsAre("0-1: 7", "1-2:", "2-4:", "4-5:", "5-6: 7"));
  EXPECT_EQ(line.situations.size(), 2U);
}

TEST_F(LineBuilderTest, KeepsManySituationsApart) {
  for (std::uint32_t i = 0; i < 200; ++i)
    builder.propose({0}, i, Runs{{i, i + 1}, {400 - i, 401 - i}});
  const Line line = finish();
  ASSERT_EQ(line.stretches.size(), 400U);
  for (const auto& [places, situation] : line.stretches)
    EXPECT_THAT(line.of(situation), ElementsAre(std::min(places.from, 400 - places.from)));
  EXPECT_EQ(line.values.size(), 200U);
}

TEST_F(LineBuilderTest, KeepsAValueOnce) {
  builder.propose({0}, 8, Runs{{0, 2}});
  builder.propose({1}, 8, Runs{{0, 2}});
  builder.propose({0}, 7, Runs{{1, 2}});
  const Line line = finish();
  EXPECT_THAT(texts(line), ElementsAre("0-1: 8", "1-2: 8 7"));
  EXPECT_THAT(line.values, ElementsAre(7, 8));
}

}  // namespace
}  // namespace mingze
