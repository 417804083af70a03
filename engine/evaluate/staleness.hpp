// What of an earlier evaluation can be taken over where facts were added.
#pragma once

#include <vector>

#include "engine/evaluate/evaluate.hpp"
#include "engine/plan/plan.hpp"

namespace mingze {

/// Follows which predicates differ from those of an earlier evaluation of the same program, stratum
/// by stratum. A stratum that reads none of them and has no new facts comes out as it did then.
class Staleness {
 public:
  /// `database` holds the facts of `base` and perhaps more. Without `base` everything is stale.
  Staleness(const Program& program, const Evaluation* base, const Database& database);

  /// Whether something that the stratum reads differs, or facts of its own were added.
  [[nodiscard]] bool is_stale(const Stratum& stratum) const;
  /// The program is not that of `base`: it differs in this.
  void alter(const Altered& altered);
  [[nodiscard]] bool is_stale(PredicateId predicate) const { return stale_[predicate.value]; }
  /// Whether all that it held before still holds, after what was there before: facts were added to
  /// nothing in it, and its rules read what differs only where more rows can only mean more.
  [[nodiscard]] bool only_grows(const Stratum& stratum) const;
  /// All that differ.
  [[nodiscard]] std::vector<PredicateId> stale() const;
  /// Of a stratum that has been evaluated again: its predicates differ now, unless they came out
  /// the same. Returns whether they differ.
  bool differs(const Stratum& stratum, const Evaluation& now);
  /// The findings that read nothing that differs, by FindingId; empty without `base`.
  [[nodiscard]] std::vector<bool> unchanged_findings() const;

 private:
  [[nodiscard]] bool reads_stale(const Body& body) const;
  [[nodiscard]] bool came_out_the_same(const Stratum& stratum, const Evaluation& now) const;

  const Program& program_;
  const Evaluation* base_;
  std::vector<bool> added_;             // facts were, by predicate
  std::vector<bool> altered_;           // its rules are not those of `base`, by predicate
  std::vector<bool> altered_findings_;  // by finding
  std::vector<bool> stale_;             // by predicate
  std::vector<bool> grown_;             // new rows come after those of before, by predicate
};

}  // namespace mingze
