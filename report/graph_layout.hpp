// Where everything of a graph stands, as Graphviz lays it out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "report/graph.hpp"

namespace mingze::report {

/// In points, from the upper left corner, y downwards.
struct Point {
  double x = 0;
  double y = 0;
};
struct Box {
  Point center;
  double width = 0;
  double height = 0;
};

struct GraphLayout {
  double width = 0;
  double height = 0;
  std::vector<Box> nodes;       ///< by index, as are the others
  std::vector<Box> clusters;    ///< without width: nothing stands in it
  std::vector<Point> headings;  ///< of the clusters: the middle of their labels
  struct Curve {
    std::vector<Point> points;  ///< of Bézier curves: 1 + 3n; empty: none was drawn
    Point tip;                  ///< of the arrow
    Point label;                ///< its middle
  };
  std::vector<Curve> edges;
};

/// What Graphviz is given for the layout: the sizes, no texts.
[[nodiscard]] std::string layout_request(const Graph& graph);

/// Reads what it answers (`dot -Tjson0`). A failure where it can't be read.
[[nodiscard]] Result<GraphLayout> read_layout(const Graph& graph, const std::string& answer);

/// Draws a laid-out graph: one SVG picture that refers to nothing outside of itself; its texts stay
/// texts.
void write_graph_svg(std::ostream& out, const Graph& graph, const GraphLayout& layout,
                     Language language);

}  // namespace mingze::report
