// Duties listed under the name of who has them: 3.甲局：负责……
#pragma once

#include "draft/clause/draft_context.hpp"
#include "draft/clause/find_clauses.hpp"

namespace mingze::draft {

/// Whether a node's heading is the name of a body, or of a role where a section lists duties; then
/// fills `duty`: the name leads, and who stands after 会同 or 联合 in the text cooperates.
[[nodiscard]] bool read_duty_list(const DraftContext& context, std::uint32_t node,
                                  FoundClause& duty);
/// Whether the heading names a body whose duties are the points below it: 一、甲局职责.
[[nodiscard]] bool heads_duties(const DraftContext& context, std::uint32_t node);

}  // namespace mingze::draft
