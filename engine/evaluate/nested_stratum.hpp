// Completing a stratum set by set.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluate.hpp"
#include "engine/evaluate/nested_matcher.hpp"
#include "engine/evaluate/orders.hpp"
#include "engine/evaluate/rules.hpp"

namespace mingze {

/// A stratum whose predicates can all be nested over an order: what holds for many neighbours in a
/// hierarchy is derived, and decided, once for all of them; what is reached in a graph is followed
/// set by set.
class NestedStratum {
 public:
  /// Nothing where a predicate of the stratum can't be nested over the order of a hierarchy, where
  /// no rule can be matched set by set, or where one that reads the stratum itself can't; unless it
  /// is one relation that all rules that read it lead on from, in a column of any kind.
  [[nodiscard]] static std::optional<NestedStratum> of(const Program& program,
                                                       const Stratum& stratum, Orders& orders);

  /// Derives and decides all.
  void complete(Evaluation& evaluation, RuleRunner& rules, DecisionResolver& resolver);

 private:
  struct Part {
    PredicateId predicate;
    NestColumn nest;
    std::shared_ptr<const Order> order;
  };
  struct Matched {
    RuleHead head;
    std::optional<NestedRule> nested;  // nothing: matched tuple by tuple
    std::size_t part = 0;              // whose predicate it concludes
  };

  class Growing;

  NestedStratum(const Program& program, const Stratum& stratum, std::vector<Part> parts)
      : program_(program), stratum_(stratum), parts_(std::move(parts)) {}

  [[nodiscard]] static std::optional<NestedStratum> over_hierarchies(const Program& program,
                                                                     const Stratum& stratum,
                                                                     const Orders& orders);
  [[nodiscard]] static std::optional<NestedStratum> leading_on(const Program& program,
                                                               const Stratum& stratum,
                                                               Orders& orders);
  /// Takes the rules apart; false where one or all are in the way.
  [[nodiscard]] bool take_rules();
  [[nodiscard]] bool reads_itself(RuleHead head) const;
  [[nodiscard]] bool reads_itself_nested(const NestedRule& rule, std::size_t part) const;
  [[nodiscard]] std::optional<std::size_t> part_of(PredicateId predicate) const;
  [[nodiscard]] std::vector<NestBuilder> builders() const;
  void run(const Matched& rule, const Database& database, RuleRunner& rules,
           NestBuilder& out) const;
  void derive(Evaluation& evaluation, RuleRunner& rules);
  void derive_more(std::vector<NestBuilder> round, const std::vector<const Matched*>& readers,
                   Evaluation& evaluation);
  void run_deltas(const Matched& reader, const std::vector<Nested>& fresh,
                  const std::vector<Growing>& growing, const Database& database,
                  NestBuilder& out) const;
  void decide(const Part& part, Evaluation& evaluation, RuleRunner& rules,
              DecisionResolver& resolver);
  void find_missing(const Part& part, Evaluation& evaluation) const;

  const Program& program_;
  const Stratum& stratum_;
  std::vector<Part> parts_;
  Meter* meter_ = nullptr;
  std::vector<Matched> rules_;
};

}  // namespace mingze
