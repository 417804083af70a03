// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace mingze::report {

/// The text as it must stand in an element or between double quotes in an attribute. Control
/// characters and marks that reorder text are replaced, as on a terminal; line feeds stay.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace mingze::report
