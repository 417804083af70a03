#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include "engine/base/utf8.hpp"
#include "report/graph_layout.hpp"
#include "report/graph_shape.hpp"

namespace mingze::report {
namespace {

using testing::HasSubstr;
using testing::Not;

Graph two_boxes() {
  Graph graph;
  graph.title = "谁牵头";
  graph.clusters = {{"省级"}};
  graph.nodes = {{"甲 \"A\" \\n", {"第一条"}, NodeLook::chosen, 0}, {"乙 <b> & c"}};
  graph.edges = {{0, 1, "非", EdgeLook::dashed}};
  graph.legend = {{NodeLook::chosen, "裁定 <x>"}, {EdgeLook::dashed, "否定"}};
  return graph;
}

std::string dot_of(const Graph& graph) {
  std::ostringstream out;
  write_graph_dot(out, graph);
  return out.str();
}

/// What Graphviz would say of `two_boxes`.
const char* const answer = R"({"bb": "0,0,200,100",
  "objects": [
    {"name": "cluster_0", "bb": "10,60,90,100", "lp": "30,95"},
    {"name": "n0", "pos": "50,80", "width": "1", "height": "0.5"},
    {"name": "n1", "pos": "150,20", "width": "1", "height": "0.5"}],
  "edges": [{"comment": "0", "tail": 1, "head": 2, "lp": "100,50",
             "pos": "e,140,40 60,62 70,60 80,58 90,56"}]})";

TEST(GraphDot, EscapesEveryText) {
  const std::string dot = dot_of(two_boxes());
  EXPECT_THAT(dot, HasSubstr(R"(label="甲 \"A\" \\n\n第一条")"));
  EXPECT_THAT(dot, HasSubstr(R"(label="乙 <b> & c")"));
  EXPECT_THAT(dot, HasSubstr("裁定 &lt;x&gt;"));
  EXPECT_THAT(dot, HasSubstr("n0 -> n1 [color=\"#57606a\", penwidth=1, style=dashed"));
}

TEST(GraphDot, AControlCharacterReachesNobody) {
  Graph graph;
  graph.nodes = {{"a\x1b[31m\u202eb"}};
  graph.title = "t\x07";
  EXPECT_THAT(dot_of(graph), Not(HasSubstr("\x1b")));
  EXPECT_THAT(dot_of(graph), Not(HasSubstr("\x07")));
  EXPECT_THAT(dot_of(graph), Not(HasSubstr("\u202e")));
}

TEST(GraphDot, TheRequestForALayoutHasSizesAndNoTexts) {
  const std::string request = layout_request(two_boxes());
  EXPECT_THAT(request, Not(HasSubstr("甲")));
  EXPECT_THAT(request, Not(HasSubstr("非")));
  EXPECT_THAT(request, HasSubstr("FIXEDSIZE"));
}

TEST(GraphShape, ChineseTakesTwiceTheRoom) {
  Graph::Node node;
  node.title = "船舶污染防治";
  const double chinese = box_of(node, 24).width - 2 * box_margin;
  EXPECT_DOUBLE_EQ(chinese, 6 * title_size);
}

TEST(GraphShape, TextBreaksBetweenWordsAndLongWordsAreCut) {
  Graph::Node node;
  node.title = "交通运输部门 审批 船舶污染防治";
  const TextBlock box = box_of(node, 24);
  ASSERT_EQ(box.lines.size(), 2U);
  EXPECT_EQ(box.lines[0].text, "交通运输部门 审批");
  EXPECT_EQ(box.lines[1].text, "船舶污染防治");
  node.title = std::string(1000, 'x');
  for (const TextLine& line : box_of(node, 24).lines) EXPECT_LE(display_width(line.text), 25U);
  node.title.clear();
  for (int i = 0; i < 500; ++i) node.title += "污";
  const TextBlock cut = box_of(node, 24);
  EXPECT_LE(cut.lines.size(), 12U);
  EXPECT_TRUE(cut.lines.back().text.ends_with("…"));
}

TEST(GraphLayout, ReadsPlacesDownwards) {
  const auto layout = read_layout(two_boxes(), answer);
  ASSERT_TRUE(layout.ok());
  EXPECT_EQ(layout.value().nodes[1].center.x, 150);
  EXPECT_EQ(layout.value().nodes[1].center.y, 80);
  EXPECT_EQ(layout.value().nodes[1].width, 72);
  EXPECT_EQ(layout.value().clusters[0].height, 40);
  ASSERT_EQ(layout.value().edges[0].points.size(), 4U);
  EXPECT_EQ(layout.value().edges[0].tip.y, 60);
}

TEST(GraphLayout, WhatIsNoLayoutIsAFailure) {
  const Graph graph = two_boxes();
  for (const char* wrong :
       {"", "[]", "{}", "{\"bb\": 3}", "{\"bb\": \"0,0,1,1\", \"objects\": 7}",
        "{\"bb\": \"0,0,1,1\", \"objects\": [1, {\"name\": \"n99999999999999999999\"}]}"})
    EXPECT_FALSE(read_layout(graph, wrong).ok()) << wrong;
}

TEST(GraphSvg, IsOnePictureWhoseTextsStayTexts) {
  const Graph graph = two_boxes();
  std::ostringstream out;
  write_graph_svg(out, graph, read_layout(graph, answer).value(), Language::zh);
  const std::string svg = out.str();
  EXPECT_THAT(svg, HasSubstr("<title id=\"graph-title\">谁牵头</title>"));
  EXPECT_THAT(svg, HasSubstr(">乙 &lt;b&gt; &amp; c</text>"));
  EXPECT_THAT(svg, HasSubstr("裁定 &lt;x&gt;"));
  EXPECT_THAT(svg, HasSubstr("lang=\"zh-CN\""));
  EXPECT_THAT(svg, HasSubstr("stroke-dasharray=\"6 4\""));
  EXPECT_THAT(svg, HasSubstr("Noto Sans CJK SC"));
  const auto links = svg.find("http", svg.find("xmlns=") + 12);
  EXPECT_EQ(links, svg.npos) << svg.substr(std::min(links, svg.size()));
}

}  // namespace
}  // namespace mingze::report
