// Sentences of a rule with values in place of its variables.
#pragma once

#include <span>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// A value for each variable of a body that has one.
struct Binding {
  std::vector<Value> values;
  std::vector<bool> bound;

  Binding() = default;
  explicit Binding(std::size_t variables) : values(variables), bound(variables) {}
  void bind(std::uint32_t variable, Value value) {
    values[variable] = value;
    bound[variable] = true;
  }
  [[nodiscard]] bool has(Term term) const { return !term.is_variable || bound[term.value]; }
  [[nodiscard]] Value of(Term term) const {
    return term.is_variable ? values[term.value] : term.value;
  }
  bool operator==(const Binding&) const = default;
};

/// The tuple that an atom becomes; every variable of it has a value in `values`.
[[nodiscard]] std::vector<Value> instance(const Atom& atom, std::span<const Value> values);

/// Whether a comparison holds between two values.
[[nodiscard]] bool compares(const Symbols& symbols, const Condition& condition, Value left,
                            Value right);

/// Gives the variables of an atom the values of a tuple; false where they don't fit (what was bound
/// until then stays bound).
bool unify(const Atom& atom, std::span<const Value> tuple, Binding& binding);

/// Calls `visit` with each variable of a condition, in the order in which they are written.
template <typename Visit>
void for_each_variable(const Condition& condition, Visit visit) {
  if (condition.sort == Condition::Sort::compare) {
    for (const Term term : {condition.left, condition.right})
      if (term.is_variable) visit(term.value);
    return;
  }
  for (const Term term : condition.atom.terms)
    if (term.is_variable) visit(term.value);
}

/// The variables of a body that mean something outside of one single negation or count: they stand
/// in a positive sentence, a comparison, `head` (may be null) or in two conditions. The others mean
/// "some" or "no such thing", and what a count counts is never among them.
[[nodiscard]] std::vector<bool> shared_variables(const Body& body, const Atom* head);

}  // namespace mingze
