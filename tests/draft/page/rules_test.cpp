#include "draft/page/rules.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

std::vector<PageRules> drawn(const std::string& inside) {
  return read_rules("<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>");
}

std::string stroke(const std::string& path, const std::string& more = "") {
  return "<path style=\"fill:none;stroke:rgb(0%,0%,0%)\" d=\"" + path + "\" " + more + "/>";
}

TEST(PageRules, StrokesAlongAnAxis) {
  const auto pages =
      drawn(stroke("M 10 20 L 110 20") + stroke("M 10 20 L 10 220") + stroke("M 10 20 L 110 220"));
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].across, (std::vector<Rule>{{20, 10, 110}}));
  EXPECT_EQ(pages[0].down, (std::vector<Rule>{{10, 20, 220}}));
}

TEST(PageRules, ThinFilledRectanglesAreLines) {
  const auto pages = drawn(
      "<path fill=\"black\" d=\"M 10 20 L 110 20 L 110 20.5 L 10 20.5 Z\"/>"
      "<path fill=\"black\" d=\"M 10 40 L 110 40 L 110 90 L 10 90 Z\"/>");
  EXPECT_EQ(pages[0].across, (std::vector<Rule>{{20.25, 10, 110}}));
  EXPECT_TRUE(pages[0].down.empty());
}

TEST(PageRules, PiecesOfOneLineAreJoined) {
  const auto pages = drawn(stroke("M 10 20 L 60 20") + stroke("M 61 20.2 L 110 20.2"));
  EXPECT_EQ(pages[0].across, (std::vector<Rule>{{20, 10, 110}}));
}

TEST(PageRules, WhatIsNotSeenIsNone) {
  EXPECT_TRUE(drawn("<path stroke=\"white\" d=\"M 10 20 L 110 20\"/>")[0].across.empty());
  EXPECT_TRUE(drawn("<defs>" + stroke("M 10 20 L 110 20") + "</defs>")[0].across.empty());
  EXPECT_TRUE(drawn(stroke("M 10 20 C 1 2 3 4 110 20"))[0].across.empty()) << "a letter";
}

TEST(PageRules, TransformationsLeadNowhere) {
  for (const char* transform : {"transform=\"matrix(1e300,0,0,1e300,1e300,0)\"",
                                "transform=\"matrix(1e308,1e308,0,0,0,0)\""})
    EXPECT_TRUE(drawn(stroke("M 10 20 L 110 20", transform))[0].across.empty());
  EXPECT_EQ(drawn(stroke("M 10 20 L 110 20", "transform=\"matrix(1,0,0,-1,5,100)\""))[0].across,
            (std::vector<Rule>{{80, 15, 115}}));
}

TEST(PageRules, ADrawingIsNoTable) {
  std::string many;
  for (int i = 0; i < 1200; ++i)
    many += stroke("M 10 " + std::to_string(i * 10) + " L 110 " + std::to_string(i * 10));
  EXPECT_TRUE(drawn(many)[0].across.empty());
}

TEST(PageRules, WhatIsNoDrawingHasNone) {
  EXPECT_TRUE(read_rules("").empty());
  EXPECT_TRUE(read_rules("<svg><path d=\"M 1 2").empty());
  EXPECT_TRUE(read_rules("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>").empty());
}

TEST(PageRules, PagesAreToldApart) {
  const auto pages = drawn("<pageSet><page>" + stroke("M 10 20 L 110 20") + "</page><page>" +
                           stroke("M 10 40 L 110 40") + "</page></pageSet>");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[1].across, (std::vector<Rule>{{40, 10, 110}}));
}

}  // namespace
}  // namespace mingze::draft
