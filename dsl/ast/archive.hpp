// A tree as compact bytes, so that packs are parsed when mingze is built, not at every start.
#pragma once

#include <string>
#include <string_view>

#include "dsl/ast/ast.hpp"
#include "engine/base/result.hpp"

namespace mingze::dsl {

/// The whole module; the same module always gives the same bytes. Spans are kept, the number of
/// their source is not: whoever reads the bytes gives it.
[[nodiscard]] std::string to_bytes(const Module& module);

/// Reads what `to_bytes` wrote. Any other bytes, be they cut, changed or of another version, give a
/// Failure.
[[nodiscard]] Result<Module> from_bytes(std::string_view bytes, SourceId source);

/// Whether two modules say the same: equal but for spans, quotation marks, the language of the
/// keywords, and comments that document nothing.
[[nodiscard]] bool same_tree(const Module& a, const Module& b);
[[nodiscard]] bool same_tree(const Statement& a, const Statement& b);

}  // namespace mingze::dsl
