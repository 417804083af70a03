// Rules matched set by set: one variable of a rule stands for all of its values at once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/plan/plan.hpp"

namespace mingze {

/// The column of a predicate over which it may be nested (engine/facts/nested.hpp): its only slot
/// of the hierarchy's kind, in a decision one of its keys.
struct NestColumn {
  std::uint32_t column = 0;
  PredicateId hierarchy;  ///< none (invalid) for a kind without one
};
/// That of the first of these hierarchies that has one.
[[nodiscard]] std::optional<NestColumn> nest_column(const Program& program, PredicateId predicate,
                                                    std::span<const PredicateId> hierarchies);

/// A sentence of a body that says something of the variable that stands for a set, or of its
/// neighbour. One that is counted ("at least 2") says it of where so many tuples of a group stand
/// that differ in one column.
struct NestedSentence {
  std::uint32_t condition = 0;  ///< in the rule's body
  std::uint32_t column = 0;     ///< where the variable stands
  std::uint64_t keep = 0;       ///< columns that are matched; the others mean "some"
  std::vector<Term> terms;      ///< of the columns kept, in column order
  bool negative = false;
  bool neighbour = false;
  std::uint64_t count = 0;    ///< so many, or 0 where nothing is counted
  std::uint32_t counted = 0;  ///< the column that is counted; not kept
};

/// A positive sentence that leads from a neighbour of the variable, which stands for a set too, to
/// the variable: from a place to those below it.
struct NestedLink {
  std::uint32_t condition = 0;  ///< in the rule's body
  std::uint32_t neighbour = 0;  ///< a variable
  std::uint32_t from = 0;       ///< the neighbour's column
  std::uint32_t to = 0;         ///< the variable's column
  std::uint64_t keep = 0;       ///< columns that are matched, the neighbour's too
  std::vector<Term> terms;      ///< of the columns kept, in column order
};

/// A conclusion of a rule, or what a finding tells, taken apart: `body` is matched tuple by tuple,
/// and what of `variable` stands with a match comes from sets.
struct NestedRule {
  const Body* source = nullptr;  ///< what was taken apart
  PredicateId predicate;         ///< of the conclusion; none (invalid) for a finding
  std::uint32_t variable = 0;
  std::uint32_t column = 0;  ///< of the conclusion, where it stands
  /// The conclusion's other columns, and for a decision the rule.
  std::vector<Term> concluded;
  /// Where the link's neighbour stands in `concluded`: each of its values gives a group of its own.
  std::optional<std::uint32_t> neighbour;
  std::optional<NestedLink> link;
  /// The conditions that say nothing of it and its neighbour, and for each positive one of
  /// `sentences` a sentence over its groups. The predicate of condition i is PredicateId{i}: see
  /// `reads`.
  Body body;
  /// By condition of `body`: the rule's condition, and the place in `sentences` if it is nested.
  struct Read {
    std::uint32_t condition = 0;
    std::optional<std::uint32_t> sentence;
  };
  std::vector<Read> reads;
  std::vector<NestedSentence> sentences;
};

/// The rule, if it can be matched that way: the variable stands once in each sentence that has it,
/// in no comparison and in no count. A link is a sentence of the hierarchy, or one that leads on
/// from what the rule reads of its own predicate.
[[nodiscard]] std::optional<NestedRule> nested_rule(const Program& program, RuleHead head,
                                                    const NestColumn& column);
/// The same of a finding, told by these variables of its body, over that of them with this place.
[[nodiscard]] std::optional<NestedRule> nested_finding(const Body& body,
                                                       const std::vector<std::uint32_t>& variables,
                                                       std::uint32_t place, PredicateId hierarchy);

}  // namespace mingze
