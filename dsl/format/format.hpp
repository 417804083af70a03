// A tree → its text in the one canonical layout.
#pragma once

#include <string>

#include "dsl/ast/ast.hpp"
#include "engine/base/sources.hpp"

namespace mingze::dsl {

/// The module as text. Parsed again it gives the same tree, and formatted again the same text.
///
/// Each statement is written in the language of its first keyword, each string with its own quotes.
/// Comments stay where they are, `source` (the text that the module was parsed from) says where
/// blank lines stood: one is kept. Only a module that was parsed without an error may be formatted,
/// since a statement with an error is not in it.
[[nodiscard]] std::string format(const Module& module, const Source& source);

/// One statement without its comments, ended by a line feed.
[[nodiscard]] std::string format(const Statement& statement);

}  // namespace mingze::dsl
