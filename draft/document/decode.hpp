// Bytes of a .txt or .md file to UTF-8, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace mingze::draft {

/// UTF-8 (with or without byte-order mark, which is kept), UTF-16 LE and BE (with byte-order mark,
/// or without it when the zero bytes tell), UTF-32 LE with its mark, GB18030 and GBK, and Big5
/// where its marks tell. Anything else is a failure whose message names the byte, or what the file
/// is: an old Office file, an image, a web page and the like. `name`: as messages call the file.
[[nodiscard]] Result<std::string> decode(std::string_view bytes, const std::string& name);

/// The bytes of a text in the encoding of the file `like`, which `decode` has read; nothing where
/// that file would not come out byte for byte, so that a copy would change what no one asked for.
[[nodiscard]] std::optional<std::string> encode(std::string_view text, std::string_view like);

}  // namespace mingze::draft
