// Tuples that a sentence with open places may be.
#pragma once

#include <vector>

#include "engine/facts/database.hpp"

namespace mingze {

struct FittingTuples {
  std::vector<std::vector<Value>> tuples;
  bool cut = false;  ///< there are more
};

/// Tuples that have the atom's values where it has any, in the order of their ids, at most so many.
/// Where there are ten times as many, none: which come first would take too long to say.
[[nodiscard]] FittingTuples fitting_tuples(const Program& program, const Database& database,
                                           const Atom& atom, std::size_t most);

}  // namespace mingze
