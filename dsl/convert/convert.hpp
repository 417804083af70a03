// A module in the other language of the two.
#pragma once

#include "dsl/ast/ast.hpp"
#include "dsl/lower/lower.hpp"

namespace mingze::dsl {

/// The same statements with keywords, sentences, names of kinds, `today` and punctuation in
/// `language`. Names, variables, labels, messages, comments and marks of quotation stay as they
/// are. Converted there and back, what was in one language is what it was.
///
/// A sentence, or a kind, with one wording only keeps it, and so does a sentence whose other
/// wording would read as something else. Of a fact only that reading is kept. `lowered` is the
/// program that the module belongs to, `inputs` all modules of it; both without errors.
[[nodiscard]] Module convert(const Module& module, Language language,
                             const std::vector<Input>& inputs, const Lowered& lowered);

}  // namespace mingze::dsl
