// Who does what a sentence says that sets up a group: 成立县供水专班，负责统筹协调.
#pragma once

#include <optional>

#include "draft/clause/names.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// The body that keeps the group's office where a duty follows (办公室设在县水利局，承担日常工作), else
/// the group itself where it is set up to do something. None where the sentence only sets it up.
[[nodiscard]] std::optional<NameRange> doer_of_set_up_group(const TextView& text, Range sentence);

}  // namespace mingze::draft
