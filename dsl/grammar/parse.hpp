// The text of a program file → its tree, and every syntax error of the file in one run.
#pragma once

#include "dsl/ast/ast.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"

namespace mingze::dsl {

struct ParseResult {
  Module module;
  Diagnostics diagnostics;  ///< in the order of their places
};

/// Never throws, whatever the bytes. A statement with an error is left out of the module; after
/// one the next statement is read. Linear in the size of the text.
[[nodiscard]] ParseResult parse(const Source& source, SourceId id);

}  // namespace mingze::dsl
