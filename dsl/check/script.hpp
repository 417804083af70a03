// Which of the two languages a text is written in.
#pragma once

#include <string_view>

namespace mingze::dsl {

/// Whether the text holds a Chinese character (a letter, not a mark).
[[nodiscard]] bool contains_han(std::string_view text);

/// Of two versions of one text: whether the first is the Chinese one and the second the English
/// one. An English text may quote Chinese words: where both hold Chinese characters, the one with
/// fewer Latin letters is Chinese. Where that doesn't tell either, English was written first.
[[nodiscard]] bool first_is_chinese(std::string_view first, std::string_view second);

}  // namespace mingze::dsl
