// A program with its answers, which follow its facts.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "engine/evaluate/evaluate.hpp"
#include "engine/update/edit.hpp"

namespace mingze {

/// Everything that a program comes to, kept: a fact or an override that changes costs what depends
/// on it, and not a run (docs/design/incremental.md). The answers are those of a run from the
/// facts at hand.
///
/// From scratch, with the same answers, go only: what changes a hierarchy or names something new of
/// a kind that has a large one, and what reaches `at least 0`. `Changes::from_scratch` says so.
class Resolved {
 public:
  /// Evaluates. `facts`: all that is stated, for this program. Nothing, with `errors`, where the
  /// program or a hierarchy in the facts has any.
  [[nodiscard]] static std::optional<Resolved> of(Program program, const Database& facts,
                                                  Diagnostics& errors,
                                                  std::uint32_t nest_from = worth_nesting,
                                                  Meter* meter = nullptr);
  Resolved(Resolved&&) noexcept;
  Resolved& operator=(Resolved&&) noexcept;
  ~Resolved();

  /// Takes over what other symbols of the program have gained since: the same things in the same
  /// order. Nothing else may differ.
  void follow(const Symbols& symbols);

  /// Makes edits, all at once, one after the other; says what they changed in all. What `meter`
  /// interrupts leaves this of no more use.
  Changes apply(std::span<const Edit> edits, Meter* meter = nullptr);
  Changes apply(const Edit& edit) { return apply({&edit, 1}); }

  /// The program, with the overrides as they are now.
  [[nodiscard]] const Program& program() const;
  [[nodiscard]] bool holds(PredicateId predicate, std::span<const Value> tuple) const;
  /// How many tuples it has.
  [[nodiscard]] std::uint64_t size(PredicateId predicate) const;
  struct Counts {
    std::uint64_t decided = 0;
    std::uint64_t missing = 0;
    std::uint64_t conflicts = 0;
    bool operator==(const Counts&) const = default;
  };
  /// How many keys came to what.
  [[nodiscard]] Counts counts(DecisionId decision) const;
  [[nodiscard]] std::vector<RaisedFinding> findings() const;
  /// Everything, as `evaluate` gives it, for explanations and reports: costs as much as there is.
  /// Tuples that are not stated come in the order of their values.
  [[nodiscard]] Evaluation evaluation() const;
  /// Brings what `evaluation` gave before edits up to date with what they changed: costs as much as
  /// there is of the relations that changed. `changes`: of all edits since; `stated`: the
  /// predicates of the facts among them.
  void refresh(Evaluation& evaluation, const Changes& changes,
               const std::set<PredicateId>& stated) const;

 private:
  struct Inside;
  explicit Resolved(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace mingze
