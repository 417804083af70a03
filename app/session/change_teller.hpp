// What differs between two versions, in words and with reasons.
#pragma once

#include <cstdint>
#include <memory>

#include "app/session/explain.hpp"
#include "engine/compare/outcome_changes.hpp"
#include "engine/explain/why.hpp"
#include "engine/resolve/resolver.hpp"
#include "report/diff_report.hpp"
#include "report/order.hpp"

namespace mingze::app {

/// Tells the changes of one evaluation of both versions. Never more than one change is made at a
/// time.
class ChangeTeller {
 public:
  /// `run`: the evaluation of the program of both; all that it refers to must outlive the teller.
  /// `proofs`: so many changes are told with the proofs of both sides.
  ChangeTeller(const Explained& run, const OutcomeChanges& changes, std::uint64_t proofs);

  /// Those of one sort, until `tell` returns false.
  void changes(report::DecisionChange::What what, const report::DiffScene::TellChange& tell);
  void findings(bool gone, const report::DiffScene::TellFinding& tell);
  /// A key of a decision that has these values now and had others, known by their ids alone.
  [[nodiscard]] report::DecisionChange since(DecisionId now, const std::vector<Value>& key,
                                             const std::vector<Value>& values,
                                             const std::vector<std::string>& before);
  /// How many there are of all; the walks are left to the caller.
  [[nodiscard]] report::DiffScene counts() const;

 private:
  class KeyWalk;

  [[nodiscard]] report::DecisionChange told(const DecisionChanges& changes,
                                            const std::vector<Value>& key,
                                            const std::vector<Value>& before,
                                            const std::vector<Value>& after);
  [[nodiscard]] report::DecisionChange::Side side(std::optional<DecisionId> here,
                                                  std::optional<DecisionId> there,
                                                  const std::vector<Value>& key,
                                                  const std::vector<Value>& values,
                                                  const std::vector<Value>& others);
  [[nodiscard]] std::shared_ptr<const report::Explanation> why(DecisionId decision,
                                                               const std::vector<Value>& key,
                                                               Value value);
  [[nodiscard]] std::vector<Resolver::Judged> judged(std::optional<DecisionId> decision,
                                                     const std::vector<Value>& key);

  Explained run_;
  const Program& program_;
  const OutcomeChanges& changes_;
  std::uint64_t proofs_;
  report::Ranks ranks_;
  Resolver resolver_;
  std::unique_ptr<Explainer> explainer_;  // where it was asked for
};

}  // namespace mingze::app
