// Why something is so: proofs out of a finished evaluation.
#pragma once

#include <memory>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/explain/proof.hpp"
#include "engine/plan/plan.hpp"

namespace mingze {

/// Finds proofs. Nothing is kept while a program is evaluated: rules are matched again with their
/// conclusion given. Of several derivations the flattest is told, then the one whose rule and whose
/// values come first by their ids, so that no order of files or facts changes a proof.
///
/// What a proof costs grows with the tuples that it needs and their derivations, never with the
/// depth of the tree alone; nothing here recurses.
class Explainer {
 public:
  /// The evaluation must be without errors; all must outlive the explainer.
  Explainer(const Program& program, const Plan& plan, const Evaluation& evaluation);
  ~Explainer();
  Explainer(const Explainer&) = delete;
  Explainer& operator=(const Explainer&) = delete;

  /// Of a sentence that holds.
  [[nodiscard]] Proof why(PredicateId predicate, const std::vector<Value>& values);
  /// Of a question: the match in which these of its variables have these values; there is one. A
  /// question of one sentence is proved by that sentence.
  [[nodiscard]] Proof why(const Body& question, const Binding& known);
  /// Of a finding that is raised.
  [[nodiscard]] Proof why_raised(const RaisedFinding& raised);
  /// Of ID-missing and ID-conflict: keys (in the order of `key_slots`) that stand in the outcome.
  [[nodiscard]] Proof why_missing(DecisionId decision, const std::vector<Value>& key);
  [[nodiscard]] Proof why_conflict(DecisionId decision, const std::vector<Value>& key);

 private:
  class Search;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mingze
