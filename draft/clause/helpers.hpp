// Who helps the one that a sentence gives a duty to: …牵头，乙局、丙局按职责配合.
#pragma once

#include <vector>

#include "draft/clause/names.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// The names in a part of a sentence, between commas, that it says help; none if it says something
/// else. Only right after the doer was told: there 乙局按职责分工负责 is help as well.
[[nodiscard]] std::vector<NameRange> read_helpers(const TextView& text, Range part);

}  // namespace mingze::draft
