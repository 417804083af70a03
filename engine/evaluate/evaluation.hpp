// The result of running a program over a database.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/evaluate/hierarchy.hpp"
#include "engine/facts/database.hpp"
#include "engine/facts/outcome.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// One finding of a `finding` statement: the values of its body's variables that make it distinct
/// (those of its message and its `on`), and the suggestions that go with it.
struct RaisedFinding {
  FindingId finding;
  /// One value per variable of the body; only those of the message and `on` mean anything.
  std::vector<Value> values;
  /// Distinct bindings of the variables of the suggestion (one value per variable of the body).
  std::vector<std::vector<Value>> suggestions;
  template <NodeOf<RaisedFinding> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.finding, n.values, n.suggestions);
  }
};

/// Everything that holds. Missing and conflicting keys are findings too (ID-missing, ID-conflict);
/// they stand in the outcomes.
struct Evaluation {
  Database database;
  std::vector<Outcome> outcomes;  ///< by DecisionId
  std::vector<RaisedFinding> findings;
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
