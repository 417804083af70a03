// Which predicate needs which, and through which rule.
#pragma once

#include <optional>
#include <vector>

#include "engine/plan/plan.hpp"

namespace mingze {

/// `head` reads `body`. A strict dependency needs `body` to be complete.
struct Dependency {
  enum class Why { sentence, negation, counting, decision, domain };
  PredicateId head;
  PredicateId body;
  bool strict = false;
  Why why = Why::sentence;
  std::optional<RuleHead> rule;  ///< nothing: a decision's `for every`
  Span span;                     ///< the condition, or the decision
};

/// All dependencies of the program's rules and decisions, in rule order. Those of a descent (see
/// plan.hpp) are left out; the descents found are put into `descents`, by DecisionId.
[[nodiscard]] std::vector<Dependency> dependencies(const Program& program,
                                                   std::vector<std::optional<Descent>>& descents);

}  // namespace mingze
