// One character of a text made comparable: width, compatibility form, traditional or simplified.
#pragma once

namespace mingze::draft {

/// The folded form of a character; 0 for one that is dropped (byte-order mark, zero width,
/// control). Line breaks and white space are not dropped here: the caller asks `is_space` first.
[[nodiscard]] char32_t fold(char32_t character);

/// White space of any width, no-break spaces and tabs, line breaks excluded.
[[nodiscard]] bool is_space(char32_t character);

}  // namespace mingze::draft
