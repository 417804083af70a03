// Message texts with {Variables}, taken apart.
#pragma once

#include <string>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

/// A stretch of plain text, or with `is_variable` a name between braces.
struct WrittenText {
  bool is_variable = false;
  Word word;
};

/// Takes a message apart; a brace without its partner, or with no name inside, is an error
/// (`bad-message`).
[[nodiscard]] std::vector<WrittenText> read_text(const Word& text, Diagnostics& diagnostics);

}  // namespace mingze::dsl
