// Tokens: what the first pass makes of the bytes and the second reads.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/ast/keywords.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

struct Token {
  enum class Sort : std::uint8_t { word, string, comparison, stop, comma, equals, bar, mark };

  static constexpr std::uint32_t not_first = UINT32_MAX;

  std::string_view text;  ///< a view of the source; of a string, what is between its quotes
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t indent = not_first;  ///< bytes before it on its line, if it is the first there
  Sort sort = Sort::word;
  Form form = Form::plain;
  Quote quote = Quote::none;
  Keyword keyword = Keyword::none;  ///< what a bare word could be
  Language language = Language::en;
  bool broken = false;  ///< an error about it was reported already

  [[nodiscard]] bool is(Keyword wanted) const { return keyword == wanted; }
  [[nodiscard]] bool starts_line() const { return indent != not_first; }
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<Comment> comments;  ///< documenting ones too: their text begins with one slash
  Diagnostics diagnostics;
};

/// Splits valid UTF-8 into tokens. Comments and white space make none.
[[nodiscard]] Tokens tokenize(std::string_view text, SourceId source);

}  // namespace mingze::dsl
