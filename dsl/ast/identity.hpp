// What "declared identically" means.
#pragma once

#include <string>

#include "dsl/ast/ast.hpp"
#include "engine/base/sources.hpp"

namespace mingze::dsl {

/// The words of a statement as written, but for white space, comments and the shape of quotes and
/// punctuation: two statements with equal identities are declared identically. A keyword in the
/// other language is another word.
[[nodiscard]] std::string identity(const Statement& statement, const Source& source);

}  // namespace mingze::dsl
