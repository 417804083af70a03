// Comparisons as written: `X is Y`, `X is not Y`, `X < Y` and their like.
#pragma once

#include <optional>

#include "dsl/ast/ast.hpp"
#include "engine/program/program.hpp"

namespace mingze::dsl {

struct WrittenComparison {
  const Word* left;
  const Word* right;
  Comparison comparison;
  Span sign;
};

/// The sentence taken apart as a comparison, if it has the form of one; a sentence that a template
/// fits is none, whatever its form. Valid as long as the sentence.
[[nodiscard]] std::optional<WrittenComparison> comparison_in(const Sentence& sentence);

}  // namespace mingze::dsl
