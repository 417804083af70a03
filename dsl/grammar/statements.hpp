// The second pass: one function per group of statements, each in its own file since X3 is slow to
// compile. They read from `at`, the token after the statement's keyword, through its full stop,
// and move `at` past it.
#pragma once

#include <optional>

#include "dsl/ast/ast.hpp"
#include "dsl/grammar/state.hpp"

namespace mingze::dsl {

using Body = std::optional<StatementBody>;

/// pack, use, kind, source, facts
[[nodiscard]] Body parse_declaration(Keyword keyword, const Token*& at, State& state);
/// relation, decision
[[nodiscard]] Body parse_template(Keyword keyword, const Token*& at, State& state);
/// rule, finding
[[nodiscard]] Body parse_rule(Keyword keyword, const Token*& at, State& state);
[[nodiscard]] Body parse_test(const Token*& at, State& state);
/// These two have no keyword: `at` is the first token.
[[nodiscard]] std::optional<EntityForm> parse_entity(const Token*& at, State& state);
[[nodiscard]] std::optional<FactForm> parse_fact(const Token*& at, State& state);

/// Any of them but the last two, by its keyword.
[[nodiscard]] Body parse_keyword_statement(Keyword keyword, const Token*& at, State& state);

/// The statement that begins with `state.first`; on success `at` is past it. Where neither an
/// entity nor a fact can be read, `state` becomes that of the reading that tells more.
[[nodiscard]] Body parse_statement(const Token*& at, State& state);

/// Whether the tokens from here read as a whole statement of their keyword.
[[nodiscard]] bool reads_as_statement(const Token* at, const State& state);

}  // namespace mingze::dsl
