// Why something is so, as a value: steps that rest on earlier steps and in the end on stated facts.
//
// A proof knows nothing of how it was found. engine/explain/check_proof.hpp says whether it is one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/explain/instance.hpp"
#include "engine/resolve/precedence.hpp"

namespace mingze {

/// One match of a body: its variables' values, and for each of its conditions the steps that it
/// rests on. A sentence rests on one step; `at least` on its witnesses, whose counted values all
/// differ; a negation and a comparison on none.
struct Use {
  Binding binding;
  std::vector<std::vector<std::uint32_t>> premises;
  bool operator==(const Use&) const = default;
};

/// One match of a rule, for one of its conclusions.
struct RuleUse {
  RuleId rule;
  std::uint32_t conclusion = 0;
  Use use;
  bool operator==(const RuleUse&) const = default;
};

/// A value that a rule put forward for a key, and what became of it.
struct ProvedCandidate {
  enum class Fate { stands, barred, defeated };
  Value value = 0;
  RuleUse use;
  Fate fate = Fate::stands;
  std::optional<RuleUse> bar = {};  ///< barred: what bars it
  std::uint32_t defeated_by = 0;    ///< defeated: index into the candidates of the same step
  DefeatGround ground = DefeatGround::overrides;
  bool operator==(const ProvedCandidate&) const = default;
};

struct Step {
  enum class Sort {
    stated,    ///< the sentence is a fact, stated at `origin`
    derived,   ///< `use` concludes the sentence
    decided,   ///< `candidates` leave the sentence's value, alone or in a conflict
    raised,    ///< `use` (of the finding's body) raises `finding`
    missing,   ///< `domain` makes the key due, and `candidates` leave no value
    conflict,  ///< `candidates` leave several values for the key
    answered,  ///< `use` (of the proof's question) answers it
  };
  Sort sort = Sort::stated;
  /// The sentence; of missing and conflict its key slots alone mean anything.
  PredicateId predicate = {};
  std::vector<Value> values = {};
  Span origin = {};
  RuleUse use = {};
  FindingId finding = {};
  /// decided, missing, conflict: all candidates of the key, by value, then rule id.
  std::vector<ProvedCandidate> candidates = {};
  std::uint32_t domain = 0;
  bool operator==(const Step&) const = default;
};

/// Every step rests on steps before it, so there is no circle; the last one is what is proved.
/// Equal sentences are one step, however often they are needed.
struct Proof {
  std::vector<Step> steps;
  Body question;  ///< of `answered`
};

}  // namespace mingze
