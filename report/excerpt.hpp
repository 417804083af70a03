// The line of a source that a message is about, with the words at fault underlined.
#pragma once

#include <string>

#include "engine/base/sources.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// The first line of `span` with its number in a gutter, and carets under its words, at the right
/// display columns: a Chinese character is two wide, tabs are widened to four, marks of no width
/// count nothing. Of a long line only the surroundings of the span are shown, with … for the rest.
/// Each line begins with `gutter` blanks of room for the number (see `gutter_width`).
[[nodiscard]] std::string excerpt(const Source& source, Span span, std::size_t gutter,
                                  const Style& style, Paint paint);

/// Columns that the line number of a span takes.
[[nodiscard]] std::size_t gutter_width(const Source& source, Span span);

}  // namespace mingze::report
