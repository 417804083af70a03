#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "report/graph_layout.hpp"
#include "report/graph_shape.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"

namespace mingze::report {

namespace {

constexpr double margin = 20;
constexpr double sample_width = 34;
constexpr double legend_line = 24;
constexpr double arrow_length = 9;
constexpr double arrow_half_width = 3.6;

class SvgText {
 public:
  SvgText(const Graph& graph, const GraphLayout& layout, Language language)
      : graph_(graph), layout_(layout), language_(language) {
    add_text(heading_, graph.title, heading_size, true, 72);
    for (const std::string& note : graph.notes) add_text(heading_, note, detail_size, false, 72);
    for (const Graph::LegendEntry& entry : graph.legend) {
      legend_.emplace_back();
      add_text(legend_.back(), entry.text, detail_size, false, 200);
    }
    const double widest = std::max({layout.width, heading_.width, legend_row(nullptr)});
    width_ = widest + 2 * margin;
    top_ = margin + heading_.height + 12;
  }

  std::string run() {
    place_legend();
    const double height = top_ + layout_.height + 16 + legend_height_ + margin;
    open(height);
    text_lines(heading_, {margin, margin}, Anchor::start, "#1b1f24");
    const double left = (width_ - layout_.width) / 2;
    out_ += fmt::format("<g transform=\"translate({:.1f} {:.1f})\">\n", left, top_);
    for (std::size_t i = 0; i < graph_.clusters.size(); ++i) cluster(i);
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) edge(i);
    for (std::size_t i = 0; i < graph_.clusters.size(); ++i) heading(i);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) node(i);
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) edge_label(i);
    out_ += "</g>\n";
    out_ += legend_text_;
    return out_ + "</svg>\n";
  }

 private:
  enum class Anchor { start, middle };

  void open(double height) {
    const bool zh = language_ == Language::zh;
    out_ = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0:.0f}" height="{1:.0f}" )"
        R"(viewBox="0 0 {0:.0f} {1:.0f}" role="img" aria-labelledby="graph-title graph-words" )"
        R"(lang="{2}" font-family="{3}">)"
        "\n",
        width_, height, zh ? "zh-CN" : "en", families());
    out_ += "<title id=\"graph-title\">" + escaped(graph_.title) + "</title>\n";
    const auto arrows =
        std::count_if(graph_.edges.begin(), graph_.edges.end(),
                      [](const Graph::Edge& edge) { return edge.look != EdgeLook::hidden; });
    const std::string words =
        zh ? fmt::format("{} 个方框，{} 条箭头", graph_.nodes.size(), arrows)
           : fmt::format("boxes: {}, arrows: {}", graph_.nodes.size(), arrows);
    out_ += "<desc id=\"graph-words\">" + words + "</desc>\n";
    out_ += fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#ffffff\"/>\n", width_,
                        height);
  }

  /// The fonts as CSS names them: those of several words between quotes.
  static std::string families() {
    std::string out;
    for (std::string_view rest = font_names; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      if (!out.empty()) out += ", ";
      const bool words = name.find(' ') != name.npos;
      out += words ? "'" + std::string(name) + "'" : std::string(name);
    }
    return out;
  }

  void text_lines(const TextBlock& block, Point corner, Anchor anchor, std::string_view color) {
    for (const TextLine& line : block.lines)
      out_ +=
          fmt::format(R"(<text x="{:.1f}" y="{:.1f}"{} font-size="{:.0f}"{} fill="{}">{}</text>)"
                      "\n",
                      corner.x, corner.y + line.baseline,
                      anchor == Anchor::middle ? " text-anchor=\"middle\"" : "", line.size,
                      line.strong ? " font-weight=\"600\"" : "", color, escaped(line.text));
  }

  void cluster(std::size_t index) {
    const Box& box = layout_.clusters[index];
    if (box.width <= 0) return;
    const double left = box.center.x - box.width / 2;
    const double top = box.center.y - box.height / 2;
    out_ += fmt::format(
        R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="6" fill="#f6f8fa" )"
        R"(stroke="#c4cbd3"/>)"
        "\n",
        left, top, box.width, box.height);
  }

  /// Over the arrows that cross it, with a rim that keeps it readable.
  void heading(std::size_t index) {
    const Box& box = layout_.clusters[index];
    if (box.width <= 0) return;
    const Point corner{box.center.x - box.width / 2 + 10, box.center.y - box.height / 2 + 5};
    out_ += R"(<g stroke="#f6f8fa" stroke-width="4" stroke-linejoin="round" paint-order="stroke">)";
    text_lines(label_of(graph_.clusters[index]), corner, Anchor::start, "#424a53");
    out_ += "</g>\n";
  }

  static std::string frame(const NodeStyle& style, Point corner, double width, double height) {
    const auto rect = [&](double inset, std::string_view fill) {
      return fmt::format(
          R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="{}" fill="{}" )"
          R"(stroke="{}" stroke-width="{}"{}/>)",
          corner.x + inset, corner.y + inset, width - 2 * inset, height - 2 * inset,
          style.rounded ? 9 : 2, fill, style.border, style.width,
          style.dashed ? " stroke-dasharray=\"5 3\"" : "");
    };
    return rect(0, style.fill) + (style.doubled ? rect(3, "none") : "");
  }

  void node(std::size_t index) {
    const Graph::Node& node = graph_.nodes[index];
    const Box& box = layout_.nodes[index];
    const NodeStyle& style = style_of(node.look);
    const TextBlock text = box_of(node, graph_.columns);
    const Point corner{box.center.x - box.width / 2, box.center.y - box.height / 2};
    out_ += "<g>";
    if (!node.tooltip.empty()) out_ += "<title>" + escaped(node.tooltip) + "</title>";
    out_ += frame(style, corner, box.width, box.height) + "\n";
    text_lines(text, {box.center.x, corner.y}, Anchor::middle, style.text);
    out_ += "</g>\n";
  }

  static std::string arrow_head(Point tip, Point from, std::string_view color) {
    const double dx = tip.x - from.x;
    const double dy = tip.y - from.y;
    const double length = std::hypot(dx, dy);
    if (length < 0.01) return {};
    const double ux = dx / length;
    const double uy = dy / length;
    const Point base{tip.x - ux * arrow_length, tip.y - uy * arrow_length};
    return fmt::format(R"(<polygon points="{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}" fill="{}"/>)",
                       tip.x, tip.y, base.x - uy * arrow_half_width, base.y + ux * arrow_half_width,
                       base.x + uy * arrow_half_width, base.y - ux * arrow_half_width, color);
  }

  void edge(std::size_t index) {
    const GraphLayout::Curve& curve = layout_.edges[index];
    if (curve.points.empty() || graph_.edges[index].look == EdgeLook::hidden) return;
    const EdgeStyle& style = style_of(graph_.edges[index].look);
    std::string path = fmt::format("M{:.1f} {:.1f}", curve.points[0].x, curve.points[0].y);
    for (std::size_t i = 1; i + 2 < curve.points.size(); i += 3)
      path += fmt::format("C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", curve.points[i].x,
                          curve.points[i].y, curve.points[i + 1].x, curve.points[i + 1].y,
                          curve.points[i + 2].x, curve.points[i + 2].y);
    const std::string& tooltip = graph_.edges[index].tooltip;
    out_ += "<g>";
    if (!tooltip.empty()) out_ += "<title>" + escaped(tooltip) + "</title>";
    out_ += stroke(path, style) + arrow_head(curve.tip, curve.points.back(), style.color);
    out_ += "</g>\n";
  }

  static std::string stroke(const std::string& path, const EdgeStyle& style) {
    const std::string dash =
        style.dash.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", style.dash);
    return fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}"{}/>)", path,
                       style.color, style.width, dash);
  }

  void edge_label(std::size_t index) {
    const GraphLayout::Curve& curve = layout_.edges[index];
    const TextBlock label = label_of(graph_.edges[index]);
    if (curve.points.empty() || label.lines.empty()) return;
    const Point corner{curve.label.x, curve.label.y - label.height / 2};
    out_ +=
        fmt::format(R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="#ffffff" )"
                    R"(fill-opacity="0.85"/>)"
                    "\n",
                    corner.x - label.width / 2 - 2, corner.y, label.width + 4, label.height);
    text_lines(label, corner, Anchor::middle, style_of(graph_.edges[index].look).color);
  }

  /// The width that the legend takes when all of it stands in one row; with `row`, the entries
  /// that go into rows of this picture's width.
  double legend_row(std::vector<std::vector<std::size_t>>* rows) const {
    double widest = 0;
    double at = 0;
    for (std::size_t i = 0; i < legend_.size(); ++i) {
      const double needed = sample_width + 8 + legend_[i].width + 22;
      const bool next = rows != nullptr && (rows->empty() || at + needed > width_ - 2 * margin);
      if (next || (rows == nullptr && i % 3 == 0)) {
        if (rows != nullptr) rows->emplace_back();
        at = 0;
      }
      if (rows != nullptr) rows->back().push_back(i);
      at += needed;
      widest = std::max(widest, at);
    }
    return widest;
  }

  void place_legend() {
    std::vector<std::vector<std::size_t>> rows;
    legend_row(&rows);
    legend_height_ = static_cast<double>(rows.size()) * legend_line;
    std::string drawing;
    std::swap(drawing, out_);
    double y = top_ + layout_.height + 16;
    for (const auto& row : rows) {
      double x = margin;
      for (const std::size_t i : row) {
        sample(graph_.legend[i], {x, y});
        const Point words{x + sample_width + 8, y + (legend_line - legend_[i].height) / 2};
        text_lines(legend_[i], words, Anchor::start, "#424a53");
        x += sample_width + 8 + legend_[i].width + 22;
      }
      y += legend_line;
    }
    legend_text_ = std::move(out_);
    out_ = std::move(drawing);
  }

  void sample(const Graph::LegendEntry& entry, Point corner) {
    if (const auto* node = std::get_if<NodeLook>(&entry.look)) {
      out_ +=
          frame(style_of(*node), {corner.x + 4, corner.y + 4}, sample_width - 8, legend_line - 8) +
          "\n";
      return;
    }
    const EdgeStyle& style = style_of(std::get<EdgeLook>(entry.look));
    const double y = corner.y + legend_line / 2;
    const Point tip{corner.x + sample_width, y};
    out_ +=
        stroke(fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}", corner.x, y, tip.x - arrow_length, y),
               style) +
        arrow_head(tip, {corner.x, y}, style.color) + "\n";
  }

  const Graph& graph_;
  const GraphLayout& layout_;
  Language language_;
  TextBlock heading_;
  std::vector<TextBlock> legend_;
  double width_ = 0;
  double top_ = 0;
  double legend_height_ = 0;
  std::string legend_text_;
  std::string out_;
};

}  // namespace

void write_graph_svg(std::ostream& out, const Graph& graph, const GraphLayout& layout,
                     Language language) {
  out << SvgText(graph, layout, language).run();
}

}  // namespace mingze::report
