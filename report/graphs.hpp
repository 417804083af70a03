// What can be drawn of a program: as graphs.
//
// None of these knows what a relation means: which ones are drawn is said by the caller, and the
// rest follows from their slots.
#pragma once

#include <utility>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/plan/plan.hpp"
#include "report/graph.hpp"

namespace mingze::report {

/// What a name may stand for, by kind.
using Meanings = std::vector<std::pair<KindId, Value>>;

struct GraphOptions {
  Language language = Language::zh;
  std::size_t limit = 300;  ///< at most so many boxes; what is left out is said in a note
  /// Only what concerns, of each of these, one of its meanings; none: everything.
  std::vector<Meanings> about = {};
  /// The relations and decisions drawn; the first is the main one.
  std::vector<PredicateId> drawn = {};
  bool findings = false;  ///< `rules_graph`: the findings too
};

/// Which slots of a relation are drawn how.
struct AssignmentSlots {
  std::uint32_t actor = 0;
  std::vector<std::uint32_t> object;  ///< in the order of the main relation's
};

/// How a relation is drawn beside the main one: the slot of the main one's kind of actor is the
/// actor, and the others are its objects. Nothing where the slots don't fit. The actor of a
/// decision is its value, that of a relation its first slot.
[[nodiscard]] std::optional<AssignmentSlots> assignment_slots(const Program& program,
                                                              PredicateId main, PredicateId other);

/// Who does what: an arrow from each actor to each object, one look a relation. Missing and
/// conflicting keys of a decision are marked. Where there are many, the objects stand in groups by
/// the main relation's actor, and the others are named in their boxes.
[[nodiscard]] Graph assignment_graph(const Program& program, const Evaluation& evaluation,
                                     const GraphOptions& options);

/// The two slots of one kind that a relation links, or nothing.
[[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> linked_slots(
    const Predicate& predicate);

/// Who is linked to whom by the main relation (`linked_slots`); circles are marked. The other
/// relations drawn are told in the boxes of those that they speak of.
[[nodiscard]] Graph link_graph(const Program& program, const Evaluation& evaluation,
                               const GraphOptions& options);

/// Which relations and decisions are concluded from which, in steps: what a step needs to be
/// complete stands in an earlier one. With `drawn`, only what leads to them or follows from them.
[[nodiscard]] Graph rules_graph(const Program& program, const Plan& plan,
                                const GraphOptions& options);

/// Which rule prevails over which, decision by decision; with `drawn`, of these decisions.
[[nodiscard]] Graph overrides_graph(const Program& program, const GraphOptions& options);

}  // namespace mingze::report
