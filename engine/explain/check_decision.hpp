// Whether a step about a key names all its candidates, and says rightly what became of each.
#pragma once

#include <string>

#include "engine/explain/holds.hpp"
#include "engine/explain/proof.hpp"

namespace mingze {

/// What is wrong; empty where nothing is. That each candidate is put forward as the step says has
/// been checked before. Which rule defeats which is a matter of the program alone
/// (engine/resolve/precedence.hpp); who is out is judged here anew.
[[nodiscard]] std::string check_decision(const Program& program, const Holds& holds,
                                         Precedence& precedence, DecisionId decision,
                                         const Step& step);

}  // namespace mingze
