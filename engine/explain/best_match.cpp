#include "engine/explain/best_match.hpp"

#include <algorithm>
#include <map>

namespace mingze {

using Sort = Condition::Sort;

namespace {

/// The variables in an order that does not depend on the order of the conditions: as they occur
/// when the conditions are sorted by their words.
std::vector<std::uint32_t> variable_order(const Program& program, const Body& body) {
  std::vector<std::pair<std::string, const Condition*>> conditions;
  for (const Condition& condition : body.conditions) {
    std::string words = std::to_string(static_cast<int>(condition.sort));
    if (condition.sort != Sort::compare) {
      const Predicate& predicate = program[condition.atom.predicate];
      words += predicate.id;
      for (std::size_t i = 0; i < condition.atom.terms.size(); ++i) {
        const Term term = condition.atom.terms[i];
        words +=
            '\0' + (term.is_variable ? body.variables[term.value].name
                                     : program.symbols.id_of(predicate.slots[i].kind, term.value));
      }
    }
    conditions.emplace_back(std::move(words), &condition);
  }
  std::stable_sort(conditions.begin(), conditions.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint32_t> order;
  for (const auto& [words, condition] : conditions)
    for_each_variable(*condition, [&](std::uint32_t v) {
      if (std::find(order.begin(), order.end(), v) == order.end()) order.push_back(v);
    });
  return order;
}

}  // namespace

Matcher::Way::Way(const Program& program, const Evaluation& evaluation, const Body& body,
                  const Atom* head, const Binding& known)
    : shared(shared_variables(body, head)),
      order(variable_order(program, body)),
      plan(plan_join(body, {known.bound, shared, {}}, evaluation.database)),
      join(program.symbols, evaluation.database, body, plan) {}

/// Looks up the heights of a match; false where it is no way down from the goal.
bool Matcher::measure(const Body& body, const Needed* goal, std::uint32_t limit,
                      Match& match) const {
  if (goal == nullptr) return true;
  for (const Condition& condition : body.conditions) {
    if (condition.sort != Sort::positive) continue;
    if (!heights_.together(condition.atom.predicate, goal->predicate)) continue;
    const std::uint32_t height =
        heights_.of(condition.atom.predicate, instance(condition.atom, match.binding.values));
    if (height >= limit) return false;
    match.height = std::max(match.height, height);
    match.sum += height;
  }
  return true;
}

bool Matcher::before(const Body& body, const std::vector<std::uint32_t>& order, const Match& a,
                     const Match& b) const {
  if (a.height != b.height) return a.height < b.height;
  if (a.sum != b.sum) return a.sum < b.sum;
  for (const std::uint32_t v : order) {
    if (!a.binding.bound[v]) continue;
    const int difference =
        program_.symbols.compare(body.variables[v].kind, a.binding.values[v], b.binding.values[v]);
    if (difference != 0) return difference < 0;
  }
  return false;
}

std::optional<Match> Matcher::best(const Body& body, const Atom* head, const Binding& known,
                                   const Needed* goal) {
  if (head == nullptr) {
    Way way(program_, evaluation_, body, head, known);
    return best(way, body, known, goal);
  }
  const auto place = ways_.try_emplace(head, program_, evaluation_, body, head, known).first;
  return best(place->second, body, known, goal);
}

std::optional<Match> Matcher::best(Way& way, const Body& body, const Binding& known,
                                   const Needed* goal) {
  const std::uint32_t limit =
      goal == nullptr ? UINT32_MAX : heights_.of(goal->predicate, goal->values);
  std::optional<Match> best;
  way.join.run(known.values, [&](std::span<const Value> frame) {
    Match match{Binding(body.variables.size())};
    for (std::uint32_t v = 0; v < body.variables.size(); ++v)
      if (way.shared[v]) match.binding.bind(v, frame[v]);
    if (measure(body, goal, limit, match) && (!best || before(body, way.order, match, *best)))
      best = std::move(match);
    return true;
  });
  return best;
}

std::vector<Needed> Matcher::witnesses(const Condition& condition, const Body& body,
                                       const std::vector<bool>& shared,
                                       const Binding& binding) const {
  Body counted{body.variables, {condition}};
  counted.conditions[0].sort = Sort::positive;
  JoinStart start;
  start.known = binding.bound;
  for (std::size_t v = 0; v < shared.size(); ++v) start.known[v] = start.known[v] && shared[v];
  const JoinPlan plan = plan_join(counted, start);
  const auto& slots = program_[condition.atom.predicate].slots;
  const auto first = [&](const std::vector<Value>& a, const std::vector<Value>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      const int order = program_.symbols.compare(slots[i].kind, a[i], b[i]);
      if (order != 0) return order < 0;
    }
    return false;
  };
  std::map<Value, std::vector<Value>> by_value;
  Join(program_.symbols, evaluation_.database, counted, plan)
      .run(binding.values, [&](std::span<const Value> frame) {
        auto tuple = instance(condition.atom, frame);
        const auto [place, added] = by_value.try_emplace(frame[condition.counted], tuple);
        if (!added && first(tuple, place->second)) place->second = std::move(tuple);
        return true;
      });
  std::vector<Needed> out;
  for (auto& [value, tuple] : by_value) out.push_back({condition.atom.predicate, std::move(tuple)});
  std::sort(out.begin(), out.end(),
            [&](const Needed& a, const Needed& b) { return first(a.values, b.values); });
  if (out.size() > condition.count) out.resize(condition.count);
  return out;
}

std::vector<std::vector<Needed>> Matcher::premises(const Body& body, const Atom* head,
                                                   const Binding& binding) const {
  std::vector<std::vector<Needed>> out;
  out.reserve(body.conditions.size());
  for (const Condition& condition : body.conditions) {
    out.emplace_back();
    if (condition.sort == Sort::positive)
      out.back().push_back({condition.atom.predicate, instance(condition.atom, binding.values)});
    if (condition.sort == Sort::at_least)
      out.back() = witnesses(condition, body, shared_variables(body, head), binding);
  }
  return out;
}

}  // namespace mingze
