// The errors of the first pass: what is no token.
#pragma once

#include <string_view>

#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

/// `text` is the mark that opens the string and the rest of its line.
[[nodiscard]] Diagnostic unterminated_string(Span span, std::string_view text);
[[nodiscard]] Diagnostic stray_quote(Span span, std::string_view mark);
[[nodiscard]] Diagnostic invalid_character(Span span, char32_t character);
/// `offset`: of the first byte that is not UTF-8.
[[nodiscard]] Diagnostic invalid_utf8(SourceId source, std::uint32_t offset, unsigned char byte);

}  // namespace mingze::dsl
