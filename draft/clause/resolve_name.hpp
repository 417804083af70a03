// A name as written to what the register knows of it: composition of level or place and department.
#pragma once

#include "draft/clause/names.hpp"
#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// What a list of names has told so far about the level of those that leave it out.
struct LevelInForce {
  Level level = Level::unknown;
};

/// Makes a mention of a name. A prefix (省, 四川省, 国家) sets the level in force for the names after
/// it (省甲厅、乙厅); without any, the issuer's level counts.
[[nodiscard]] Mention make_mention(const TextView& text, const NameRange& name,
                                   LevelInForce& in_force);

}  // namespace mingze::draft
