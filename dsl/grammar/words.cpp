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
  const auto number = [&](std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    for (; at < word.size() && is_digit(word[at]); ++at) ++digits;
    return least <= digits && digits <= most;
  };
  const auto mark = [&](std::string_view unit) {
    for (const std::string_view each : {std::string_view("-"), std::string_view("/"), unit}) {
      if (!word.substr(at).starts_with(each)) continue;
      at += each.size();
      return true;
    }
    return false;
  };
  if (!number(4, 4) || !mark("年") || !number(1, 2)) return false;
  if (mark("月") && at < word.size() && !number(1, 2)) return false;
  return at == word.size() || word.substr(at) == "日" || word.substr(at) == "号";
}

bool stands_for_date(const Token& token) {
  return token.sort == Token::Sort::word &&
         (token.form == Form::date || token.is(Keyword::today) || means_date(token.text));
}

bool begins_period(const Token* at, const Token* last) {
  if (!(at->is(Keyword::from) || at->is(Keyword::until))) return false;
  if (at + 1 >= last || !stands_for_date(at[1])) return false;
  if (at[1].form == Form::date || at[1].is(Keyword::today) || at + 2 >= last) return true;
  const Token& after = at[2];
  return (after.sort != Token::Sort::word && after.sort != Token::Sort::string) ||
         reserved_in_sentence(after.keyword) || after.is(Keyword::from) ||
         after.is(Keyword::until) || after.is(Keyword::aka);
}

bool ends_sentence(const Token* at, const State& state) {
  if (reserved_in_sentence(at->keyword) || begins_period(at, state.last)) return true;
  // A new statement where the full stop before it is missing.
  return at != state.first && state.may_begin_statement(*at) &&
         (state.tentative || reads_as_statement(at, state));
}

}  // namespace mingze::dsl
