// A drawing as a value: boxes, arrows between them, groups, and what the looks mean.
//
// Whoever makes a graph says what each thing is by its look and what the looks mean by the legend;
// the faces decide how a look is drawn. All texts are plain: the faces escape and wrap them.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace mingze::report {

/// What a box looks like. None is told by its colour alone.
enum class NodeLook : std::uint8_t {
  plain,    ///< a thin frame
  main,     ///< what the picture is about
  chosen,   ///< a double frame: what a decision settled, or a decision
  given,    ///< round corners: what is stated
  faint,    ///< dashed and grey: what is out, or only there for context
  warning,  ///< a dashed frame: open
  bad,      ///< a thick frame: wrong
};

enum class EdgeLook : std::uint8_t {
  plain,
  strong,  ///< thick
  dashed,  ///< “not”
  dotted,  ///< in passing
  bad,     ///< thick, and part of what is wrong
  hidden,  ///< not drawn: it only puts one box after the other
};

struct Graph {
  struct Node {
    std::string title;
    std::vector<std::string> details = {};  ///< smaller, below the title
    NodeLook look = NodeLook::plain;
    std::optional<std::uint32_t> cluster = {};  ///< index into `clusters`
    std::string tooltip = {};
  };
  struct Edge {
    std::uint32_t from = 0;  ///< indexes into `nodes`
    std::uint32_t to = 0;
    std::string label = {};
    EdgeLook look = EdgeLook::plain;
    std::string tooltip = {};
  };
  struct Cluster {
    std::string label;
  };
  struct LegendEntry {
    std::variant<NodeLook, EdgeLook> look;
    std::string text;
  };
  enum class Direction : std::uint8_t { down, right };

  std::string title;
  std::vector<std::string> notes = {};  ///< below the title: what is left out, and the like
  Direction direction = Direction::down;
  bool compact = false;      ///< no arrows to be seen: boxes of one width stand close together
  std::size_t columns = 24;  ///< titles and details wrap here (a Chinese character takes two)
  std::vector<Cluster> clusters = {};
  std::vector<Node> nodes = {};
  std::vector<Edge> edges = {};
  std::vector<LegendEntry> legend = {};
};

/// The graph in Graphviz's language, with title, notes and legend. The same graph gives the same
/// bytes.
void write_graph_dot(std::ostream& out, const Graph& graph);

}  // namespace mingze::report
