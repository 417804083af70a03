// Text inside Markdown.
#pragma once

#include <string>
#include <string_view>

namespace mingze::report {

/// The text as it must stand in a paragraph, a list item or a table cell to be read as itself, on
/// one line. Control characters and marks that reorder text are replaced, as on a terminal.
[[nodiscard]] std::string in_markdown(std::string_view text);

}  // namespace mingze::report
