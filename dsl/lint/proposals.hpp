// The candidates that rules put forward.
#pragma once

#include <vector>

#include "engine/program/program.hpp"

namespace mingze::dsl {

/// A conclusion of a rule that proposes a value of a decision.
struct Proposal {
  RuleId rule;
  DecisionId decision;
  std::vector<Term> key;  ///< in the order of the decision's keys
  Term value;
};

[[nodiscard]] inline std::vector<Proposal> proposals_of(const Program& program, RuleId id) {
  std::vector<Proposal> out;
  for (const mingze::Conclusion& conclusion : program[id].conclusions) {
    if (conclusion.sort != mingze::Conclusion::Sort::propose) continue;
    const DecisionId decision = *program[conclusion.atom.predicate].decision;
    Proposal one{id, decision, {}, conclusion.atom.terms[program[decision].value_slot]};
    for (const std::uint32_t slot : program[decision].key_slots)
      one.key.push_back(conclusion.atom.terms[slot]);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace mingze::dsl
