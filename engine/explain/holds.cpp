#include "engine/explain/holds.hpp"

#include <algorithm>

namespace mingze {

using Sort = Condition::Sort;

void Holds::for_each(const Atom& atom, const Binding& binding,
                     const std::function<bool(std::span<const Value>, Binding&)>& visit) const {
  const Relation& relation = complete_[atom.predicate];
  std::uint64_t columns = 0;
  std::vector<Value> key;
  for (std::uint32_t i = 0; i < atom.terms.size() && i < 63; ++i) {
    if (!binding.has(atom.terms[i])) continue;
    columns |= std::uint64_t{1} << i;
    key.push_back(binding.of(atom.terms[i]));
  }
  Binding trial;
  relation.for_each_with(columns, key, [&](std::span<const Value> tuple) {
    trial = binding;
    return !unify(atom, tuple, trial) || visit(tuple, trial);
  });
}

bool Holds::compares(const Condition& condition, const Binding& binding) const {
  return mingze::compares(program_.symbols, condition, binding.of(condition.left),
                          binding.of(condition.right));
}

bool Holds::none(const Atom& atom, const Binding& binding) const {
  bool found = false;
  for_each(atom, binding, [&](std::span<const Value>, const Binding&) {
    found = true;
    return false;
  });
  return !found;
}

bool Holds::enough(const Condition& condition, const Binding& binding) const {
  std::set<Value> counted;
  for_each(condition.atom, binding, [&](std::span<const Value> tuple, const Binding&) {
    for (std::size_t i = 0; i < tuple.size(); ++i)
      if (condition.atom.terms[i] == Term{true, condition.counted}) counted.insert(tuple[i]);
    return counted.size() < condition.count;
  });
  return counted.size() >= condition.count;
}

namespace {

/// Forgets the values of the variables that mean nothing outside of one condition.
void keep_only(const std::vector<bool>& shared, Binding& binding) {
  for (std::uint32_t v = 0; v < shared.size(); ++v) {
    if (shared[v]) continue;
    binding.values[v] = 0;
    binding.bound[v] = false;
  }
}

bool can_bind(const Condition& condition) {
  return condition.sort == Sort::positive || condition.sort == Sort::at_least;
}

}  // namespace

/// The condition to match next: the one with the most values known, of those the one with the
/// fewest tuples. A count whose variables all have values is left to be judged at the end.
const Condition* Holds::next(const Body& body, const std::vector<bool>& shared,
                             const Binding& binding, const std::vector<bool>& done) const {
  const Condition* best = nullptr;
  std::pair<std::ptrdiff_t, std::uint32_t> least;
  for (std::size_t i = 0; i < body.conditions.size(); ++i) {
    const Condition& condition = body.conditions[i];
    if (done[i] || !can_bind(condition)) continue;
    const auto& terms = condition.atom.terms;
    const auto open = std::count_if(terms.begin(), terms.end(), [&](Term term) {
      return !binding.has(term) && shared[term.value];
    });
    if (condition.sort == Sort::at_least && open == 0) continue;
    const std::pair effort(open, complete_[condition.atom.predicate].size());
    if (best != nullptr && least <= effort) continue;
    best = &condition;
    least = effort;
  }
  return best;
}

bool Holds::passes(const Body& body, const Binding& binding) const {
  return std::all_of(body.conditions.begin(), body.conditions.end(), [&](const Condition& c) {
    if (c.sort == Sort::compare) return compares(c, binding);
    if (c.sort == Sort::negative) return none(c.atom, binding);
    return c.sort == Sort::positive || enough(c, binding);
  });
}

bool Holds::match(const Body& body, const Atom& head, const Binding& start,
                  const Visit& visit) const {
  const std::vector<bool> shared = shared_variables(body, &head);
  std::vector<bool> done(body.conditions.size());
  // The depth is the number of conditions of one rule.
  const std::function<bool(const Binding&)> go = [&](const Binding& binding) {
    const Condition* condition = next(body, shared, binding, done);
    if (condition == nullptr) return !passes(body, binding) || visit(binding);
    const auto place = static_cast<std::size_t>(condition - body.conditions.data());
    done[place] = true;
    bool on = true;
    std::set<std::vector<Value>> tried;
    for_each(condition->atom, binding, [&](std::span<const Value>, Binding& more) {
      keep_only(shared, more);
      if (condition->sort == Sort::at_least && !tried.insert(more.values).second) return on;
      on = go(more);
      return on;
    });
    done[place] = false;
    return on;
  };
  Binding known = start;
  keep_only(shared, known);
  return go(known);
}

bool Holds::concludes(const Rule& rule, const Conclusion& conclusion,
                      std::span<const Value> tuple) const {
  Binding binding(rule.body.variables.size());
  if (!unify(conclusion.atom, tuple, binding)) return false;
  return !match(rule.body, conclusion.atom, binding, [](const Binding&) { return false; });
}

std::set<Value> Holds::values(const Rule& rule, const Conclusion& conclusion,
                              std::span<const Value> tuple, std::uint32_t slot) const {
  Binding binding(rule.body.variables.size());
  std::set<Value> out;
  for (std::size_t i = 0; i < tuple.size(); ++i) {
    const Term term = conclusion.atom.terms[i];
    if (i == slot) continue;
    if (binding.has(term)) {
      if (binding.of(term) != tuple[i]) return out;
    } else {
      binding.bind(term.value, tuple[i]);
    }
  }
  match(rule.body, conclusion.atom, binding, [&](const Binding& found) {
    out.insert(found.of(conclusion.atom.terms[slot]));
    return true;
  });
  return out;
}

}  // namespace mingze
