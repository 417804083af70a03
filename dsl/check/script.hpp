// Which of the two languages a text is written in.
#pragma once

#include <string_view>

namespace mingze::dsl {

/// Whether the text holds a Chinese character (a letter, not a mark).
[[nodiscard]] bool contains_han(std::string_view text);

}  // namespace mingze::dsl
