#include "dsl/grammar/statements.hpp"

namespace mingze::dsl {

Body parse_keyword_statement(Keyword keyword, const Token*& at, State& state) {
  switch (keyword) {
    case Keyword::relation:
    case Keyword::decision: return parse_template(keyword, at, state);
    case Keyword::rule:
    case Keyword::finding: return parse_rule(keyword, at, state);
    case Keyword::test: return parse_test(at, state);
    default: return parse_declaration(keyword, at, state);
  }
}

bool reads_as_statement(const Token* at, const State& state) {
  State trial(state.source, at, state.last, state.margin);
  trial.tentative = true;
  const Token* next = at + 1;
  return parse_keyword_statement(at->keyword, next, trial).has_value();
}

}  // namespace mingze::dsl
