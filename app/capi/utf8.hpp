#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mingze::capi {

/// The byte at which a text stops being UTF-8 (Unicode, table 3-7); none where all of it is.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

}  // namespace mingze::capi
