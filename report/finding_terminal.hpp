// A finding as people read it on a terminal.
#pragma once

#include <string>

#include "report/finding.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// Severity, message, code; below it the basis, what else belongs to it, and what to do. Without
/// the words of a draft (report/check_terminal.cpp puts those above the basis).
[[nodiscard]] std::string headline(const Finding& finding, const Style& style);
[[nodiscard]] std::string basis_lines(const Finding& finding, const Style& style);
/// `number`: the finding's, where its repairs can be chosen by it.
[[nodiscard]] std::string suggestion_lines(const Finding& finding, const Style& style,
                                           std::size_t number = 0);
/// Why it is raised, and why its suggestions are made, where that was asked for.
[[nodiscard]] std::string why_lines(const Finding& finding, const Style& style);
/// Places in files of rules and data.
[[nodiscard]] std::string related_lines(const Finding& finding, const Style& style);

}  // namespace mingze::report
