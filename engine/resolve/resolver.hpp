// Settles decisions as the language means them.
#pragma once

#include <vector>

#include "engine/facts/outcome.hpp"
#include "engine/resolve/defeat.hpp"
#include "engine/resolve/nested_settling.hpp"

namespace mingze {

/// Decides keys from their candidates (docs/language.md, "Meaning" 4).
class Resolver {
 public:
  explicit Resolver(const Program& program) : program_(program), precedence_(program) {}

  /// Settles the keys of these candidate rows; all rows of a key must be given at once.
  void settle(DecisionId decision, std::vector<std::uint32_t> rows, Outcome& outcome,
              Relation& decided);

  /// Settles all keys, where candidates and bars are nested over a key slot.
  void settle_nested(DecisionId decision, Outcome& outcome, Relation& decided) {
    NestedSettling(program_, decision, precedence_, outcome).settle(outcome, decided);
  }

  /// Which rule defeats which.
  [[nodiscard]] Precedence& precedence() { return precedence_; }

  /// Rows of `outcome.candidates` with this key (in the order of the decision's key slots), with
  /// what became of each: for explanations. Sorted by value id, then rule id.
  struct Judged {
    Candidate candidate;
    Verdict verdict;  ///< `defeated_by` is an index into this list
  };
  [[nodiscard]] std::vector<Judged> judged(DecisionId decision, const Outcome& outcome,
                                           const std::vector<Value>& key);

 private:
  void settle_key(DecisionId decision, std::span<const std::uint32_t> rows, Outcome& outcome,
                  Relation& decided);
  [[nodiscard]] std::vector<bool> barred(DecisionId decision, const Outcome& outcome,
                                         std::span<const Value> slots,
                                         const std::vector<Candidate>& candidates) const;

  const Program& program_;
  Precedence precedence_;
};

}  // namespace mingze
