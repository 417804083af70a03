#include "draft/clause/lexicon.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

TEST(Lexicon, FindsTheLongestNameAtEachPlace) {
  const Lexicon lexicon({{"环境", "a", {}, Level::unknown, BodyKind::department},
                         {"生态环境局", "b", {}, Level::unknown, BodyKind::department},
                         {"环境局", "c", {}, Level::unknown, BodyKind::department}});
  const auto hits = lexicon.find_all(U"由市生态环境局和环境局");
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].begin, 2U);
  EXPECT_EQ(hits[0].end, 7U);
  EXPECT_EQ(lexicon.entry(lexicon.entries_of(hits[1])[0]).line, "c");
}

TEST(Lexicon, FoldsItsNamesAsTextsAreFolded) {
  const Lexicon lexicon({{"財政廳", "财政部门", {}, Level::unknown, BodyKind::department}});
  EXPECT_EQ(lexicon.find(U"财政厅").size(), 1U);
  EXPECT_TRUE(lexicon.find(U"财政").empty());
}

TEST(Lexicon, MayBeEmpty) {
  const Lexicon lexicon(std::vector<LexiconEntry>{});
  EXPECT_TRUE(lexicon.find_all(U"财政厅").empty());
  EXPECT_TRUE(lexicon.find(U"").empty());
}

}  // namespace
}  // namespace mingze::draft
