// Matching a rule set by set.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "engine/base/meter.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/facts/nested.hpp"
#include "engine/plan/nesting.hpp"

namespace mingze {

/// Called for every match of a nested rule: what it concludes in the other columns, and the set of
/// what stands with them, as ranks; never empty. The same columns may come several times.
using OnSet = std::function<void(std::span<const Value>, std::span<const Run>)>;

/// Matches everything that a nested rule finds in a database. `instead`: by place in the rule's
/// sentences, tuples to read in place of the database's, nested with the columns that the sentence
/// keeps; null, or nothing at all, where it reads those. `meter` may be null; to it a set is one
/// tuple.
void match_nested(const Program& program, const Database& database, const NestedRule& rule,
                  const std::shared_ptr<const Order>& order, std::span<const Nested* const> instead,
                  const OnSet& on_set, Meter* meter = nullptr);

/// Whether a rule that doesn't read what it concludes is matched among fewer groups than there are
/// tuples to look at: where each place has departments of its own, it is not.
[[nodiscard]] bool is_worth_matching_nested(const Database& database, const NestedRule& rule,
                                            const std::shared_ptr<const Order>& order);

/// Whether the rule takes each group of its own predicate further by itself: it reads it once,
/// under the conclusion's own other terms, and nothing else than what those say.
[[nodiscard]] bool keeps_groups(const NestedRule& rule);

/// All that such rules, which conclude one predicate, make of these tuples of it.
[[nodiscard]] Nested close_groups(const Database& database, const std::vector<NestedRule>& rules,
                                  const Nested& from);

}  // namespace mingze
