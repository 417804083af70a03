#include "report/graph_parts.hpp"

#include <algorithm>

namespace mingze::report {

std::string words_before(const Predicate& predicate, std::uint32_t slot, Language language) {
  std::string words;
  for (const TemplatePiece& piece : language == Language::zh ? predicate.zh : predicate.en) {
    if (piece.slot == slot) break;
    if (piece.slot)
      words.clear();
    else
      words += (words.empty() ? "" : " ") + piece.word;
  }
  return words.empty() ? predicate.id : words;
}

std::string listed(const std::vector<std::string>& labels, std::size_t most, Language language) {
  const bool zh = language == Language::zh;
  std::string out;
  for (std::size_t i = 0; i < labels.size() && i < most; ++i) {
    if (i > 0) out += zh ? "、" : ", ";
    out += labels[i];
  }
  if (labels.size() <= most) return out;
  return out + (zh ? fmt::format(" 等 {} 个", labels.size())
                   : fmt::format(" and {} more", labels.size() - most));
}

void add_notes(Graph& graph, const Program& program, Language language) {
  graph.notes.insert(graph.notes.begin(),
                     in(language, "截至 ", "as of ") + to_string(program.as_of));
  if (graph.nodes.empty())
    graph.notes.push_back(in(language, "没有可画的内容", "there is nothing to draw"));
}

void explain(Graph& graph, NodeLook look, std::string text) {
  const bool used = std::any_of(graph.nodes.begin(), graph.nodes.end(),
                                [&](const Graph::Node& node) { return node.look == look; });
  if (used) graph.legend.push_back({look, std::move(text)});
}

void explain(Graph& graph, EdgeLook look, std::string text) {
  const bool used = std::any_of(graph.edges.begin(), graph.edges.end(),
                                [&](const Graph::Edge& edge) { return edge.look == look; });
  if (used) graph.legend.push_back({look, std::move(text)});
}

void note_left_out(Graph& graph, std::size_t count, Language language) {
  if (count == 0) return;
  graph.notes.push_back(
      language == Language::zh
          ? fmt::format("还有 {} 个没有画；用 --limit 多画，或缩小范围", count)
          : fmt::format("not drawn: {} more; draw more with --limit, or ask for less", count));
}

}  // namespace mingze::report
