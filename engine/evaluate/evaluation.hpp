// The result of running a program over a database.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/evaluate/hierarchy.hpp"
#include "engine/evaluate/raised_findings.hpp"
#include "engine/facts/database.hpp"
#include "engine/facts/outcome.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// Everything that holds. Missing and conflicting keys are findings too (ID-missing, ID-conflict);
/// they stand in the outcomes.
struct Evaluation {
  Database database;
  std::vector<Outcome> outcomes;  ///< by DecisionId
  RaisedFindings findings;
  Diagnostics diagnostics;  ///< a cycle in a hierarchy; what else is here is then incomplete
  /// The levels of each hierarchy.
  std::map<PredicateId, std::shared_ptr<const Levels>> levels = {};

  /// All but the diagnostics.
  template <NodeOf<Evaluation> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.database, n.outcomes, n.findings, n.levels);
  }
};

}  // namespace mingze
