#include "engine/update/resolved.hpp"

#include <algorithm>
#include <utility>

#include "engine/evaluate/findings.hpp"
#include "engine/plan/cycles.hpp"
#include "engine/resolve/resolver.hpp"
#include "engine/update/differences.hpp"
#include "engine/update/fact_list.hpp"
#include "engine/update/finding_update.hpp"
#include "engine/update/observed.hpp"

namespace mingze {

namespace {

class Settler final : public DecisionResolver {
 public:
  explicit Settler(Resolver& resolver) : resolver_(resolver) {}
  void settle(DecisionId decision, std::vector<std::uint32_t> rows, Outcome& outcome,
              Relation& decided) override {
    resolver_.settle(decision, std::move(rows), outcome, decided);
  }
  void settle_nested(DecisionId decision, Outcome& outcome, Relation& decided) override {
    resolver_.settle_nested(decision, outcome, decided);
  }

 private:
  Resolver& resolver_;
};

}  // namespace

struct Resolved::Inside {
  Inside(Program from, const Database& stated, std::uint32_t worth)
      : program(std::move(from)),
        observed(observe(program)),
        facts(program, stated),
        nest_from(worth),
        resolver(std::make_unique<Resolver>(observed.program)),
        findings(program) {}

  // --- from the facts ---

  /// Null, with errors, where there is a cycle in a hierarchy.
  std::unique_ptr<State> evaluate(Diagnostics& errors, Meter* meter) {
    Settler settler(*resolver);
    Evaluation whole = mingze::evaluate(observed.program, plan, facts.database(observed.program),
                                        settler, nest_from, {}, meter);
    errors = std::move(whole.diagnostics);
    if (has_errors(errors)) return nullptr;
    levels = std::move(whole.levels);
    whole.levels = levels;
    return std::make_unique<State>(observed.program, plan, whole, nest_from,
                                   resolver->precedence());
  }

  bool begin(Diagnostics& errors, Meter* meter) {
    errors = mingze::plan(program).diagnostics;  // a domain may close a cycle
    if (has_errors(errors)) return false;
    plan = mingze::plan(observed.program);
    state = evaluate(errors, meter);
    if (!state) return false;
    for (std::uint32_t f = 0; f < observed.findings.size(); ++f) {
      const Relation tuples = relation_of(state->store(), state->table(observed.findings[f]));
      for (std::uint32_t row = 0; row < tuples.size(); ++row)
        findings.set({f}, tuples.row(row), true);
    }
    std::vector<RaisedFinding> none;
    findings.take_changes(none, none);
    return true;
  }

  // --- edits ---

  /// False where nothing is changed by it. `undo`: what takes it back.
  bool make(const Edit& edit, std::vector<Edit>& undo) {
    if (const auto* more = std::get_if<AddFact>(&edit)) {
      if (!facts.add(more->predicate, more->values, more->span)) return false;
      set(more->predicate, more->values, true);
      undo.emplace_back(RemoveFact{more->predicate, more->values});
    } else if (const auto* less = std::get_if<RemoveFact>(&edit)) {
      const auto span = facts.remove(less->predicate, less->values);
      if (!span) return false;
      set(less->predicate, less->values, false);
      undo.emplace_back(AddFact{less->predicate, less->values, *span});
    } else {
      const auto& other = std::get<SetOverrides>(edit);
      auto& overrides = program.rules[other.rule.value].overrides;
      undo.emplace_back(SetOverrides{other.rule, overrides});
      overrides = other.overrides;
      observed.program.rules[other.rule.value].overrides = other.overrides;
      precedence_changed = true;
    }
    return true;
  }

  void set(PredicateId predicate, std::span<const Value> values, bool holds) {
    const auto& slots = program[predicate].slots;
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (!state->has_room(slots[i].kind, values[i])) {
        too_small = true;
        return;
      }
    state->state(predicate, values, holds);
  }

  void take_back(std::vector<Edit> undo) {
    std::vector<Edit> none;
    for (std::size_t i = undo.size(); i-- > 0;) make(undo[i], none);
    precedence_changed = false;
  }

  Changes apply(std::span<const Edit> edits, Meter* meter) {
    Changes out;
    std::vector<Edit> undo;
    for (const Edit& edit : edits) make(edit, undo);
    const bool another = std::exchange(precedence_changed, false);
    const bool anew = std::exchange(too_small, false);
    if (another) {
      find_override_cycles(program, out.errors);
      if (has_errors(out.errors)) {
        take_back(std::move(undo));
        state->settle();
        return out;
      }
      resolver = std::make_unique<Resolver>(observed.program);
    }
    if (!anew && state->update(resolver->precedence(), another, meter)) {
      tell(out, [&](TableId table, auto) { return changes_of(state->store(), table); });
      state->settle();
    } else {
      run_from_scratch(std::move(undo), out, meter);
    }
    findings.take_changes(out.withdrawn, out.raised);
    return out;
  }

  void run_from_scratch(std::vector<Edit> undo, Changes& out, Meter* meter) {
    auto next = evaluate(out.errors, meter);
    if (!next) {
      Diagnostics errors = std::move(out.errors);
      take_back(std::move(undo));
      resolver = std::make_unique<Resolver>(observed.program);
      Diagnostics none;
      state = evaluate(none, meter);
      out.errors = std::move(errors);
      return;
    }
    out.from_scratch = true;
    tell(
        out,
        [&](TableId table, auto same) {
          return difference(state->store(), same(*state), next->store(), table);
        },
        *next);
    state = std::move(next);
  }

  // --- what changed ---

  /// `change_of`: of a table of `now`; its second argument finds the same table in another state.
  template <typename ChangeOf>
  void tell(Changes& out, ChangeOf change_of, const State& now) {
    using What = TableChange::What;
    const auto add = [&](What what, PredicateId predicate, auto find) {
      TableChange change = change_of(find(now), find);
      change.what = what;
      change.predicate = predicate;
      if (!change.empty()) out.tables.push_back(std::move(change));
    };
    const auto of = [](PredicateId p) { return [p](const State& s) { return s.table(p); }; };
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
      const PredicateId id{p};
      add(What::tuples, id, of(id));
      const auto& decision = program[id].decision;
      if (!decision) continue;
      const DecisionId d = *decision;
      add(What::candidates, id, [d](const State& s) { return s.outcome(d).candidates; });
      add(What::bars, id, [d](const State& s) { return s.outcome(d).bars; });
      if (const auto missing = observed.missing[d.value]) add(What::missing, id, of(*missing));
      add(What::conflicts, id, [d](const State& s) { return s.outcome(d).conflicts; });
    }
    for (std::uint32_t f = 0; f < observed.findings.size(); ++f) {
      const auto find = of(observed.findings[f]);
      change_of(find(now), find).for_each([&](std::span<const Value> match, bool added) {
        findings.set({f}, match, added);
      });
    }
  }
  template <typename ChangeOf>
  void tell(Changes& out, ChangeOf change_of) {
    tell(out, change_of, *state);
  }

  // --- as an evaluation ---

  [[nodiscard]] Relation tuples(TableId table) const { return relation_of(state->store(), table); }

  /// Adds what holds of a predicate besides its facts.
  void conclude(PredicateId id, Evaluation& out) const {
    const Relation all = tuples(state->table(id));
    if (all.size() == out.database.stated_count(id)) return;
    Relation& relation = out.database[id];
    if (all.nested() != nullptr)
      relation.hold(*all.nested());
    else
      for (std::uint32_t row = 0; row < all.size(); ++row) relation.insert(all.row(row));
  }

  [[nodiscard]] Outcome outcome(DecisionId id) const {
    const OutcomeTables& tables = state->outcome(id);
    const auto missing = observed.missing[id.value];
    const auto keys = static_cast<std::uint32_t>(program[id].key_slots.size());
    return {tuples(tables.candidates), tuples(tables.bars),
            missing ? tuples(state->table(*missing)) : Relation(keys), tuples(tables.conflicts),
            state->decided(id)};
  }

  void raise(Evaluation& out) const {
    out.findings = {};
    for (std::uint32_t f = 0; f < program.findings.size(); ++f)
      out.findings.add(found_by(program.findings[f], tuples(state->table(observed.findings[f]))));
  }

  Program program;
  ObservedProgram observed;
  Plan plan;
  FactList facts;
  std::uint32_t nest_from;
  std::unique_ptr<Resolver> resolver;
  std::unique_ptr<State> state;
  FindingUpdate findings;
  std::map<PredicateId, std::shared_ptr<const Levels>> levels;
  bool precedence_changed = false;
  bool too_small = false;  // the state has no room for a value of some fact
};

Resolved::Resolved(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Resolved::Resolved(Resolved&&) noexcept = default;
Resolved& Resolved::operator=(Resolved&&) noexcept = default;
Resolved::~Resolved() = default;

std::optional<Resolved> Resolved::of(Program program, const Database& facts, Diagnostics& errors,
                                     std::uint32_t nest_from, Meter* meter) {
  auto inside = std::make_unique<Inside>(std::move(program), facts, nest_from);
  if (!inside->begin(errors, meter)) return std::nullopt;
  return Resolved(std::move(inside));
}

void Resolved::follow(const Symbols& symbols) {
  inside_->program.symbols.follow(symbols);
  inside_->observed.program.symbols.follow(symbols);
}

Changes Resolved::apply(std::span<const Edit> edits, Meter* meter) {
  return inside_->apply(edits, meter);
}

const Program& Resolved::program() const { return inside_->program; }

bool Resolved::holds(PredicateId predicate, std::span<const Value> tuple) const {
  return inside_->state->store().contains(inside_->state->table(predicate), tuple);
}

std::uint64_t Resolved::size(PredicateId predicate) const {
  return inside_->state->store()[inside_->state->table(predicate)].size();
}

Resolved::Counts Resolved::counts(DecisionId decision) const {
  const State& state = *inside_->state;
  Counts out;
  out.decided = state.decided(decision);
  if (const auto missing = inside_->observed.missing[decision.value])
    out.missing = state.store()[state.table(*missing)].size();
  out.conflicts = state.store()[state.outcome(decision).conflicts].size();
  return out;
}

std::vector<RaisedFinding> Resolved::findings() const { return inside_->findings.all(); }

Evaluation Resolved::evaluation() const {
  const Program& program = inside_->program;
  Evaluation out;
  out.database = inside_->facts.database(program);
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p) inside_->conclude({p}, out);
  for (std::uint32_t d = 0; d < program.decisions.size(); ++d)
    out.outcomes.push_back(inside_->outcome({d}));
  inside_->raise(out);
  out.levels = inside_->levels;
  return out;
}

void Resolved::refresh(Evaluation& evaluation, const Changes& changes,
                       const std::set<PredicateId>& stated) const {
  if (changes.from_scratch) {
    evaluation = this->evaluation();
    return;
  }
  std::set<PredicateId> changed = stated;
  std::set<DecisionId> decisions;
  for (const TableChange& table : changes.tables) {
    if (table.what == TableChange::What::tuples) changed.insert(table.predicate);
    if (const auto& decision = inside_->program[table.predicate].decision)
      decisions.insert(*decision);
  }
  for (const PredicateId predicate : changed) {
    evaluation.database.clear(predicate);
    inside_->facts.state(predicate, evaluation.database);
    inside_->conclude(predicate, evaluation);
  }
  for (const DecisionId decision : decisions)
    evaluation.outcomes[decision.value] = inside_->outcome(decision);
  if (!changes.raised.empty() || !changes.withdrawn.empty()) inside_->raise(evaluation);
}

}  // namespace mingze
