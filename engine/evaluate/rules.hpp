// Applying one conclusion of one rule to a database.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluate.hpp"
#include "engine/evaluate/join.hpp"

namespace mingze {

/// Takes a tuple that is concluded: of a relation; of a decision, with the rule after it.
using OnTuple = std::function<void(std::span<const Value>)>;

/// Applies rules and keeps their join plans, which are made from what the relations hold at
/// first use.
class RuleRunner {
 public:
  /// `tick` is called from time to time while tuples are concluded.
  /// `meter` may be null.
  RuleRunner(const Program& program, Evaluation& evaluation, std::function<void()> tick = {},
             Meter* meter = nullptr)
      : program_(program), evaluation_(evaluation), tick_(std::move(tick)), meter_(meter) {}

  /// Adds everything that the rule concludes now.
  void run(RuleHead head);
  /// Hands everything that the rule concludes now to `add`, some of it more than once.
  void run(RuleHead head, const OnTuple& add);
  /// The same, for matches in which condition `delta` reads rows [from, to) alone. `old` gives, for
  /// conditions after it on predicates of the same stratum, how many rows were old then.
  void run(RuleHead head, std::uint32_t delta, RowRange range,
           std::span<const std::pair<std::uint32_t, RowRange>> others);
  /// The same, for matches in which `variable` has this value; `first` is matched first.
  void run_for(RuleHead head, std::uint32_t first, std::uint32_t variable, Value value);

  /// Concludes so many times at most, counting repetitions; then nothing more.
  void allow(std::uint64_t most) { most_ = most; }
  /// Whether there was more to conclude than is allowed.
  [[nodiscard]] bool spent() const { return concluded_ >= most_; }

  /// What counts the work; may be null.
  [[nodiscard]] Meter* meter() const { return meter_; }

  /// Forgets the plans.
  void clear() { plans_.clear(); }

 private:
  struct Key {
    std::uint32_t rule;
    std::uint32_t conclusion;
    std::uint32_t first;
    std::uint32_t known;
    auto operator<=>(const Key&) const = default;
  };
  static constexpr std::uint32_t none = UINT32_MAX;
  static constexpr std::uint32_t ticks_every = 1U << 16;

  const JoinPlan& plan_for(RuleHead head, std::uint32_t first, std::uint32_t known);
  /// Adds to what the conclusion is about: a relation, or candidates or bars of a decision.
  OnTuple adder(RuleHead head);
  void conclude(RuleHead head, Join& join, std::span<const Value> known, const OnTuple& add);

  const Program& program_;
  Evaluation& evaluation_;
  std::function<void()> tick_;
  Meter* meter_;
  std::uint64_t concluded_ = 0;
  std::uint64_t most_ = UINT64_MAX;
  std::map<Key, JoinPlan> plans_;
};

/// Variables that an atom mentions, as flags.
void mark_variables(const Atom& atom, std::vector<bool>& flags);

}  // namespace mingze
