// What several graphs have in common.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "engine/program/program.hpp"
#include "report/graph.hpp"
#include "report/graphs.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// The literal words directly before a slot (审批, is led by); the relation's id where there are
/// none.
[[nodiscard]] std::string words_before(const Predicate& predicate, std::uint32_t slot,
                                       Language language);

/// Labels one after the other, at most `most`; then how many there are.
[[nodiscard]] std::string listed(const std::vector<std::string>& labels, std::size_t most,
                                 Language language);

/// The date, and where the graph is empty that there is nothing.
void add_notes(Graph& graph, const Program& program, Language language);
/// That so many boxes are left out.
void note_left_out(Graph& graph, std::size_t count, Language language);

/// Says what a look means, where the graph has it.
void explain(Graph& graph, NodeLook look, std::string text);
void explain(Graph& graph, EdgeLook look, std::string text);

/// A rule's label, or its id.
[[nodiscard]] inline const std::string& name_of(const Rule& rule) {
  return rule.label.empty() ? rule.id : rule.label;
}

}  // namespace mingze::report
