#include <fmt/format.h>

#include <ostream>

#include "report/graph_layout.hpp"
#include "report/graph_shape.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"

namespace mingze::report {

namespace {

/// Between double quotes in Graphviz's language, line feeds as its own.
std::string quoted_dot(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

std::string as_one(const TextBlock& block) {
  std::string out;
  for (const TextLine& line : block.lines) out += (out.empty() ? "" : "\n") + line.text;
  return out;
}

/// An empty table of a given size: room for a text, whatever the fonts of the machine.
std::string room_for(const TextBlock& block) {
  return fmt::format(
      R"(<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="{:.0f}" HEIGHT="{:.0f}">)"
      "<TR><TD></TD></TR></TABLE>>",
      block.width + 6, block.height + 2);
}

/// Writes a graph for Graphviz: for people to draw, or only for its places to be found.
class DotText {
 public:
  DotText(const Graph& graph, bool only_layout) : graph_(graph), only_layout_(only_layout) {}

  std::string run() {
    out_ = "digraph mingze {\n";
    head();
    for (std::uint32_t i = 0; i < graph_.clusters.size(); ++i) cluster(i);
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
      if (!graph_.nodes[i].cluster) node(i, "  ");
    for (std::uint32_t i = 0; i < graph_.edges.size(); ++i) edge(i);
    if (!only_layout_) legend();
    return out_ + "}\n";
  }

 private:
  void head() {
    const bool down = graph_.direction == Graph::Direction::down;
    out_ +=
        fmt::format("  graph [rankdir={}, nodesep={}, ranksep={}, charset=\"UTF-8\"",
                    down ? "TB" : "LR", graph_.compact ? 0.15 : 0.3, graph_.compact ? 0.15 : 0.55);
    if (graph_.compact)
      for (const Graph::Node& node : graph_.nodes)
        least_width_ = std::max(least_width_, box_of(node, graph_.columns).width);
    if (!only_layout_) {
      std::string label = harmless(graph_.title);
      for (const std::string& note : graph_.notes) label += "\n" + harmless(note);
      out_ += fmt::format(", labelloc=t, fontname={}, fontsize={:.0f}, label={}",
                          quoted_dot(font_names), title_size, quoted_dot(label));
    }
    out_ += "];\n";
    if (only_layout_) {
      out_ += "  node [shape=box, fixedsize=true, label=\"\"];\n";
      return;
    }
    out_ += fmt::format("  node [shape=box, fixedsize=true, fontname={}, fontsize={:.0f}];\n",
                        quoted_dot(font_names), detail_size);
    out_ += fmt::format("  edge [fontname={}, fontsize={:.0f}];\n", quoted_dot(font_names),
                        detail_size);
  }

  void cluster(std::uint32_t index) {
    const Graph::Cluster& cluster = graph_.clusters[index];
    const TextBlock label = label_of(cluster);
    out_ += fmt::format("  subgraph cluster_{} {{\n", index);
    out_ += fmt::format(
        "    graph [label={}, labeljust=l, margin=12, color=\"#c4cbd3\", "
        "style=rounded];\n",
        only_layout_ ? room_for(label) : quoted_dot(as_one(label)));
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
      if (graph_.nodes[i].cluster == index) node(i, "    ");
    out_ += "  }\n";
  }

  void node(std::uint32_t index, std::string_view indent) {
    const Graph::Node& node = graph_.nodes[index];
    const TextBlock box = box_of(node, graph_.columns);
    out_ += fmt::format("{}n{} [width={:.3f}, height={:.3f}", indent, index,
                        std::max(box.width, least_width_) / 72, box.height / 72);
    if (!only_layout_) {
      out_ += ", label=" + quoted_dot(as_one(box)) + look_of(style_of(node.look));
      if (!node.tooltip.empty()) out_ += ", tooltip=" + quoted_dot(harmless(node.tooltip));
    }
    out_ += "];\n";
  }

  static std::string look_of(const NodeStyle& style) {
    std::string looks = "filled";
    if (style.dashed) looks += ",dashed";
    if (style.rounded) looks += ",rounded";
    return fmt::format(R"(, style="{}", fillcolor="{}", color="{}", fontcolor="{}", penwidth={}{})",
                       looks, style.fill, style.border, style.text, style.width,
                       style.doubled ? ", peripheries=2" : "");
  }

  void edge(std::uint32_t index) {
    const Graph::Edge& edge = graph_.edges[index];
    const TextBlock label = label_of(edge);
    out_ += fmt::format("  n{} -> n{} [", edge.from, edge.to);
    if (edge.look == EdgeLook::hidden) {
      out_ += fmt::format("style=invis, comment=\"{}\"", index);
    } else if (only_layout_) {
      out_ += fmt::format("comment=\"{}\"", index);
      if (!label.lines.empty()) out_ += ", label=" + room_for(label);
    } else {
      const EdgeStyle& style = style_of(edge.look);
      out_ += fmt::format("color=\"{}\", penwidth={}", style.color, style.width);
      if (edge.look == EdgeLook::dashed) out_ += ", style=dashed";
      if (edge.look == EdgeLook::dotted) out_ += ", style=dotted";
      if (!label.lines.empty()) out_ += ", label=" + quoted_dot(" " + as_one(label));
      if (!edge.tooltip.empty()) out_ += ", tooltip=" + quoted_dot(harmless(edge.tooltip));
    }
    out_ += "];\n";
  }

  /// A table of the looks, as one box.
  void legend() {
    if (graph_.legend.empty()) return;
    out_ += R"(  legend [shape=plain, fixedsize=false, label=<<TABLE BORDER="0" CELLBORDER="0">)";
    for (const Graph::LegendEntry& entry : graph_.legend) {
      out_ += "<TR>";
      if (const auto* node = std::get_if<NodeLook>(&entry.look)) {
        const NodeStyle& style = style_of(*node);
        out_ += fmt::format(R"(<TD BORDER="{:.0f}" STYLE="{}" COLOR="{}" BGCOLOR="{}">  </TD>)",
                            style.width + 0.1, style.dashed ? "dashed" : "solid", style.border,
                            style.fill);
      } else {
        const auto look = std::get<EdgeLook>(entry.look);
        const char* sample = look == EdgeLook::dashed   ? "- - →"
                             : look == EdgeLook::dotted ? "···→"
                                                        : "──→";
        out_ += fmt::format("<TD><FONT COLOR=\"{}\">{}</FONT></TD>", style_of(look).color, sample);
      }
      out_ += fmt::format(R"(<TD ALIGN="LEFT">{}</TD></TR>)", escaped(entry.text));
    }
    out_ += "</TABLE>>];\n";
  }

  const Graph& graph_;
  bool only_layout_;
  double least_width_ = 0;
  std::string out_;
};

}  // namespace

void write_graph_dot(std::ostream& out, const Graph& graph) { out << DotText(graph, false).run(); }

std::string layout_request(const Graph& graph) { return DotText(graph, true).run(); }

}  // namespace mingze::report
