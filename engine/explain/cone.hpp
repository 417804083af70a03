// The part of a recursive relation that one of its tuples may be derived from.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/plan/join_plan.hpp"
#include "engine/plan/plan.hpp"

namespace mingze {

/// Heights (engine/explain/heights.hpp) of single tuples. The rules are matched backwards from a
/// tuple to all that it may rest on within its stratum, its cone; from there heights are counted up
/// again, the lowest first (Knuth, "A generalization of Dijkstra's algorithm", 1977). What has been
/// found out is kept.
class Cone {
 public:
  /// `most_premises`: how many one search may come upon.
  Cone(const Program& program, const Plan& plan, const Evaluation& evaluation,
       std::size_t most_premises);

  /// The height of a tuple that holds, of a predicate in a recursive stratum; nothing where its
  /// cone is so large that running all rules again is cheaper.
  [[nodiscard]] std::optional<std::uint32_t> height(PredicateId predicate,
                                                    std::span<const Value> tuple);

 private:
  struct Node {
    PredicateId predicate;
    std::uint32_t row;  ///< in `seen_`
  };
  struct Derivation {
    std::uint32_t of;        ///< the node that it derives
    std::uint32_t open = 0;  ///< premises without a height yet
    std::uint32_t highest = 0;
  };
  /// What one exploration found.
  struct Search;

  std::uint32_t node(PredicateId predicate, std::span<const Value> tuple);
  void expand(std::uint32_t node, Search& search);
  void expand(RuleHead head, std::uint32_t node, Search& search);
  void settle(Search& search);
  const JoinPlan& plan_for(RuleHead head);
  [[nodiscard]] bool is_premise(const Condition& condition, PredicateId of) const {
    return condition.sort == Condition::Sort::positive &&
           stratum_[condition.atom.predicate.value] == stratum_[of.value];
  }

  const Program& program_;
  const Evaluation& evaluation_;
  std::size_t most_premises_;
  std::vector<std::uint32_t> stratum_;             // by predicate
  std::vector<std::vector<RuleHead>> heads_;       // by predicate: those that derive it
  std::vector<Relation> seen_;                     // by predicate
  std::vector<std::vector<std::uint32_t>> nodes_;  // by predicate and row of `seen_`
  std::vector<Node> all_;
  std::vector<std::uint32_t> heights_;  // by node
  std::map<std::pair<RuleId, std::uint32_t>, JoinPlan> plans_;
};

}  // namespace mingze
