// What a change of the rules makes of a test that passes all the same.
#pragma once

#include <optional>

#include "app/session/mutants.hpp"
#include "engine/evaluate/evaluation.hpp"

namespace mingze::app {

/// Something that a program tells and a mutant does not, or the other way round.
struct Effect {
  Message told;         ///< a sentence, or what is raised
  Message expectation;  ///< what a test would have to expect to notice
  bool gained = false;  ///< the mutant tells it
};

/// The first thing that came otherwise of what the mutant alters, by its words; nothing where all
/// of it is the same.
[[nodiscard]] std::optional<Effect> effect_of(const Program& program, const Mutant& mutant,
                                              const Evaluation& before, const Evaluation& after);

}  // namespace mingze::app
