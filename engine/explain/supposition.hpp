// What a search for missing facts found, and in which order it is told.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/explain/unknowns.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// Terms of what a search found: values, or numbers of unknowns ("some").
struct Supposition {
  std::vector<Atom> facts;        ///< to be stated
  std::vector<KindId> unknowns;   ///< their kinds
  std::size_t meant = 0;          ///< the unknowns from here on mean "any", inside of negations
  std::vector<Condition> limits;  ///< comparisons that the unknowns must satisfy
  std::vector<Atom> hold;         ///< sentences that hold and should not
  /// The variables of the conditions asked for, as far as known.
  std::vector<Term> variables;
  /// What the derivation goes through, deepest last: derived or decided sentences, and negations.
  struct Passed {
    bool negative = false;
    Atom atom;  ///< of a negation, what means "any" is an unknown of its own
  };
  std::vector<Passed> passed;

  [[nodiscard]] std::size_t cost() const { return facts.size() + hold.size(); }
};

/// A derivation that a search has completed: terms are values and cells.
struct Derivation {
  std::vector<Atom> assumed;      ///< to be stated
  std::vector<Atom> holding;      ///< hold and should not
  std::vector<Condition> limits;  ///< comparisons that could not be judged when they were met
  std::vector<Supposition::Passed> passed;
};

/// The derivation with its open cells as unknowns, numbered in the order in which they occur; the
/// variables of `asked` stand in the first cells. Nothing where a comparison can't hold, or where a
/// fact is what a negation excludes.
[[nodiscard]] std::optional<Supposition> supposition_of(const Program& program, const Cells& cells,
                                                        const Derivation& derivation,
                                                        const Body& asked);

/// Best first (fewest that hold and should not, fewest unknowns, then by their ids), each once.
[[nodiscard]] std::vector<Supposition> in_order(const Program& program,
                                                std::vector<Supposition> found);

}  // namespace mingze
