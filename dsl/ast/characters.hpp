// What each code point is to the language, and what the form of a word says about it. The one
// place where punctuation is listed: the tokens, the identity of a statement and dsl/format agree.
#pragma once

#include <optional>
#include <string_view>

#include "dsl/ast/ast.hpp"

namespace mingze::dsl {

enum class Character : std::uint8_t {
  word,  ///< also `.` and `/`: what follows them decides
  space,
  line_end,
  control,    ///< belongs in no text
  full_stop,  ///< 。 (an ASCII full stop only before white space)
  comma,      ///< , ， 、
  equals,     ///< = ＝
  bar,        ///< | ｜
  less,       ///< < ＜
  greater,    ///< > ＞
  mark,       ///< : ； ( ） … : no statement has them
  opening,    ///< " “ 「 《
  closing,    ///< ” 」 》 (an ASCII quote opens)
};

[[nodiscard]] Character classify(char32_t code_point);

/// The quotes that begin with this mark, and the mark that ends them.
[[nodiscard]] Quote quote_of(char32_t opening);
[[nodiscard]] char32_t opening_mark(Quote quote);
[[nodiscard]] char32_t closing_mark(Quote quote);

/// The form of a bare word: variable, number, date or plain.
[[nodiscard]] Form form_of(std::string_view word);

}  // namespace mingze::dsl
