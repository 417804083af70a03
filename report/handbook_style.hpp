// How the page of a handbook looks: on a screen, light or dark, and on paper.
#pragma once

#include <string_view>

namespace mingze::report {

/// The style sheet; it names no other file.
[[nodiscard]] std::string_view handbook_style();

}  // namespace mingze::report
