// Which conditions follow from others.
//
// Everything here is proved from the conditions alone, whatever the facts: where it says yes it is
// so. It may say no of what follows in other ways (through rules, or what numbers mean).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// Terms of one body and the terms of another that they must stand for.
using TermPairs = std::vector<std::pair<Term, Term>>;

/// Whether `general` holds wherever `special` does: its variables can be given terms of `special`,
/// those of `fixed` the ones said there, so that each of its conditions follows from one of
/// `special`. A search: past a million steps the answer is no.
[[nodiscard]] bool follows(const Body& general, const Body& special, const TermPairs& fixed);

/// Whether a body without this condition holds for the same values of the variables in `kept` (one
/// flag a variable: those that a conclusion or a message tells) as with it.
[[nodiscard]] bool is_redundant(const Body& body, std::size_t condition,
                                const std::vector<bool>& kept);

/// Two conditions that never hold together, by their places; equal places: one that never holds.
struct Contradiction {
  std::size_t first = 0;
  std::size_t second = 0;
};
/// All of them, each condition in one at most.
[[nodiscard]] std::vector<Contradiction> contradictions(const Body& body);

}  // namespace mingze
