// Which mutants no fact can tell from the program.
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "app/session/mutants.hpp"
#include "engine/resolve/precedence.hpp"

namespace mingze::app {

/// Finds why a mutant means what the program means: what a rule concludes otherwise follows from
/// the rest of it or from another rule, and the same rules prevail. What it does not find may still
/// be so.
class MutantSense {
 public:
  /// `program`, as it is without any change, must outlive this.
  explicit MutantSense(const Program& program);

  /// `mutated`: the program as the mutant has it.
  [[nodiscard]] std::optional<Message> why_equivalent(const Mutant& mutant, const Program& mutated);

 private:
  /// Which of the rules that propose for each decision defeat which.
  using Defeats = std::set<std::pair<DecisionId, std::pair<RuleId, RuleId>>>;
  /// `but`: a rule that proposes nothing.
  [[nodiscard]] Defeats defeats_in(const Program& program, RuleId but) const;
  [[nodiscard]] bool may_differ(DecisionId decision, RuleId r, RuleId s) const;
  [[nodiscard]] bool prevail_alike(DecisionId decision, RuleId r, RuleId s) const;
  /// What makes up for a conclusion of `rule`: the rule itself as it is in `program`, or another.
  [[nodiscard]] std::optional<RuleId> covering(const Program& program, RuleId id, const Rule& rule,
                                               const Conclusion& conclusion) const;
  [[nodiscard]] std::optional<Message> why_same_rule(const Mutant& mutant,
                                                     const Program& mutated) const;
  [[nodiscard]] std::optional<Message> why_same_finding(const Mutant& mutant) const;

  const Program& program_;
  std::vector<std::vector<RuleId>> proposing_;  // by decision
  Defeats defeats_;
};

}  // namespace mingze::app
