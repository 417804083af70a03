// Finding one list of conditions in another, up to the names of variables.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// What a condition, or another part of a statement, says of its variables: two with the same words
/// and terms say the same, wherever they are written.
struct Shape {
  std::vector<std::uint64_t> words;  ///< all that is no term: sort, predicate, counts, signs
  std::vector<Term> terms;
  bool swappable = false;  ///< two terms that may change places, as those of `X is Y`
  bool operator==(const Shape&) const = default;
};

/// Variables, and what is said of them. As a set: what is said twice stands once.
struct Pattern {
  std::size_t variables = 0;
  std::vector<Shape> shapes = {};
  void add(Shape shape);
};

/// The conditions of a body. `X > Y` is `Y < X`, and `X is Y` is `Y is X`.
[[nodiscard]] Pattern pattern_of(const Body& body);

/// Whether some injective renaming of the variables of `part` makes each of its shapes one of
/// `whole`. Finding a renaming is a search: past a million steps the answer is no.
[[nodiscard]] bool is_part_of(const Pattern& part, const Pattern& whole);

}  // namespace mingze
