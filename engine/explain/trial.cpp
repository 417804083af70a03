#include "engine/explain/trial.hpp"

#include <algorithm>

#include "engine/evaluate/evaluate.hpp"
#include "engine/evaluate/join.hpp"
#include "engine/explain/instance.hpp"

namespace mingze {

namespace {

constexpr std::size_t most_blockers = 3;
constexpr char fresh_mark = '\x1f';

class Settling final : public DecisionResolver {
 public:
  explicit Settling(const Program& program) : resolver(program) {}
  void settle(DecisionId decision, std::vector<std::uint32_t> rows, Outcome& outcome,
              Relation& decided) override {
    resolver.settle(decision, std::move(rows), outcome, decided);
  }
  void settle_nested(DecisionId decision, Outcome& outcome, Relation& decided) override {
    resolver.settle_nested(decision, outcome, decided);
  }
  Resolver resolver;
};

/// Looks for what is in the way of a supposition that was tried.
class Obstacles {
 public:
  Obstacles(const Program& program, const Evaluation& evaluation, Resolver& resolver,
            const std::vector<Value>& unknowns)
      : program_(program), evaluation_(evaluation), resolver_(resolver), unknowns_(unknowns) {}

  std::vector<Blocker> of(const Supposition::Passed& passed, std::size_t meant) {
    if (passed.negative) return excluded(passed.atom, meant);
    std::vector<Value> values;
    for (const Term term : passed.atom.terms) values.push_back(value(term));
    if (evaluation_.database[passed.atom.predicate].contains(values)) return {};
    const auto decision = program_[passed.atom.predicate].decision;
    return decision ? lost(*decision, values) : std::vector<Blocker>{};
  }

 private:
  [[nodiscard]] Value value(Term term) const {
    return term.is_variable ? unknowns_[term.value] : term.value;
  }

  /// Values that stand for unknowns become unknowns again.
  [[nodiscard]] Atom in_terms(PredicateId predicate, std::span<const Value> values) const {
    Atom atom{predicate, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
      const KindId kind = program_[predicate].slots[i].kind;
      const auto at = std::find(unknowns_.begin(), unknowns_.end(), values[i]);
      const bool fresh = at != unknowns_.end() && Symbols::has_entities(kind) &&
                         program_.symbols.id_of(kind, values[i]).starts_with(fresh_mark);
      atom.terms.push_back(fresh ? Term{true, static_cast<std::uint32_t>(at - unknowns_.begin())}
                                 : Term{false, values[i]});
    }
    return atom;
  }

  std::vector<Blocker> excluded(const Atom& pattern, std::size_t meant) {
    Body body;
    Condition condition{Condition::Sort::positive, {pattern.predicate, {}}};
    const auto& slots = program_[pattern.predicate].slots;
    Binding known(pattern.terms.size());
    for (std::uint32_t i = 0; i < pattern.terms.size(); ++i) {
      const Term term = pattern.terms[i];
      std::uint32_t variable = i;
      for (std::uint32_t j = 0; j < i; ++j)
        if (pattern.terms[j] == term) variable = j;
      body.variables.push_back({"", slots[i].kind});
      condition.atom.terms.push_back({true, variable});
      if (!term.is_variable || term.value < meant) known.bind(variable, value(term));
    }
    body.conditions.push_back(std::move(condition));
    const std::vector<bool> all(body.variables.size(), true);
    JoinStart start{known.bound, all, {}};
    const JoinPlan plan = plan_join(body, start);
    std::vector<Blocker> out;
    Join(program_.symbols, evaluation_.database, body, plan)
        .run(known.values, [&](std::span<const Value> frame) {
          const auto tuple = instance(body.conditions[0].atom, frame);
          out.push_back({Blocker::Sort::holds, in_terms(pattern.predicate, tuple)});
          return true;
        });
    std::sort(out.begin(), out.end(),
              [&](const Blocker& a, const Blocker& b) { return words(a) < words(b); });
    if (out.size() > most_blockers) out.resize(most_blockers);
    return out;
  }

  [[nodiscard]] std::vector<std::string> words(const Blocker& blocker) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < blocker.atom.terms.size(); ++i)
      out.push_back(program_.symbols.id_of(program_[blocker.atom.predicate].slots[i].kind,
                                           value(blocker.atom.terms[i])));
    return out;
  }

  /// What our value of a decision lost to.
  std::vector<Blocker> lost(DecisionId id, std::vector<Value> values) {
    const Decision& decision = program_[id];
    const Outcome& outcome = evaluation_.outcomes[id.value];
    std::vector<Value> key;
    for (const std::uint32_t slot : decision.key_slots) key.push_back(values[slot]);
    const auto judged = resolver_.judged(id, outcome, key);
    const Value ours = values[decision.value_slot];
    std::vector<Blocker> out;
    for (const auto& [candidate, verdict] : judged) {
      if (candidate.value != ours || verdict.stands()) continue;
      Blocker blocker;
      if (verdict.barred) {
        blocker = {Blocker::Sort::barred, in_terms(decision.predicate, values),
                   barring(id, outcome, values)};
      } else {
        const Candidate& winner = judged[*verdict.defeated_by].candidate;
        values[decision.value_slot] = winner.value;
        blocker = {Blocker::Sort::defeated, in_terms(decision.predicate, values), winner.rule,
                   verdict.ground};
        values[decision.value_slot] = ours;
      }
      const bool told = std::any_of(out.begin(), out.end(), [&](const Blocker& other) {
        return other.sort == blocker.sort && other.rule == blocker.rule;
      });
      if (!told && out.size() < most_blockers) out.push_back(std::move(blocker));
    }
    return out;
  }

  [[nodiscard]] RuleId barring(DecisionId id, const Outcome& outcome,
                               const std::vector<Value>& values) const {
    const std::size_t slots = program_[program_[id].predicate].slots.size();
    RuleId first;
    outcome.bars.for_each_with((std::uint64_t{1} << slots) - 1, values,
                               [&](std::span<const Value> bar) {
                                 const RuleId rule{bar[slots]};
                                 if (!first.valid() || program_[rule].id < program_[first].id)
                                   first = rule;
                                 return true;
                               });
    return first;
  }

  const Program& program_;
  const Evaluation& evaluation_;
  Resolver& resolver_;
  const std::vector<Value>& unknowns_;
};

bool fulfils(const Database& database, const Program& program, const Body& goal,
             const std::vector<Value>& values) {
  const std::vector<bool> shared = shared_variables(goal, nullptr);
  JoinStart start{shared, std::vector<bool>(shared.size()), {}};
  const JoinPlan plan = plan_join(goal, start);
  return !Join(program.symbols, database, goal, plan).run(values, [](std::span<const Value>) {
    return false;
  });
}

}  // namespace

Trial::Trial(Program& program, const Plan& plan, const Database& stated)
    : program_(program), plan_(plan), stated_(stated) {}

std::vector<Value> Trial::choices(const Supposition& supposition, std::uint32_t unknown) {
  const KindId kind = supposition.unknowns[unknown];
  const std::string name = fresh_mark + std::to_string(unknown + 1);
  if (kind == text_kind) return {program_.symbols.text(name)};
  if (Symbols::has_entities(kind)) return {program_.symbols.entity(kind, name)};
  const bool date = kind == date_kind;
  std::vector<Value> out;
  const auto add = [&](std::int64_t number) {
    out.push_back(date ? Symbols::date(Date{static_cast<std::int32_t>(number)})
                       : program_.symbols.number(std::int64_t{number}));
  };
  // Beside the numbers that it is compared with, and one that nothing else has.
  for (const Condition& limit : supposition.limits)
    for (const Term term : {limit.left, limit.right}) {
      if (term.is_variable || limit.kind != kind) continue;
      const Symbols& symbols = program_.symbols;
      const std::int64_t at = date ? Symbols::date(term.value).days : symbols.number(term.value);
      for (const std::int64_t step : {-1, 0, 1}) add(at + step);
    }
  const std::int64_t unused = (date ? 1'000'000 : 1'000'000'000) + std::int64_t{unknown} * 7;
  add(unused);
  std::rotate(out.begin(), out.end() - 1, out.end());
  return out;
}

bool Trial::choose(const Supposition& supposition, std::uint32_t at, std::vector<Value>& values) {
  if (at == supposition.meant) return true;
  for (const Value value : choices(supposition, at)) {
    values[at] = value;
    const bool fits = std::all_of(
        supposition.limits.begin(), supposition.limits.end(), [&](const Condition& limit) {
          for (const Term term : {limit.left, limit.right})
            if (term.is_variable && term.value > at) return true;
          const auto of = [&](Term term) {
            return term.is_variable ? values[term.value] : term.value;
          };
          return compares(program_.symbols, limit, of(limit.left), of(limit.right));
        });
    if (fits && choose(supposition, at + 1, values)) return true;
  }
  return false;
}

std::optional<std::vector<Value>> Trial::values_for(const Supposition& supposition) {
  std::vector<Value> values(supposition.unknowns.size());
  if (!choose(supposition, 0, values)) return std::nullopt;
  return values;
}

std::optional<Trial::Outcome> Trial::run(const Supposition& supposition, const Body& goal) {
  const auto unknowns = values_for(supposition);
  if (!unknowns) return std::nullopt;
  const auto value = [&](Term term) {
    return term.is_variable ? (*unknowns)[term.value] : term.value;
  };
  Database stated = stated_;
  for (const Atom& fact : supposition.facts) {
    std::vector<Value> tuple;
    for (const Term term : fact.terms) tuple.push_back(value(term));
    stated.state(fact.predicate, tuple, {});
  }
  Settling settling(program_);
  const Evaluation evaluation = evaluate(program_, plan_, std::move(stated), settling);
  if (has_errors(evaluation.diagnostics)) return std::nullopt;
  std::vector<Value> values;
  for (const Term term : supposition.variables) values.push_back(value(term));
  Outcome outcome{fulfils(evaluation.database, program_, goal, values)};
  if (outcome.holds) return outcome;
  std::vector<Supposition::Passed> passed = supposition.passed;
  for (const Condition& condition : goal.conditions) {
    if (condition.sort != Condition::Sort::positive) continue;
    Atom atom = condition.atom;
    for (Term& term : atom.terms)
      if (term.is_variable) term = supposition.variables[term.value];
    passed.insert(passed.begin(), {false, std::move(atom)});
  }
  Obstacles obstacles(program_, evaluation, settling.resolver, *unknowns);
  for (auto at = passed.rbegin(); at != passed.rend() && outcome.blocked_by.empty(); ++at)
    outcome.blocked_by = obstacles.of(*at, supposition.meant);
  return outcome;
}

}  // namespace mingze
