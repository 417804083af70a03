#include "draft/document/outline.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

TEST(Outline, NestsByKindOfNumber) {
  const Document document({0},
                          "一、任务\n（一）供水。建设水厂。\n1.选址。\n（二）排水。\n二、保障\n");
  const Outline outline = read_outline(document);
  ASSERT_EQ(outline.nodes.size(), 5U);
  EXPECT_EQ(outline.nodes[1].parent, 0U);
  EXPECT_EQ(outline.nodes[2].parent, 1U);
  EXPECT_EQ(outline.nodes[3].parent, 0U);
  EXPECT_EQ(outline.nodes[4].parent, no_node);
  EXPECT_EQ(outline.nodes[2].depth, 3U);
}

TEST(Outline, SplitsGluedHeadings) {
  const Document document({0}, "一、主要任务（一）供水。建设水厂。（二）排水。疏浚管网。\n");
  const Outline outline = read_outline(document);
  ASSERT_EQ(outline.nodes.size(), 3U);
  EXPECT_EQ(document.folded(outline.blocks[1].heading), U"供水。");
}

TEST(Outline, KnowsTheApparatusOfANotice) {
  const Document document({0},
                          "各县（市、区）人民政府，市直各单位：\n一、任务\n（一）甲。乙丙丁。\n"
                          "青川市人民政府办公室\n2026年3月5日\n（此件公开发布）\n附件\n"
                          "组长：某某某\n");
  const Outline outline = read_outline(document);
  EXPECT_EQ(outline.blocks[0].kind, BlockKind::addressees);
  EXPECT_EQ(outline.blocks[3].kind, BlockKind::closing);
  EXPECT_EQ(outline.blocks[4].kind, BlockKind::closing);
  EXPECT_EQ(outline.blocks[5].kind, BlockKind::closing);
  EXPECT_EQ(outline.blocks[6].kind, BlockKind::annex_head);
  EXPECT_EQ(outline.blocks[7].kind, BlockKind::people);
}

TEST(Outline, AimsHoldForWhatStandsUnderThem) {
  const Document document({0}, "一、总体要求\n（一）指导思想。坚持。\n二、任务\n（一）甲。乙。\n");
  const Outline outline = read_outline(document);
  EXPECT_TRUE(outline.nodes[0].aims);
  EXPECT_TRUE(outline.nodes[1].aims);
  EXPECT_FALSE(outline.nodes[3].aims);
}

TEST(Outline, TheTableOfContentsIsNoStructure) {
  const Document document({0}, "一、任务............3\n二、保障............9\n一、任务\n");
  EXPECT_EQ(read_outline(document).nodes.size(), 1U);
}

}  // namespace
}  // namespace mingze::draft
