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
  RuleInForce for_all;           ///< the rule that holds where no other is in force
};

/// The first rule of a text that holds for all of it.
[[nodiscard]] RuleInForce rule_for_all(const std::vector<StatedRule>& rules);

/// The rule in force for a clause: one stated in it, a lasting one stated before it, or one that
/// holds for the whole text.
[[nodiscard]] RuleInForce rule_for(const DraftContext& context, Range clause);

}  // namespace mingze::draft
