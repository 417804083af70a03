// A second evaluator, to hold the engine against: small, slow, and written from the text of
// docs/language.md alone. It tries every value for every variable and shares no code with
// engine/plan, engine/evaluate and engine/resolve.
#pragma once

#include <set>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze::reference {

using Tuple = std::vector<Value>;
using Tuples = std::set<Tuple>;

/// The keys of one decision, in the order of its key slots.
struct Keys {
  Tuples decided;
  Tuples missing;
  Tuples conflicts;
  bool operator==(const Keys&) const = default;
};

struct Result {
  /// No cycle through negation, counting or a decision, and none of overrides. Without an order
  /// nothing else is filled.
  bool ordered = true;
  /// The tuples of some hierarchy form a cycle; what stands in the others is then incomplete.
  bool hierarchy_cycle = false;
  std::vector<Tuples> holds;     ///< by predicate; of a decision: decided values and conflicts
  std::vector<Keys> keys;        ///< by decision
  std::vector<Tuples> findings;  ///< by finding: the values of its `on` and its message
  bool operator==(const Result&) const = default;
};

[[nodiscard]] Result evaluate(const Program& program);

}  // namespace mingze::reference
