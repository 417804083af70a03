// Completing a stratum set by set.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "engine/evaluate/evaluate.hpp"
#include "engine/evaluate/nested_matcher.hpp"
#include "engine/evaluate/rules.hpp"

namespace mingze {

/// A stratum whose predicates can all be nested over the order of a hierarchy: what holds for many
/// neighbours is derived, and decided, once for all of them.
class NestedStratum {
 public:
  /// `orders`: the largest first. Nothing where a predicate of the stratum can't be nested over any
  /// of them, where no rule can be matched set by set, or where one that reads the stratum itself
  /// can't.
  [[nodiscard]] static std::optional<NestedStratum> of(
      const Program& program, const Stratum& stratum,
      const std::vector<std::shared_ptr<const Order>>& orders);

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

  NestedStratum(const Program& program, const Stratum& stratum)
      : program_(program), stratum_(stratum) {}

  [[nodiscard]] bool reads_itself(RuleHead head) const;
  [[nodiscard]] bool reads_itself_nested(const NestedRule& rule, std::size_t part) const;
  [[nodiscard]] std::optional<std::size_t> part_of(PredicateId predicate) const;
  [[nodiscard]] std::vector<NestBuilder> builders() const;
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
  std::vector<Matched> rules_;
};

}  // namespace mingze
