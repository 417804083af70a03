// Programs with one change: what `mingze mutate` holds the tests against.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session/run.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "report/mutation_report.hpp"

namespace mingze::app {

/// A program with one change. The change holds all statements that differ, as they are then.
struct Mutant {
  report::Mutation told;
  std::vector<std::pair<RuleId, Rule>> rules = {};
  std::vector<std::pair<FindingId, FindingRule>> findings = {};
  std::vector<std::pair<DecisionId, Decision>> decisions = {};
  Altered altered = {};   ///< what comes out of it otherwise
  bool prevails = false;  ///< the same candidates may fare otherwise
  Plan plan = {};
  /// All that has a part in what is altered: what its rules read, and itself.
  std::vector<PredicateId> involved = {};
  /// Why no fact can tell it from the program, where that is so.
  std::optional<Message> equivalent = {};
};

/// Which statements are changed.
using IsMutated = std::function<bool(const std::vector<report::Basis>& cites, const std::string& id,
                                     Span statement)>;

/// Every change of a program that may be a program again, in the order of its statements, without
/// its plan. The program gains the numbers and texts that constants are changed to.
[[nodiscard]] std::vector<Mutant> mutants_of(Prepared& prepared, Workspace& workspace,
                                             const IsMutated& wanted);

/// Plans mutants and finds those that are equivalent; those that can't be planned are left out.
void plan_mutants(const Prepared& prepared, std::vector<Mutant>& mutants, unsigned jobs);

/// Makes a program the mutant's while it lives, then what it was.
class Mutated {
 public:
  /// Both must outlive it.
  Mutated(Program& program, const Mutant& mutant);
  ~Mutated();
  Mutated(const Mutated&) = delete;
  Mutated& operator=(const Mutated&) = delete;

 private:
  void swap();

  Program& program_;
  std::vector<std::pair<RuleId, Rule>> rules_;
  std::vector<std::pair<FindingId, FindingRule>> findings_;
  std::vector<std::pair<DecisionId, Decision>> decisions_;
};

}  // namespace mingze::app
