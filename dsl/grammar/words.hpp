// Questions about single tokens that several parsers ask.
#pragma once

#include "dsl/ast/ast.hpp"
#include "dsl/grammar/state.hpp"

namespace mingze::dsl {

[[nodiscard]] Word to_word(const Token& token, const State& state);

/// `2026-1-5`, `2018年3月18日`: meant as a date, though no date of the language.
[[nodiscard]] bool means_date(std::string_view word);

/// A word that stands where a date is read: a date, something meant as one, or today.
[[nodiscard]] bool stands_for_date(const Token& token);

/// `from` or `until` directly before a date: the one place where they are reserved. What is only
/// meant as a date counts where the sentence ends with it: `自 2024年1月1日 起 施行` is a sentence.
[[nodiscard]] bool begins_period(const Token* at, const Token* last);

/// Whether a bare word ends the sentence that it stands in.
[[nodiscard]] bool ends_sentence(const Token* at, const State& state);

}  // namespace mingze::dsl
