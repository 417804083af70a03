// What differs between what two versions come to.
#pragma once

#include <vector>

#include "engine/compare/changed_keys.hpp"
#include "engine/compare/side_by_side.hpp"
#include "engine/evaluate/evaluation.hpp"

namespace mingze {

struct DecisionChanges {
  Pair<DecisionId> decision;
  ChangedKeys keys;
  Difference missing;    ///< keys, in the order of the decision's key slots
  Difference conflicts;  ///< likewise
  [[nodiscard]] bool any() const {
    return keys.all() > 0 || !missing.empty() || !conflicts.empty();
  }
};

/// Findings of one code are the same where they have the same severity and stand on things of the
/// same ids.
struct FindingChanges {
  Pair<FindingId> finding;
  std::vector<RaisedFinding> gone;  ///< of `finding.before`, in their order
  std::vector<RaisedFinding> come;  ///< of `finding.after`
  [[nodiscard]] bool any() const { return !gone.empty() || !come.empty(); }
};

/// Those in which anything changed, by id and by code.
struct OutcomeChanges {
  std::vector<DecisionChanges> decisions;
  std::vector<FindingChanges> findings;
  [[nodiscard]] bool any() const { return !decisions.empty() || !findings.empty(); }
};

/// `evaluation`: of `both.program`, over its facts and perhaps others.
[[nodiscard]] OutcomeChanges changes_in(const SideBySide& both, const Evaluation& evaluation);

}  // namespace mingze
