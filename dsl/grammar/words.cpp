#include "dsl/grammar/words.hpp"

#include "dsl/grammar/statements.hpp"

namespace mingze::dsl {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Word to_word(const Token& token, const State& state) {
  return {std::string(token.text), token.form, state.span(token), token.quote};
}

bool means_date(std::string_view word) {
  std::size_t at = 0;
  int numbers = 0;
  while (at < word.size() && is_digit(word[at])) {
    while (at < word.size() && is_digit(word[at])) ++at;
    ++numbers;
    if (at < word.size() && (word[at] == '-' || word[at] == '/' || word[at] == '.')) {
      ++at;
    } else {
      for (const std::string_view unit : {"年", "月", "日"})
        if (word.substr(at).starts_with(unit)) at += unit.size();
    }
  }
  return numbers >= 2 && at == word.size();
}

bool stands_for_date(const Token& token) {
  return token.sort == Token::Sort::word &&
         (token.form == Form::date || token.is(Keyword::today) || means_date(token.text));
}

bool begins_period(const Token* at, const Token* last) {
  return (at->is(Keyword::from) || at->is(Keyword::until)) && at + 1 < last &&
         stands_for_date(at[1]);
}

bool ends_sentence(const Token* at, const State& state) {
  if (reserved_in_sentence(at->keyword) || begins_period(at, state.last)) return true;
  // A new statement where the full stop before it is missing.
  return at != state.first && state.may_begin_statement(*at) &&
         (state.tentative || reads_as_statement(at, state));
}

}  // namespace mingze::dsl
