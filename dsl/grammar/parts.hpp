// Parts that several statements share, and how their values get into the tree.
#pragma once

#include "dsl/grammar/terminals.hpp"

namespace mingze::dsl::parts {

namespace x3 = boost::spirit::x3;
using terminals::here;
using terminals::part;
using terminals::state_of;

/// Stores the value in a member of what is being made.
template <typename Member>
auto set(Member member) {
  return [member](auto& context) { x3::_val(context).*member = std::move(x3::_attr(context)); };
}

/// Appends the value to a list of what is being made.
template <typename Member>
auto add(Member member) {
  return [member](auto& context) {
    (x3::_val(context).*member).push_back(std::move(x3::_attr(context)));
  };
}

/// The token that an action's parser matched last.
template <typename Context>
const Token* last_token(const Context& context) {
  return x3::_where(context).begin() - 1;
}

/// For the keyword of a part that may stand only once: false if the part is there already.
template <typename Context, typename Target>
void check_once(Context& context, const Target& target) {
  if (!target) return;
  x3::_pass(context) = state_of(context).fail(Fault::duplicate_part, last_token(context));
}

template <typename Member>
auto once(Member member) {
  return [member](auto& context) { check_once(context, x3::_val(context).*member); };
}

/// A mark: `value` is stored where the parser matched.
template <typename Member, typename Value>
auto put(Member member, Value value) {
  return [member, value](auto& context) { x3::_val(context).*member = value; };
}

/// `KEYWORD value`, at most once, into an optional member.
template <typename Parser, typename Member>
auto optional_part(Keyword keyword, const Parser& parser, Member member) {
  return part(keyword)[once(member)] >> parser[set(member)];
}

/// `from DATE` or `until DATE`, into `period`.
inline auto period_part() {
  const auto side = [](Keyword keyword, auto member) {
    const auto only_once = [member](auto& context) {
      check_once(context, x3::_val(context).period.*member);
    };
    const auto store = [member](auto& context) {
      x3::_val(context).period.*member = x3::_attr(context);
    };
    return part(keyword)[only_once] >> terminals::date[store];
  };
  return side(Keyword::from, &PeriodClause::from) | side(Keyword::until, &PeriodClause::until);
}

/// `"…"` or `"…" | "…"`.
inline auto bilingual() {
  const terminals::FaultParser missing_bar{
      Fault::missing_bar, [](const Token*& at, const State& state) {
        const Token* const next = terminals::past_comma(at, state);
        if (next >= state.last || next->sort != Token::Sort::string) return false;
        at = next;
        return true;
      }};
  return x3::rule<struct BilingualTag, BilingualText>{} =
             terminals::text[set(&BilingualText::first)] >>
             -((terminals::bar >> terminals::title[set(&BilingualText::second)]) | missing_bar);
}

/// What ends a list although a comma stands before it: the keyword of a following part.
inline bool begins_part(const Token* at, const State& state) {
  return reserved_in_sentence(at->keyword) || begins_period(at, state.last) ||
         at->is(Keyword::on) || at->is(Keyword::suggest);
}

/// Nothing, if the token after a comma begins another item of a list.
struct NextItem : terminals::Mark<NextItem> {
  bool read(const Token*& at, State& state) const {
    return at < state.last && at->sort == Token::Sort::word && !begins_part(at, state);
  }
};

/// `a "1", b "2"`: a title stands only first, an id anywhere.
inline auto citation_list() {
  const terminals::FaultParser title_in_list{
      Fault::title_in_list, [](const Token*& at, const State& state) {
        const Token* const next = terminals::past_comma(at, state);
        if (next == at || next >= state.last || next->sort != Token::Sort::string) return false;
        at = next;
        return true;
      }};
  const auto first = x3::rule<struct FirstCitationTag, Citation>{} =
      (terminals::title[set(&Citation::source)] | terminals::id[set(&Citation::source)]) >>
      -terminals::text[set(&Citation::clause)];
  const auto next = x3::rule<struct NextCitationTag, Citation>{} =
      NextItem{} >> terminals::id[set(&Citation::source)] >>
      -terminals::text[set(&Citation::clause)];
  using List = std::vector<Citation>;
  const auto append = [](auto& context) {
    x3::_val(context).push_back(std::move(x3::_attr(context)));
  };
  return x3::rule<struct CitationsTag, List>{} =
             first[append] >> *(terminals::list_comma >> next[append]) >> -title_in_list;
}

/// `cites …`, as often as wanted, into `cites`.
inline auto cites_part() {
  const auto append = [](auto& context) {
    auto& cites = x3::_val(context).cites;
    for (Citation& citation : x3::_attr(context)) cites.push_back(std::move(citation));
  };
  return (part(Keyword::cites) >> citation_list())[append];
}

/// Runs a grammar on the tokens from `at`; true if it matched without a fault.
template <typename Grammar, typename Value>
bool run(const Grammar& grammar, const Token*& at, State& state, Value& value) {
  const bool matched =
      x3::parse(at, state.last, x3::with<terminals::StateTag>(state)[grammar], value);
  return matched && !state.fault;
}

}  // namespace mingze::dsl::parts
