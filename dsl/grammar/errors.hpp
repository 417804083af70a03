// What the author of a statement that could not be read is told, and where reading goes on.
#pragma once

#include <string>

#include "dsl/grammar/state.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

/// A full stop with nothing before it.
[[nodiscard]] Diagnostic empty_statement(Span span);

/// Adds the one error of a statement that failed with `state`, and returns the token with which
/// the next statement begins. Says nothing where a token in the statement is broken: its error
/// stands already.
[[nodiscard]] const Token* report(const State& state, Diagnostics& diagnostics);

/// The mistake that a fault names.
[[nodiscard]] Diagnostic fault_error(const State& state);

/// A statement that stops before it is whole: at a full stop, at the end of the file, or, with
/// `next`, where another statement begins.
[[nodiscard]] Diagnostic end_error(const State& state, const Token* next);

/// A token that can stand in no sentence, where a sentence was being read.
[[nodiscard]] Diagnostic sentence_error(const State& state);

/// Any other token in a wrong place.
[[nodiscard]] Diagnostic unexpected_token(const State& state);

/// `cites`, `if` or a full stop; empty where nothing is expected.
[[nodiscard]] Message describe(const Expectations& expected);

}  // namespace mingze::dsl
