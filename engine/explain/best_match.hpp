// The match of a body that explains a conclusion best.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/join.hpp"
#include "engine/explain/heights.hpp"
#include "engine/explain/instance.hpp"

namespace mingze {

/// A sentence that a proof needs.
struct Needed {
  PredicateId predicate;
  std::vector<Value> values;
  auto operator<=>(const Needed&) const = default;
};

/// A match, and how it compares with others: less is better.
struct Match {
  Binding binding;
  std::uint32_t height = 0;  ///< of the highest sentence of the conclusion's own stratum
  std::uint64_t sum = 0;     ///< of all their heights
};

/// Matches bodies against a finished evaluation.
class Matcher {
 public:
  Matcher(const Program& program, const Evaluation& evaluation, Heights& heights)
      : program_(program), evaluation_(evaluation), heights_(heights) {}

  /// The flattest match in which `known` has its values; of equal ones the first by the ids of its
  /// values. `goal`: the sentence it is for; then only matches whose sentences of the same stratum
  /// are lower than it count. `head`: the conclusion of a rule of the program, whose variables are
  /// those that `known` has, or null.
  [[nodiscard]] std::optional<Match> best(const Body& body, const Atom* head, const Binding& known,
                                          const Needed* goal);

  /// What the conditions rest on in a match, condition by condition.
  [[nodiscard]] std::vector<std::vector<Needed>> premises(const Body& body, const Atom* head,
                                                          const Binding& binding) const;

 private:
  /// How a body is matched; it can be used again wherever the same variables are known.
  struct Way {
    Way(const Program& program, const Evaluation& evaluation, const Body& body, const Atom* head,
        const Binding& known);
    Way(const Way&) = delete;  // the join refers to the plan
    Way& operator=(const Way&) = delete;

    std::vector<bool> shared;
    std::vector<std::uint32_t> order;  // of the variables, when matches are compared
    JoinPlan plan;
    Join join;
  };

  std::optional<Match> best(Way& way, const Body& body, const Binding& known, const Needed* goal);
  bool measure(const Body& body, const Needed* goal, std::uint32_t limit, Match& match) const;
  [[nodiscard]] bool before(const Body& body, const std::vector<std::uint32_t>& order,
                            const Match& a, const Match& b) const;
  [[nodiscard]] std::vector<Needed> witnesses(const Condition& condition, const Body& body,
                                              const std::vector<bool>& shared,
                                              const Binding& binding) const;

  const Program& program_;
  const Evaluation& evaluation_;
  Heights& heights_;
  std::map<const Atom*, Way> ways_;  // by conclusion
};

}  // namespace mingze
