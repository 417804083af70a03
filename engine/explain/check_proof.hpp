// Says whether a proof is one.
//
// The checker knows nothing of how programs are evaluated and proofs are found. What is said to be
// so must follow, step by step, from the facts stated and the rules of the program. What is said
// not to be so ("no such thing", "no further candidate", "not barred") can't be seen in a tree; it
// is checked against all that holds, with a search of its own.
#pragma once

#include <optional>
#include <string>

#include "engine/explain/proof.hpp"
#include "engine/facts/database.hpp"

namespace mingze {

/// The first step that is wrong, and what is wrong with it.
struct WrongStep {
  std::uint32_t step = 0;
  std::string what;  ///< for whoever mends the program
};

/// `stated`: the facts as they were before anything was concluded; `complete`: all that holds.
/// Nothing where every step is right.
[[nodiscard]] std::optional<WrongStep> check_proof(const Program& program, const Database& stated,
                                                   const Database& complete, const Proof& proof);

}  // namespace mingze
