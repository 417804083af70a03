// What the passes that make items share: text, outline, rules, level.
#pragma once

#include <vector>

#include "draft/clause/document_rules.hpp"
#include "draft/clause/judge_clause.hpp"
#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"
#include "draft/document/outline.hpp"

namespace mingze::draft {

struct DraftContext {
  const TextView& text;
  const Outline& outline;
  const std::vector<StatedRule>& rules;
  Level level = Level::unknown;  ///< the issuer's
};

/// The rule in force for a clause: one stated in it, or a lasting one stated before it.
[[nodiscard]] RuleInForce rule_for(const DraftContext& context, Range clause);

}  // namespace mingze::draft
