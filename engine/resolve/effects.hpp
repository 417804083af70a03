// What rules and overrides can do at all: proved from the rules, whatever the facts.
//
// Where something is said to do nothing it does nothing; of the rest some may still do nothing.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "engine/program/program.hpp"
#include "engine/resolve/precedence.hpp"

namespace mingze {

/// A conclusion of a rule that proposes a value of a decision.
struct Proposal {
  RuleId rule;
  DecisionId decision;
  std::vector<Term> key;  ///< in the order of the decision's keys
  Term value;
};

class Effects {
 public:
  /// The program must outlive this.
  explicit Effects(const Program& program);

  /// Whether r overriding s can ever matter: to their candidates, or to those of rules that r or s
  /// link by their overrides.
  [[nodiscard]] bool override_matters(RuleId r, RuleId s) const;

  /// Whether `one` never gives a decision a value: it only proposes, and wherever it has a
  /// candidate `other` has one that defeats it, or that has the same value and stands where it
  /// would stand. Of overrides only those that `other` itself names count.
  [[nodiscard]] bool always_prevails(RuleId other, RuleId one);

  /// Whether `other` concludes all that `one` concludes, which proposes nothing.
  [[nodiscard]] bool concludes_all(RuleId other, RuleId one) const;

  /// Whether a sentence can ever hold. Of a relation it can; of a decision only where some rule
  /// that can fire itself proposes such a value for such a key.
  [[nodiscard]] bool may_hold(const Atom& atom) const;

  [[nodiscard]] const std::vector<Proposal>& proposals() const { return proposals_; }
  [[nodiscard]] std::vector<Proposal> proposals(RuleId rule) const;

 private:
  [[nodiscard]] bool prevails(const Proposal& better, const Proposal& other);
  [[nodiscard]] bool inherits_defeats(DecisionId decision, RuleId better, RuleId other);
  [[nodiscard]] bool runs_in_circles(DecisionId decision);
  void find_idle_rules();
  [[nodiscard]] std::vector<RuleId> linked(RuleId from, bool above) const;

  const Program& program_;
  Precedence precedence_;
  std::vector<Proposal> proposals_;
  std::vector<std::vector<RuleId>> over_;  // by rule: who overrides it directly
  std::set<DecisionId> barred_;            // those with bars
  std::set<RuleId> idle_;                  // rules that never fire
};

}  // namespace mingze
