// What `one KIND per KIND, …` names: slots of the decision's template.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/check/vocabulary.hpp"
#include "engine/program/program.hpp"

namespace mingze::dsl {

/// The slots that a word can mean: the one of this role, or the one that has the word's kind for
/// its role; else all of that kind. A word that is good means exactly one.
[[nodiscard]] std::vector<std::uint32_t> slots_meant(const std::string& word,
                                                     const Predicate& predicate,
                                                     const Vocabulary& vocabulary,
                                                     const Program& program);

}  // namespace mingze::dsl
