// When one rule is a special case of another.
#pragma once

#include "engine/program/program.hpp"

namespace mingze {

/// Whether the conditions of `special` strictly contain those of `general`, up to an injective
/// renaming of variables. Conditions are sets; `X is Y` equals `Y is X`; conclusions do not count.
/// Finding a renaming is a search: past a million steps the answer is no.
[[nodiscard]] bool is_more_specific(const Body& special, const Body& general);

}  // namespace mingze
