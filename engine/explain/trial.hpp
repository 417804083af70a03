// What would be if some facts were stated too.
#pragma once

#include <optional>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/explain/abduce.hpp"
#include "engine/resolve/resolver.hpp"

namespace mingze {

/// Something that is in the way. Terms are values, or unknowns of the supposition.
struct Blocker {
  enum class Sort { holds, defeated, barred };
  Sort sort = Sort::holds;
  Atom atom;         ///< what holds and should not; the value that prevails; the value barred
  RuleId rule = {};  ///< the rule that prevails or bars; of a sentence that holds none
  DefeatGround ground = DefeatGround::overrides;
};

/// Runs a program again with more facts. Unknowns are given values of their own, which join the
/// program's symbols under names that no source can write.
class Trial {
 public:
  /// `stated`: the facts that the program starts from.
  Trial(Program& program, const Plan& plan, const Database& stated);

  struct Outcome {
    bool holds = false;
    std::vector<Blocker> blocked_by = {};
  };
  /// Runs the program with the supposed facts. Do the conditions of `goal` hold (its variables are
  /// those of the supposition)? If not, the first thing that the supposition goes through and that
  /// is in the way. Nothing where the facts can't be: no values within the limits, or a hierarchy
  /// would form a cycle.
  [[nodiscard]] std::optional<Outcome> run(const Supposition& supposition, const Body& goal);

 private:
  /// Values for the unknowns that nothing else has.
  [[nodiscard]] std::optional<std::vector<Value>> values_for(const Supposition& supposition);
  [[nodiscard]] std::vector<Value> choices(const Supposition& supposition, std::uint32_t unknown);
  bool choose(const Supposition& supposition, std::uint32_t at, std::vector<Value>& values);

  Program& program_;
  const Plan& plan_;
  const Database& stated_;
};

}  // namespace mingze
