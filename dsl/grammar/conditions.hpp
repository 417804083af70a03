// Conditions, conclusions, and what a fact or an expectation has in common with them.
#pragma once

#include "dsl/grammar/parts.hpp"

namespace mingze::dsl::parts {

/// `at least` where only a plain sentence or a negation can stand.
inline constexpr terminals::FaultParser misplaced_at_least{
    Fault::misplaced_at_least, [](const Token*& at, const State& state) {
      return at->is(Keyword::at_least) ||
             (at->is(Keyword::at) && at + 1 < state.last && at[1].is(Keyword::least));
    }};

inline constexpr terminals::FaultParser negated_at_least{Fault::negated_at_least,
                                                         misplaced_at_least.made};

/// For the keyword that a condition begins with: its span begins there.
const auto begin_span = [](auto& context) {
  const State& state = state_of(context);
  const Token* keyword = last_token(context);
  if (keyword->is(Keyword::least)) --keyword;
  x3::_val(context).span = state.span(*keyword);
};

/// For the sentence of a condition or conclusion: its span ends there.
const auto set_sentence = [](auto& context) {
  auto& value = x3::_val(context);
  value.sentence = std::move(x3::_attr(context));
  value.span = cover(value.span, state_of(context).span(*last_token(context)));
  value.span.begin = std::min(value.span.begin, state_of(context).sentence_begin->begin);
};

inline auto condition() {
  using Sort = Condition::Sort;
  const auto negation = here(Keyword::not_)[put(&Condition::sort, Sort::negation)][begin_span] >>
                        (negated_at_least | terminals::sentence[set_sentence]);
  const auto at_least =
      here(Keyword::at_least)[put(&Condition::sort, Sort::at_least)][begin_span] >>
      terminals::number[set(&Condition::count)] >> terminals::variable[set(&Condition::counted)] >>
      part(Keyword::with) >> terminals::sentence[set_sentence];
  return x3::rule<struct ConditionTag, Condition>{} =
             negation | at_least | terminals::sentence[set_sentence];
}

}  // namespace mingze::dsl::parts
