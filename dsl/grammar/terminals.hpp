// X3 parsers of single tokens: the terminals of the second pass.
//
// Each notes in the State what it expected where it fails. Those that begin a part of a statement
// (keywords, strings) take a comma before them along: it changes nothing.
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "dsl/grammar/words.hpp"

namespace mingze::dsl::terminals {

namespace x3 = boost::spirit::x3;

struct StateTag {};

template <typename Context>
State& state_of(const Context& context) {
  return x3::get<StateTag>(context);
}

/// A terminal made of a function `bool read(const Token*& at, State&, Value&)`.
template <typename Derived, typename Value>
struct Terminal : x3::parser<Derived> {
  using attribute_type = Value;
  static constexpr bool has_attribute = true;

  template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator&, const Context& context, RuleContext&,
             Attribute& attribute) const {
    Value value{};
    if (!this->derived().read(first, state_of(context), value)) return false;
    x3::traits::move_to(std::move(value), attribute);
    return true;
  }
};

/// The same without a value.
template <typename Derived>
struct Mark : x3::parser<Derived> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator&, const Context& context, RuleContext&,
             Attribute&) const {
    return this->derived().read(first, state_of(context));
  }
};

inline const Token* past_comma(const Token* at, const State& state) {
  return at < state.last && at->sort == Token::Sort::comma ? at + 1 : at;
}

/// A keyword, both halves of it; `comma`: one may stand before it.
struct KeywordParser : Mark<KeywordParser> {
  Keyword keyword;
  bool comma;
  constexpr KeywordParser(Keyword wanted, bool takes_comma) : keyword(wanted), comma(takes_comma) {}

  bool read(const Token*& at, State& state) const {
    const Token* const begin = comma ? past_comma(at, state) : at;
    const std::size_t length = match(begin, state);
    if (length == 0) {
      state.expect(begin, keyword);
      return false;
    }
    at = begin + length;
    return true;
  }

 private:
  [[nodiscard]] std::size_t match(const Token* at, const State& state) const {
    if (at >= state.last) return 0;
    if (at->is(keyword)) return 1;
    const auto halves = [&](Keyword one, Keyword two) -> std::size_t {
      return at->is(one) && at + 1 < state.last && at[1].is(two) ? 2 : 0;
    };
    if (keyword == Keyword::for_every) return halves(Keyword::for_, Keyword::every);
    if (keyword == Keyword::at_least) return halves(Keyword::at, Keyword::least);
    if (keyword == Keyword::as_of) return halves(Keyword::as, Keyword::of);
    return 0;
  }
};

/// The keyword of a part, which a comma may precede.
constexpr KeywordParser part(Keyword keyword) { return {keyword, true}; }
/// A keyword with nothing before it.
constexpr KeywordParser here(Keyword keyword) { return {keyword, false}; }

/// = or |, a comma that separates a list, or the full stop.
struct SignParser : Mark<SignParser> {
  Token::Sort sort;
  Wanted wanted;
  constexpr SignParser(Token::Sort token, Wanted what) : sort(token), wanted(what) {}

  bool read(const Token*& at, State& state) const {
    if (at < state.last && at->sort == sort) {
      ++at;
      return true;
    }
    state.expect(at, wanted);
    return false;
  }
};

inline constexpr SignParser full_stop{Token::Sort::stop, Wanted::full_stop};
inline constexpr SignParser equals{Token::Sort::equals, Wanted::equals};
inline constexpr SignParser bar{Token::Sort::bar, Wanted::bar};
inline constexpr SignParser list_comma{Token::Sort::comma, Wanted::list_comma};

/// One token that becomes a Word. `Wanted` says which ones.
struct WordParser : Terminal<WordParser, Word> {
  Wanted wanted;
  explicit constexpr WordParser(Wanted what) : wanted(what) {}

  bool read(const Token*& at, State& state, Word& word) const {
    const Token* const begin = takes_comma() ? past_comma(at, state) : at;
    if (begin >= state.last || !accepts(*begin)) {
      state.expect(begin, wanted);
      return false;
    }
    word = to_word(*begin, state);
    at = begin + 1;
    return true;
  }

 private:
  [[nodiscard]] bool takes_comma() const { return wanted == Wanted::text; }

  [[nodiscard]] bool accepts(const Token& token) const {
    const bool text = token.sort == Token::Sort::string;
    const bool bare = token.sort == Token::Sort::word && !reserved_in_sentence(token.keyword);
    switch (wanted) {
      case Wanted::id:
        return bare;
      case Wanted::name:
        return text || (bare && token.form != Form::variable);
      case Wanted::text:
      case Wanted::title:
        return text;
      case Wanted::variable:
        return bare && token.form == Form::variable;
      case Wanted::number:
        return bare && token.form == Form::number;
      default:
        return false;
    }
  }
};

inline constexpr WordParser id{Wanted::id};
inline constexpr WordParser name{Wanted::name};
inline constexpr WordParser text{Wanted::text};    ///< a string, after a comma or not
inline constexpr WordParser title{Wanted::title};  ///< a string right here
inline constexpr WordParser variable{Wanted::variable};
inline constexpr WordParser number{Wanted::number};

struct DateParser : Terminal<DateParser, DateLiteral> {
  bool read(const Token*& at, State& state, DateLiteral& date) const {
    if (at >= state.last || !stands_for_date(*at)) {
      state.expect(at, Wanted::date);
      return false;
    }
    if (at->is(Keyword::today)) return state.fail(Fault::today_in_period, at);
    const std::optional<Date> value = parse_date(at->text);
    if (!value) return state.fail(Fault::invalid_date, at);
    date = {*value, state.span(*at)};
    ++at;
    return true;
  }
};

inline constexpr DateParser date{};

/// The words up to whatever a sentence cannot hold. `not` and `at least` begin none.
struct SentenceParser : Terminal<SentenceParser, Sentence> {
  bool read(const Token*& at, State& state, Sentence& sentence) const {
    const Token* const begin = at;
    if (begins_otherwise(at, state)) {
      state.expect(at, Wanted::sentence);
      return false;
    }
    while (at < state.last && continues(at, state)) sentence.words.push_back(to_word(*at++, state));
    if (at == begin) {
      state.expect(at, Wanted::sentence);
      return false;
    }
    sentence.span = cover(state.span(*begin), state.span(at[-1]));
    state.sentence_begin = begin;
    state.sentence_end = at;
    return true;
  }

 private:
  static bool begins_otherwise(const Token* at, const State& state) {
    if (at >= state.last || at->is(Keyword::not_) || at->is(Keyword::at_least)) return true;
    return at->is(Keyword::at) && at + 1 < state.last && at[1].is(Keyword::least);
  }

  static bool continues(const Token* at, const State& state) {
    switch (at->sort) {
      case Token::Sort::string:
      case Token::Sort::comparison:
        return true;
      case Token::Sort::word:
        return !ends_sentence(at, state);
      default:
        return false;
    }
  }
};

inline constexpr SentenceParser sentence{};

/// Never matches; where the token is of this sort it is a fault. A fault names a mistake better
/// than what was expected in its stead could.
struct FaultParser : Mark<FaultParser> {
  bool (*made)(const Token*& at, const State& state);
  Fault fault;
  constexpr FaultParser(Fault what, bool (*test)(const Token*&, const State&))
      : made(test), fault(what) {}

  bool read(const Token*& at, State& state) const {
    const Token* where = at;
    if (where < state.last && made(where, state)) return state.fail(fault, where);
    return false;
  }
};

}  // namespace mingze::dsl::terminals
