#include "engine/explain/instance.hpp"

#include <utility>

namespace mingze {

std::vector<Value> instance(const Atom& atom, std::span<const Value> values) {
  std::vector<Value> out;
  out.reserve(atom.terms.size());
  for (const Term term : atom.terms)
    out.push_back(term.is_variable ? values[term.value] : term.value);
  return out;
}

bool compares(const Symbols& symbols, const Condition& condition, Value left, Value right) {
  const bool same = left == right;
  if (condition.comparison == Comparison::equal) return same;
  if (condition.comparison == Comparison::not_equal) return !same;
  const bool less = !same && symbols.compare(condition.kind, left, right) < 0;
  const bool greater = !same && !less;
  switch (condition.comparison) {
    case Comparison::less:
      return less;
    case Comparison::less_equal:
      return less || same;
    case Comparison::greater:
      return greater;
    default:
      return greater || same;
  }
}

bool unify(const Atom& atom, std::span<const Value> tuple, Binding& binding) {
  for (std::size_t i = 0; i < tuple.size(); ++i) {
    const Term term = atom.terms[i];
    if (binding.has(term)) {
      if (binding.of(term) != tuple[i]) return false;
    } else {
      binding.bind(term.value, tuple[i]);
    }
  }
  return true;
}

std::vector<bool> shared_variables(const Body& body, const Atom* head) {
  std::vector<bool> shared(body.variables.size());
  std::vector<std::uint32_t> seen_in(body.variables.size());  // the last condition, from 1
  if (head != nullptr)
    for (const Term term : head->terms)
      if (term.is_variable) shared[term.value] = true;
  std::uint32_t number = 0;
  for (const Condition& condition : body.conditions) {
    const bool binds =
        condition.sort == Condition::Sort::positive || condition.sort == Condition::Sort::compare;
    ++number;
    for_each_variable(condition, [&](std::uint32_t v) {
      const std::uint32_t before = std::exchange(seen_in[v], number);
      if (binds || (before != 0 && before != number)) shared[v] = true;
    });
  }
  for (const Condition& condition : body.conditions)
    if (condition.sort == Condition::Sort::at_least) shared[condition.counted] = false;
  return shared;
}

}  // namespace mingze
