// Statements that syntax errors left out of the trees.
#pragma once

#include "dsl/lower/context.hpp"

namespace mingze::dsl {

/// Remembers the words of the stretches between statements that hold a syntax error: what they may
/// have declared is not called unknown.
void excuse_lost(Context& context, const Sources& sources, const std::vector<Input>& inputs,
                 const std::vector<Span>& syntax_errors);

}  // namespace mingze::dsl
