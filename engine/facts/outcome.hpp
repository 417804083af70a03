// What a decision came to, key by key.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze {

enum class Status { decided, missing, conflict };

/// All that was put forward for one decision and what came of it. Decided values, and each value of
/// a conflict, are tuples of the decision's predicate in the database.
struct Outcome {
  /// Columns: the decision's slots in slot order, then the rule that proposes (a RuleId's value).
  Relation candidates;
  /// Columns: the slots in slot order, then the rule that bars.
  Relation bars;
  /// Keys (in the order of `key_slots`) without a value, and with several.
  Relation missing;
  Relation conflicts;
  /// Keys with exactly one value.
  std::uint64_t decided = 0;
  template <NodeOf<Outcome> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.candidates, n.bars, n.missing, n.conflicts, n.decided);
  }
};

}  // namespace mingze
