// Taking a part out of a text.
#pragma once

#include <optional>
#include <vector>

#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

/// The edit that takes one of several conditions out, with its `and`; nothing where a comment or
/// the first condition's `if` stands in the way.
[[nodiscard]] std::optional<LintFix> without_condition(const LintRun& run, const LintedBody& body,
                                                       std::size_t condition);

/// The edit that takes one of the ids out of a rule's `overrides`.
[[nodiscard]] std::optional<LintFix> without_override(const LintRun& run, const LintedBody& body,
                                                      std::size_t which);

}  // namespace mingze::dsl
