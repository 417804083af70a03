// Diagnostics on a terminal.
#pragma once

#include <string>

#include "engine/base/diagnostic.hpp"
#include "engine/base/result.hpp"
#include "engine/base/sources.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// Brings diagnostics into the order in which they are told: by file name, place, code and words;
/// so it depends neither on the order of files nor on that of passes. Equal ones are told once.
void sort_diagnostics(Diagnostics& diagnostics, const Sources& sources);

/// A diagnostic with its lines and notes. It begins with `FILE:LINE:COLUMN: error: MESSAGE [code]`
/// in either language, so that editors find the place.
[[nodiscard]] std::string drawn(const Diagnostic& diagnostic, const Sources& sources,
                                const Style& style);
/// All of them, a blank line between.
[[nodiscard]] std::string drawn(const Diagnostics& diagnostics, const Sources& sources,
                                const Style& style);
/// A failure of the world: a file that can't be read stands for its own first character.
[[nodiscard]] std::string drawn(const Failure& failure, const Style& style);

/// What is said of a run as a whole, by the program's name.
[[nodiscard]] std::string drawn(Severity severity, const std::string& code, const Message& message,
                                const Style& style);

/// `FILE:LINE:COLUMN`, the column in code points.
[[nodiscard]] std::string place_of(Span span, const Sources& sources);

}  // namespace mingze::report
