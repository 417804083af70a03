#include "dsl/grammar/errors.hpp"

namespace mingze::dsl {
Diagnostic empty_statement(Span span) { return {.code="empty-statement",.message={"",""},.span=span}; }
const Token* report(const State& state, Diagnostics& diagnostics) {
  const Token* e = state.error_at();
  diagnostics.push_back({.code="unexpected-word",.message={"x","x"},.span=e<state.last?state.span(*e):state.span(e[-1])});
  while (e < state.last && e->sort != Token::Sort::stop) ++e;
  return e < state.last ? e + 1 : e;
}
}
