// A program whose findings and missing keys are relations like others.
#pragma once

#include <optional>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// The program with a relation and a rule more for each finding and each `for every`, so that what
/// keeps relations up to date keeps them too. Predicates, rules and decisions of the program keep
/// their numbers; findings, domains and facts are left out.
struct ObservedProgram {
  Program program;
  /// By DecisionId: the keys without a value, in the order of `key_slots`.
  std::vector<std::optional<PredicateId>> missing;
  /// By FindingId: the values of the variables that are read of a match.
  std::vector<PredicateId> findings;
  /// By FindingId: those variables.
  std::vector<std::vector<std::uint32_t>> variables;
};

[[nodiscard]] ObservedProgram observe(Program program);

}  // namespace mingze
