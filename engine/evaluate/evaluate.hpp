// Runs a program: strata in order, relations to their least fixpoint, decisions settled between.
#pragma once

#include <span>

#include "engine/base/meter.hpp"
#include "engine/base/progress.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/plan/plan.hpp"

namespace mingze {

/// Who prevails among the candidates of a decision. `evaluate` calls back, so that it needs to know
/// nothing of overrides (engine/resolve has the one that the language means).
class DecisionResolver {
 public:
  virtual ~DecisionResolver() = default;
  /// Settles the keys that these rows of `outcome.candidates` are about: all candidates of a key
  /// are given at once. Adds the values to `decided` and counts the keys in `outcome`.
  virtual void settle(DecisionId decision, std::vector<std::uint32_t> rows, Outcome& outcome,
                      Relation& decided) = 0;
  /// The same for all keys, where candidates and bars are nested: what comes of it is too.
  virtual void settle_nested(DecisionId decision, Outcome& outcome, Relation& decided) = 0;
};

/// A hierarchy of so many members is worth nesting what holds for them.
inline constexpr std::uint32_t worth_nesting = 64;

/// Evaluates everything. `database` holds the stated facts; `plan` is without errors.
/// Every hierarchy with a cycle gives the diagnostic `hierarchy-cycle`; what else is there is then
/// incomplete. What holds for members of a hierarchy is kept nested where it has `nest_from` of
/// them or more: a matter of cost alone. `progress` is told in strata, several times in long ones.
/// `meter` counts and limits the work; null: there is no limit.
[[nodiscard]] Evaluation evaluate(const Program& program, const Plan& plan, Database database,
                                  DecisionResolver& resolver,
                                  std::uint32_t nest_from = worth_nesting,
                                  const OnProgress& progress = {}, Meter* meter = nullptr);

/// The same, from an evaluation of the same program over some of these facts: what can't depend on
/// the others is taken over from `base`, and shares its relations.
[[nodiscard]] Evaluation evaluate(const Program& program, const Plan& plan, Database database,
                                  DecisionResolver& resolver, const Evaluation& base,
                                  Meter* meter = nullptr);

/// Where a program differs from the one that an evaluation was made with. Its predicates, decisions
/// and findings are the same ones.
struct Altered {
  /// What their rules conclude, or who prevails among their candidates.
  std::vector<PredicateId> predicates = {};
  std::vector<FindingId> findings = {};
};

/// The same, from an evaluation of a program that differs in this over the same facts. Where rules
/// conclude more than `most` times, counting repetitions, it ends with the diagnostic `too-much`:
/// what is there is then incomplete.
[[nodiscard]] Evaluation evaluate(const Program& program, const Plan& plan, Database database,
                                  DecisionResolver& resolver, const Evaluation& base,
                                  const Altered& altered, std::uint64_t most);

/// All matches of a body in a database, each once, in the order of their values. To `meter`, which
/// may be null, each is a tuple.
[[nodiscard]] std::vector<std::vector<Value>> matches(const Program& program,
                                                      const Database& database, const Body& body,
                                                      const std::vector<bool>& needed,
                                                      Meter* meter = nullptr);

}  // namespace mingze
