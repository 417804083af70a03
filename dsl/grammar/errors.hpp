// What the author of a statement that could not be read is told, and where reading goes on.
#pragma once

#include "dsl/grammar/state.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

/// A full stop with nothing before it.
[[nodiscard]] Diagnostic empty_statement(Span span);

/// Adds the one error of a statement that failed with `state`, and returns the token with which
/// the next statement begins. Says nothing where a token in the statement is broken: its error
/// stands already.
[[nodiscard]] const Token* report(const State& state, Diagnostics& diagnostics);

}  // namespace mingze::dsl
