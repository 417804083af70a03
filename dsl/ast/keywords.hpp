// The words of the language itself, in both languages.
//
// A keyword of two words (`for every`, `at least`, `as of`) is one keyword in Chinese; its English
// halves are listed too, since a sentence may hold them as plain words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

enum class Keyword : std::uint8_t {
  none,
  // begin a statement
  pack,
  use,
  kind,
  relation,
  decision,
  source,
  rule,
  finding,
  test,
  facts,
  // reserved inside sentences
  and_,
  if_,
  then,
  cites,
  overrides,
  given,
  expect,
  // begin a part of a statement
  version,
  hierarchy,
  rank,
  issued,
  aka,
  one,
  per,
  for_every,
  prefer,
  as_of,
  from,
  until,
  on,
  suggest,
  // stand within a part
  not_,
  is,
  at_least,
  with,
  date,
  specificity,
  no,
  error,
  warning,
  note,
  today,
  // halves of English keywords
  for_,
  every,
  at,
  least,
  as,
  of,
};

inline constexpr std::size_t keyword_count = static_cast<std::size_t>(Keyword::of) + 1;

struct KeywordMatch {
  Keyword keyword = Keyword::none;
  Language language = Language::en;
};

/// Which keyword a bare word is, if any. A word that is the same in both languages counts as
/// English.
[[nodiscard]] KeywordMatch find_keyword(std::string_view word);

/// How a keyword is written: `for every`, `凡`.
[[nodiscard]] std::string_view spelling(Keyword keyword, Language language);

/// pack, use, kind, … : a template may not begin with one, and a fact that does is read as that
/// statement.
[[nodiscard]] constexpr bool begins_statement(Keyword keyword) {
  return keyword >= Keyword::pack && keyword <= Keyword::facts;
}

/// and, if, then, cites, overrides, given, expect: never a word of a sentence. (`from` and `until`
/// are reserved only directly before a date, `not` and `at least` only at the start.)
[[nodiscard]] constexpr bool reserved_in_sentence(Keyword keyword) {
  return keyword >= Keyword::and_ && keyword <= Keyword::expect;
}

}  // namespace mingze::dsl
