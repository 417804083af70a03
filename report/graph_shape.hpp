// What the faces of a graph share: how a look is drawn, and how large a box must be for its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/graph.hpp"

namespace mingze::report {

struct NodeStyle {
  std::string_view fill;
  std::string_view border;
  std::string_view text;
  double width = 1;  ///< of the frame
  bool dashed = false;
  bool doubled = false;
  bool rounded = false;
};

struct EdgeStyle {
  std::string_view color;
  double width = 1;
  std::string_view dash;  ///< as SVG writes it; empty: a whole line
};

[[nodiscard]] const NodeStyle& style_of(NodeLook look);
[[nodiscard]] const EdgeStyle& style_of(EdgeLook look);

/// The fonts that are asked for: such as have Chinese characters on the usual systems.
inline constexpr std::string_view font_names =
    "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,sans-serif";

/// One line of text as drawn.
struct TextLine {
  std::string text;
  double size = 0;      ///< of the font, in points
  double baseline = 0;  ///< from the top of the block
  bool strong = false;
};

/// Lines of text, one below the other, and the room they take in points. Widths are reckoned from
/// display columns and not from fonts, so that a machine without Chinese fonts gives the same
/// picture.
struct TextBlock {
  std::vector<TextLine> lines;
  double width = 0;
  double height = 0;
};

/// Sizes of fonts, in points.
inline constexpr double title_size = 13;
inline constexpr double detail_size = 11;
inline constexpr double heading_size = 17;

/// Adds the text to the block, wrapped at so many columns of a title's size.
void add_text(TextBlock& block, std::string_view text, double size, bool strong,
              std::size_t columns);

/// A box with its text: title and details, with the margins around them in the block's size.
[[nodiscard]] TextBlock box_of(const Graph::Node& node, std::size_t columns);
/// The words on an arrow.
[[nodiscard]] TextBlock label_of(const Graph::Edge& edge);
/// The words over a group.
[[nodiscard]] TextBlock label_of(const Graph::Cluster& cluster);

inline constexpr double box_margin = 9;

}  // namespace mingze::report
