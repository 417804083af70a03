// What a finding was raised on: the stated facts that meet its conditions.
#pragma once

#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/explain/stated_fact.hpp"
#include "engine/plan/join_plan.hpp"

namespace mingze {

/// The grounds of the findings of one `finding` statement. Its conditions are matched again with
/// what makes a finding distinct given, so that a finding that several matches come down to (the
/// requests of a circle, say) has the facts of all of them. What was derived is left to `why`.
class Grounds {
 public:
  /// Both must outlive it.
  Grounds(const Program& program, const Evaluation& evaluation, FindingId finding);

  /// The stated facts that its sentences are met by, those that an `at least` counts among them;
  /// in the order of their ids.
  [[nodiscard]] std::vector<StatedFact> of(const RaisedFinding& raised) const;

 private:
  const Program& program_;
  const Database& database_;
  Body body_;
  JoinPlan plan_;
};

}  // namespace mingze
