#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

#include "report/graph_layout.hpp"

namespace mingze::report {

namespace {

using Json = nlohmann::json;

/// Numbers out of `e,12.5,7 3,4 …`; everything else separates.
std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    double number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error == std::errc{}) {
      numbers.push_back(number);
      at = next;
    } else {
      ++at;
    }
  }
  return numbers;
}

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The number behind a prefix: n12, cluster_3.
std::optional<std::size_t> index_of(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return std::nullopt;
  name.remove_prefix(prefix.size());
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return index;
}

class Reader {
 public:
  explicit Reader(const Graph& graph) {
    layout_.nodes.resize(graph.nodes.size());
    layout_.clusters.resize(graph.clusters.size());
    layout_.headings.resize(graph.clusters.size());
    layout_.edges.resize(graph.edges.size());
  }

  bool read(const Json& answer) {
    const auto corners = numbers_in(text_of(answer, "bb"));
    if (corners.size() != 4) return false;
    layout_.width = corners[2];
    layout_.height = corners[3];
    for (const Json& object : answer.value("objects", Json::array())) {
      const std::string name = text_of(object, "name");
      if (const auto node = index_of(name, "n")) read_node(object, *node);
      if (const auto cluster = index_of(name, "cluster_")) read_cluster(object, *cluster);
    }
    for (const Json& edge : answer.value("edges", Json::array()))
      if (const auto index = index_of(text_of(edge, "comment"), "")) read_edge(edge, *index);
    return std::all_of(layout_.nodes.begin(), layout_.nodes.end(),
                       [](const Box& box) { return box.width > 0; });
  }

  GraphLayout take() { return std::move(layout_); }

 private:
  [[nodiscard]] Point point(double x, double y) const { return {x, layout_.height - y}; }

  [[nodiscard]] Point point_in(const Json& object, const char* name) const {
    const auto numbers = numbers_in(text_of(object, name));
    return numbers.size() >= 2 ? point(numbers[0], numbers[1]) : Point{};
  }

  void read_node(const Json& object, std::size_t index) {
    if (index >= layout_.nodes.size()) return;
    const auto width = numbers_in(text_of(object, "width"));
    const auto height = numbers_in(text_of(object, "height"));
    if (width.empty() || height.empty()) return;
    layout_.nodes[index] = {point_in(object, "pos"), width[0] * 72, height[0] * 72};
  }

  void read_cluster(const Json& object, std::size_t index) {
    const auto corners = numbers_in(text_of(object, "bb"));
    if (index >= layout_.clusters.size() || corners.size() != 4) return;
    layout_.clusters[index] = {point((corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2),
                               corners[2] - corners[0], corners[3] - corners[1]};
    layout_.headings[index] = point_in(object, "lp");
  }

  /// `e,X,Y` is the tip; the other pairs are the points of the curve. An arrow that turns back on
  /// itself may be several curves: the last has the tip.
  void read_edge(const Json& object, std::size_t index) {
    if (index >= layout_.edges.size()) return;
    GraphLayout::Curve& curve = layout_.edges[index];
    std::string all = text_of(object, "pos");
    const std::string text = all.substr(all.rfind(';') + 1);
    auto numbers = numbers_in(text);
    if (numbers.size() % 2 != 0) return;
    std::size_t at = 0;
    if (text.starts_with("e,") && numbers.size() >= 2) {
      curve.tip = point(numbers[0], numbers[1]);
      at = 2;
    }
    for (; at + 1 < numbers.size(); at += 2)
      curve.points.push_back(point(numbers[at], numbers[at + 1]));
    if (curve.points.size() % 3 != 1) curve.points.clear();
    curve.label = point_in(object, "lp");
  }

  GraphLayout layout_;
};

}  // namespace

Result<GraphLayout> read_layout(const Graph& graph, const std::string& answer) {
  const Json json = Json::parse(answer, nullptr, false);
  Reader reader(graph);
  if (json.is_object() && reader.read(json)) return reader.take();
  return Failure{
      "graphviz-failed", "dot", {"Graphviz 的回答无法识别", "Graphviz's answer can't be read"}};
}

}  // namespace mingze::report
