// The archive that is built in.
#pragma once

#include <cstddef>
#include <string_view>

namespace mingze::app {

/// For `Packs`. The bytes live as long as the program.
[[nodiscard]] std::string_view embedded_archive();

}  // namespace mingze::app
