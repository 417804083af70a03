// The text of a template, taken apart: literal words and slots, each with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

/// `{role: kind}`, or `{kind}` with an empty role.
struct WrittenSlot {
  Word role;
  Word kind;
  Span span;  ///< with the braces
};

/// A literal word, or (`slot` set) the place of a slot.
struct WrittenPiece {
  Word word;
  std::optional<std::uint32_t> slot;
};

struct WrittenTemplate {
  std::vector<WrittenPiece> pieces;
  std::vector<WrittenSlot> slots;
  Span span;
  bool sound = true;  ///< an error was reported: the pieces may be incomplete
};

/// Takes a template apart. What can't be read is an error (`bad-template`).
[[nodiscard]] WrittenTemplate read_template(const Word& text, Diagnostics& diagnostics);

/// What a template may not hold: a reserved word, a word that looks like a variable, a keyword of a
/// statement or `not` or `at least` at its start, two slots that only a comparison joins, nothing
/// but slots. Marks the template as unsound where it does.
void check_template(WrittenTemplate& written, Diagnostics& diagnostics);

/// The place of the characters [begin, end) of a string's text, in the source.
[[nodiscard]] Span span_within(const Word& text, std::size_t begin, std::size_t end);

}  // namespace mingze::dsl
