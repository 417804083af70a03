// What a program came to, in the order in which it is told.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/sources.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/finding.hpp"
#include "report/order.hpp"
#include "report/resolution_findings.hpp"

namespace mingze::report {

/// What is told of a resolution.
struct Selection {
  bool summary_only = false;
  std::optional<PredicateId> decision;  ///< only this decision, and findings about it
  std::optional<PredicateId> relation;  ///< only the tuples of this relation
  std::set<std::string> silenced;       ///< codes of findings that are counted, not told
};

/// One key of a decision.
struct DecidedKey {
  Status status = Status::decided;
  std::vector<Value> key;     ///< in the order of the decision's key slots
  std::vector<Value> values;  ///< ordered by id; none where it is missing
};

/// Counts of everything that was declared, zeros too; ordered by id.
struct ResolutionSummary {
  struct OfDecision {
    std::uint64_t keys = 0;
    std::uint64_t decided = 0;
    std::uint64_t missing = 0;
    std::uint64_t conflict = 0;
    std::uint64_t values = 0;
  };
  std::map<std::string, OfDecision> decisions;
  std::map<std::string, std::uint64_t> findings;  ///< those that are told
  std::map<std::string, std::uint64_t> silenced;
  std::map<std::string, std::uint64_t> relations;
};

/// An evaluated program. Walks never build more than one key or finding at a time. What it refers
/// to must outlive it.
class Resolution {
 public:
  Resolution(const Program& program, const Evaluation& evaluation, const Sources& sources,
             Selection selection);

  [[nodiscard]] const Program& program() const { return program_; }
  [[nodiscard]] const Evaluation& evaluation() const { return evaluation_; }
  [[nodiscard]] const Sources& sources() const { return sources_; }
  [[nodiscard]] const Selection& selection() const { return selection_; }

  /// The decisions that are told, by id.
  [[nodiscard]] std::vector<DecisionId> decisions() const;
  /// Their keys, in code-point order of the keys' ids, until `tell` returns false.
  void for_each_key(DecisionId decision, const std::function<bool(const DecidedKey&)>& tell) const;
  /// Findings by code, what they stand on, and variables or key, until `tell` returns false.
  /// `why`: for Finding::why of those that a `finding` statement raised; may be empty.
  void for_each_finding(const std::function<bool(const Finding&)>& tell,
                        const WhyRaised& why = {}) const;
  /// How many there are.
  [[nodiscard]] std::uint64_t finding_count() const;
  /// The tuples of a predicate, in code-point order of their ids.
  void for_each_tuple(PredicateId predicate,
                      const std::function<void(std::span<const Value>)>& tell) const;

  [[nodiscard]] ResolutionSummary summary() const;
  /// The gravest severity among the findings that are told; nothing where there is none.
  [[nodiscard]] std::optional<Severity> gravest() const;

 private:
  [[nodiscard]] bool tells(const std::string& code) const;

  const Program& program_;
  const Evaluation& evaluation_;
  const Sources& sources_;
  Selection selection_;
};

}  // namespace mingze::report
