#include "app/session/draw.hpp"

#include <sstream>

#include "report/graph_layout.hpp"

namespace mingze::app {

namespace {

Failure failure_of(const Ended& ended) {
  switch (ended.how) {
    case Ended::How::not_there:
      return {"graphviz-missing",
              "dot",
              {"没有安装 Graphviz，画不出 svg；安装 graphviz 软件包，或者用 --format dot",
               "Graphviz is not installed, so there can be no svg; install the package graphviz, "
               "or use --format dot"}};
    case Ended::How::too_late:
    case Ended::How::too_much:
      return {"graph-too-large",
              "dot",
              {"图太大，Graphviz 没有及时画完；缩小范围，或者用 --format dot",
               "the graph is too large for Graphviz to finish in time; ask for less of it, or use "
               "--format dot"}};
    default:
      break;
  }
  const std::string said = ended.error.substr(0, ended.error.find('\n'));
  return {"graphviz-failed",
          "dot",
          {"Graphviz 没有画出这幅图" + (said.empty() ? said : "：" + said),
           "Graphviz did not draw this graph" + (said.empty() ? said : ": " + said)}};
}

}  // namespace

Result<std::string> svg_of(const report::Graph& graph, Language language,
                           const std::function<Ended(const Job&)>& ask) {
  Job job;
  job.command = {"dot", "-Tjson0"};
  job.input = report::layout_request(graph);
  const Ended ended = ask(job);
  if (ended.how != Ended::How::well) return failure_of(ended);
  const auto layout = report::read_layout(graph, ended.output);
  if (!layout) return layout.failure();
  std::ostringstream out;
  report::write_graph_svg(out, graph, layout.value(), language);
  return out.str();
}

}  // namespace mingze::app
