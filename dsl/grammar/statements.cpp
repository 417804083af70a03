#include "dsl/grammar/statements.hpp"

#include <algorithm>

namespace mingze::dsl {

namespace {

/// A sentence takes nearly any word, so only what got past `aka` was meant as an entity.
bool meant_as_entity(const State& entity) {
  return std::any_of(entity.first, entity.error_at(),
                     [](const Token& token) { return token.is(Keyword::aka); });
}

Body parse_entity_or_fact(const Token*& at, State& state) {
  State as_entity = state;
  EntityOrFact both;
  const Token* after_entity = at;
  both.entity = parse_entity(after_entity, as_entity);
  const Token* after_fact = at;
  both.fact = parse_fact(after_fact, state);
  if (!both.entity && !both.fact) {
    if (meant_as_entity(as_entity)) state = as_entity;
    return std::nullopt;
  }
  at = both.fact ? after_fact : after_entity;
  return StatementBody(std::move(both));
}

}  // namespace

Body parse_keyword_statement(Keyword keyword, const Token*& at, State& state) {
  switch (keyword) {
    case Keyword::relation:
    case Keyword::decision:
      return parse_template(keyword, at, state);
    case Keyword::rule:
    case Keyword::finding:
      return parse_rule(keyword, at, state);
    case Keyword::test:
      return parse_test(at, state);
    default:
      return parse_declaration(keyword, at, state);
  }
}

Body parse_statement(const Token*& at, State& state) {
  at = state.first;
  const Keyword keyword = at->keyword;
  return begins_statement(keyword) ? parse_keyword_statement(keyword, ++at, state)
                                   : parse_entity_or_fact(at, state);
}

bool reads_as_statement(const Token* at, const State& state) {
  State trial(state.source, at, state.last, state.margin);
  trial.tentative = true;
  const Token* next = at + 1;
  return parse_keyword_statement(at->keyword, next, trial).has_value();
}

}  // namespace mingze::dsl
