#include "report/graph_shape.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/utf8.hpp"
#include "report/layout.hpp"

namespace mingze::report {

namespace {

constexpr std::string_view ink = "#1b1f24";

constexpr std::array<NodeStyle, 7> node_styles{{
    {"#ffffff", "#57606a", ink, 1, false, false, false},       // plain
    {"#dcebfb", "#1f5a99", ink, 2, false, false, false},       // main
    {"#fdf3d7", "#7a5b00", ink, 1, false, true, false},        // chosen
    {"#eef1f4", "#57606a", ink, 1, false, false, true},        // given
    {"#ffffff", "#8c959f", "#57606a", 1, true, false, false},  // faint
    {"#fff4e5", "#a85400", ink, 1.5, true, false, false},      // warning
    {"#fde7e5", "#b3261e", ink, 2.5, false, false, false},     // bad
}};

constexpr std::array<EdgeStyle, 6> edge_styles{{
    {"#57606a", 1, ""},
    {"#1f5a99", 2, ""},
    {"#57606a", 1, "6 4"},
    {"#8c959f", 1, "1.5 3"},
    {"#b3261e", 2.5, ""},
    {"#ffffff", 0, ""},
}};

constexpr double leading = 1.35;
constexpr std::size_t most_lines = 12;

/// Em widths: exact for Chinese, generous for the rest. Curly quotes and dashes are as wide as a
/// character in a Chinese font, whatever a terminal makes of them.
double width_of(std::string_view text, double size, bool strong) {
  double ems = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const int columns = display_width(point.value);
    const bool wide = columns == 2 || (columns == 1 && point.value >= 0x2010);
    ems += columns == 0 ? 0 : wide ? 1.0 : strong ? 0.6 : 0.56;
    at += point.bytes;
  }
  return ems * size;
}

/// The beginnings of a word that no line holds, each a line; the word keeps its end.
void cut(std::string& word, std::size_t columns, std::vector<std::string>& lines) {
  while (display_width(word) > columns && lines.size() < most_lines) {
    const std::string rest = wrapped(word, columns, 0);
    std::size_t bytes = rest.find('\n');
    if (bytes == rest.npos || display_width(rest.substr(0, bytes)) > columns)
      bytes = shortened(word, columns + 1).size() - std::string_view("…").size();
    lines.push_back(word.substr(0, bytes));
    word.erase(0, bytes);
  }
}

/// The end of the word that begins at `at`: before a blank, or behind a mark that divides a list.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find(' ', at), text.size());
  for (const std::string_view mark : {"、", "，", "；"})
    if (const std::size_t found = text.find(mark, at); found < end) end = found + mark.size();
  return end;
}

/// The lines of a text. It breaks between words; a word that no line holds is cut, a Chinese one
/// where Chinese may break.
std::vector<std::string> lines_of(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  const std::string shown = harmless(text);
  for (std::size_t at = 0; at < shown.size() && lines.size() <= most_lines;) {
    const std::size_t end = end_of_word(shown, at);
    std::string word = shown.substr(at, end - at);
    const bool blank = end < shown.size() && shown[end] == ' ';
    at = blank ? end + 1 : end;
    if (!line.empty() && display_width(line) + display_width(word) > columns) {
      while (line.ends_with(' ')) line.pop_back();
      lines.push_back(std::exchange(line, {}));
    }
    if (line.empty()) cut(word, columns, lines);
    line += word + (blank ? " " : "");
  }
  while (line.ends_with(' ')) line.pop_back();
  lines.push_back(line);
  if (lines.size() > most_lines) {
    lines.resize(most_lines);
    lines.back() += "…";
  }
  return lines;
}

TextBlock one_text(std::string_view text, double size, bool strong, std::size_t columns) {
  TextBlock block;
  if (!text.empty()) add_text(block, text, size, strong, columns);
  return block;
}

}  // namespace

const NodeStyle& style_of(NodeLook look) { return node_styles[static_cast<std::size_t>(look)]; }
const EdgeStyle& style_of(EdgeLook look) { return edge_styles[static_cast<std::size_t>(look)]; }

void add_text(TextBlock& block, std::string_view text, double size, bool strong,
              std::size_t columns) {
  const auto room = static_cast<std::size_t>(static_cast<double>(columns) * title_size / size);
  for (std::string& line : lines_of(text, std::max<std::size_t>(room, 4))) {
    block.width = std::max(block.width, width_of(line, size, strong));
    block.lines.push_back({std::move(line), size, block.height + size, strong});
    block.height += size * leading;
  }
}

TextBlock box_of(const Graph::Node& node, std::size_t columns) {
  TextBlock block;
  block.height = box_margin * 0.8;
  add_text(block, node.title, title_size, true, columns);
  for (const std::string& detail : node.details)
    add_text(block, detail, detail_size, false, columns);
  block.height += box_margin * 0.6;
  block.width += 2 * box_margin;
  return block;
}

TextBlock label_of(const Graph::Edge& edge) { return one_text(edge.label, detail_size, false, 20); }

TextBlock label_of(const Graph::Cluster& cluster) {
  return one_text(cluster.label, title_size, true, 60);
}

}  // namespace mingze::report
