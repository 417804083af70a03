// Explanations as graphs: what holds and what it rests on, what does not hold and what is missing.
#pragma once

#include "report/explanation.hpp"
#include "report/graph.hpp"
#include "report/why_not.hpp"

namespace mingze::report {

/// More boxes than these are left out, the furthest from the question first, and counted.
inline constexpr std::size_t most_boxes_explained = 400;

/// Every sentence is a box above those that it rests on; what several rest on is there once. What
/// lost hangs dashed on what it lost to.
[[nodiscard]] Graph why_graph(const WhyReport& report, Language language);

/// The question, below it the ways to come to it, below each its conditions, the facts that would
/// do and what is in the way. What several ways share is there once.
[[nodiscard]] Graph why_not_graph(const WhyNotReport& report, Language language);

}  // namespace mingze::report
