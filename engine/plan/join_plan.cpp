#include "engine/plan/join_plan.hpp"

#include <algorithm>

namespace mingze {

namespace {

using Sort = Condition::Sort;

/// Chooses one condition after the other; keeps which variables have a value by then.
class Planner {
 public:
  Planner(const Body& body, const JoinStart& start, const ExpectedMatches& expected)
      : body_(body),
        start_(start),
        expected_(expected),
        known_(start.known),
        done_(body.conditions.size()) {
    known_.resize(body.variables.size());
    count_uses();
  }

  JoinPlan plan() {
    if (start_.first) take(*start_.first);
    while (plan_.steps.size() < body_.conditions.size()) {
      const auto filter = ready_filter();
      take(filter ? *filter : best_sentence());
    }
    return std::move(plan_);
  }

 private:
  void count_uses() {
    uses_.assign(body_.variables.size(), 0);
    for (const Condition& condition : body_.conditions) {
      std::vector<bool> seen(body_.variables.size());
      for_variables(condition, [&](std::uint32_t v) {
        if (!seen[v]) ++uses_[v];
        seen[v] = true;
      });
    }
  }

  template <typename Visit>
  static void for_variables(const Condition& condition, Visit visit) {
    if (condition.sort == Sort::compare) {
      for (const Term term : {condition.left, condition.right})
        if (term.is_variable) visit(term.value);
      return;
    }
    for (const Term term : condition.atom.terms)
      if (term.is_variable) visit(term.value);
  }

  /// Whether the variable means something outside of the one condition that holds it.
  [[nodiscard]] bool is_shared(std::uint32_t variable) const {
    return uses_[variable] > 1 || known_[variable] ||
           (variable < start_.needed.size() && start_.needed[variable]);
  }

  /// Whether a condition that gives no variable a value can be judged now.
  [[nodiscard]] bool is_ready(const Condition& condition) const {
    bool ready = true;
    for_variables(condition, [&](std::uint32_t v) {
      const bool counted = condition.sort == Sort::at_least && v == condition.counted;
      if (!counted && !known_[v] && is_shared(v)) ready = false;
    });
    return ready;
  }

  [[nodiscard]] std::optional<std::uint32_t> ready_filter() const {
    for (std::uint32_t i = 0; i < body_.conditions.size(); ++i)
      if (!done_[i] && body_.conditions[i].sort != Sort::positive && is_ready(body_.conditions[i]))
        return i;
    return std::nullopt;
  }

  [[nodiscard]] double expected_matches(const Condition& condition) const {
    std::uint64_t columns = 0;
    for (std::uint32_t column = 0; column < condition.atom.terms.size(); ++column)
      if (const Term term = condition.atom.terms[column]; !term.is_variable || known_[term.value])
        columns |= std::uint64_t{1} << column;
    return expected_(condition.atom.predicate, columns);
  }

  /// The positive sentence with the fewest expected matches; when none is left, a counting
  /// condition that gives its variables their values.
  [[nodiscard]] std::uint32_t best_sentence() const {
    std::optional<std::uint32_t> best;
    double fewest = 0;
    for (std::uint32_t i = 0; i < body_.conditions.size(); ++i) {
      if (done_[i] || body_.conditions[i].sort != Sort::positive) continue;
      const double matches = expected_matches(body_.conditions[i]);
      if (best && matches >= fewest) continue;
      best = i;
      fewest = matches;
    }
    for (std::uint32_t i = 0; i < body_.conditions.size() && !best; ++i)
      if (!done_[i] && body_.conditions[i].sort == Sort::at_least) best = i;
    for (std::uint32_t i = 0; i < body_.conditions.size() && !best; ++i)
      if (!done_[i]) best = i;
    return *best;
  }

  void take(std::uint32_t index) {
    const Condition& condition = body_.conditions[index];
    done_[index] = true;
    JoinStep step;
    step.condition = index;
    if (condition.sort == Sort::positive) {
      matches_ *= expected_matches(condition);
      plan_.tuples += matches_;
    }
    if (condition.sort != Sort::compare) add_columns(condition, step);
    plan_.steps.push_back(std::move(step));
  }

  void add_columns(const Condition& condition, JoinStep& step) {
    std::vector<bool> given(body_.variables.size());
    for (std::uint32_t column = 0; column < condition.atom.terms.size(); ++column) {
      const Term term = condition.atom.terms[column];
      if (!term.is_variable || known_[term.value]) {
        step.known_columns |= std::uint64_t{1} << column;
        step.known.push_back(term);
      } else if (given[term.value]) {
        step.repeats.push_back({column, term.value});
      } else {
        given[term.value] = true;
        step.binds.push_back({column, term.value});
      }
    }
    if (condition.sort == Sort::positive)
      for (const auto& bind : step.binds) known_[bind.variable] = true;
    if (condition.sort == Sort::at_least) add_groups(condition, step);
  }

  void add_groups(const Condition& condition, JoinStep& step) {
    for (const auto& bind : step.binds) {
      if (bind.variable == condition.counted)
        step.counted_column = bind.column;
      else if (is_shared(bind.variable))
        step.groups.push_back(bind);
    }
    for (const auto& group : step.groups) known_[group.variable] = true;
  }

  const Body& body_;
  const JoinStart& start_;
  const ExpectedMatches& expected_;
  std::vector<bool> known_;
  std::vector<bool> done_;
  std::vector<std::uint32_t> uses_;
  JoinPlan plan_;
  double matches_ = 1;  // expected after the steps that are taken
};

}  // namespace

JoinPlan plan_join(const Body& body, const JoinStart& start, const ExpectedMatches& expected) {
  return Planner(body, start, expected).plan();
}

JoinPlan plan_join(const Body& body, const JoinStart& start) {
  return plan_join(body, start, [](PredicateId, std::uint64_t) { return 1.0; });
}

}  // namespace mingze
