// A fact, as a statement of its own or given in a test.
#pragma once

#include <algorithm>

#include "dsl/grammar/conditions.hpp"

namespace mingze::dsl::parts {

inline constexpr terminals::FaultParser negated_fact{
    Fault::negated_fact, [](const Token*& at, const State&) { return at->is(Keyword::not_); }};

/// Facts have no variables.
const auto set_fact_sentence = [](auto& context) {
  Sentence& sentence = x3::_attr(context);
  const auto variable = std::find_if(sentence.words.begin(), sentence.words.end(),
                                     [](const Word& w) { return w.form == Form::variable; });
  if (variable != sentence.words.end()) {
    State& state = state_of(context);
    const auto index = variable - sentence.words.begin();
    x3::_pass(context) = state.fail(Fault::variable_in_fact, state.sentence_begin + index);
    return;
  }
  x3::_val(context).sentence = std::move(sentence);
};

inline auto fact() {
  return x3::rule<struct FactTag, FactForm>{} =
             (negated_fact | misplaced_at_least | terminals::sentence[set_fact_sentence]) >>
             *(cites_part() | period_part());
}

}  // namespace mingze::dsl::parts
