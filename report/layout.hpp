// Text on a terminal: colours, and columns that come out straight under Chinese characters.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"

namespace mingze::report {

/// The words in this language.
[[nodiscard]] inline std::string in(Language language, std::string_view zh, std::string_view en) {
  return std::string(language == Language::zh ? zh : en);
}

/// How a face draws.
struct Style {
  Language language = Language::zh;
  bool color = false;
  std::size_t columns = 100;  ///< room on a line
};

enum class Paint { bold, red, yellow, cyan, green, blue, faint };

/// The text in a colour, or as it is where the style has none.
[[nodiscard]] std::string painted(const Style& style, Paint paint, std::string_view text);
/// The colour of a severity.
[[nodiscard]] Paint paint_of(Severity severity);
/// The severity as documents write it: error, warning, note.
[[nodiscard]] std::string_view name_of(Severity severity);
/// The severity as people read it: 错误, error.
[[nodiscard]] Message title_of(Severity severity);

/// Blanks to fill a text up to a width in columns (none if it is wider).
[[nodiscard]] std::string padding(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);

/// Control characters and marks that reorder text replaced, so that a file can't steer a terminal.
[[nodiscard]] std::string harmless(std::string_view text);

/// White space of any length as one blank, none at the ends.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// The longest beginning that fits into `columns`, with … where something is left out.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

/// Breaks a text into lines of at most `columns`, each after the first indented by `indent` blanks
/// more.
/// Chinese text breaks between characters, other text at blanks.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent);

}  // namespace mingze::report
