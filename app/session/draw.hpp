// From a graph to a picture, by Graphviz: a program of its own, so that no start of ours pays for
// it.
#pragma once

#include <functional>
#include <string>

#include "app/session/process.hpp"
#include "engine/base/result.hpp"
#include "report/graph.hpp"

namespace mingze::app {

/// The graph as an SVG picture. A failure where Graphviz is not installed or can't lay it out; it
/// says what to do. `ask` runs Graphviz: tests give their own.
[[nodiscard]] Result<std::string> svg_of(const report::Graph& graph, Language language,
                                         const std::function<Ended(const Job&)>& ask = run_job);

}  // namespace mingze::app
