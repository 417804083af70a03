#include "engine/explain/abduce.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/explain/fitting_tuples.hpp"
#include "engine/explain/instance.hpp"
#include "engine/explain/unknowns.hpp"

namespace mingze {

using Sort = Condition::Sort;

Abduction::Abduction(const Program& program, const Evaluation& evaluation,
                     const AbductionLimits& limits)
    : program_(program),
      evaluation_(evaluation),
      limits_(limits),
      input_(program.predicates.size(), true),
      heads_(program.predicates.size()) {
  for (std::uint32_t r = 0; r < program.rules.size(); ++r)
    for (std::uint32_t c = 0; c < program.rules[r].conclusions.size(); ++c) {
      const Conclusion& conclusion = program.rules[r].conclusions[c];
      if (conclusion.sort == Conclusion::Sort::bar) continue;
      heads_[conclusion.atom.predicate.value].push_back({{r}, c});
      input_[conclusion.atom.predicate.value] = false;
    }
  for (auto& list : heads_)
    std::sort(list.begin(), list.end(), [&](RuleHead a, RuleHead b) {
      return std::pair(program[a.rule].id, a.conclusion) <
             std::pair(program[b.rule].id, b.conclusion);
    });
  for (std::uint32_t p = 0; p < input_.size(); ++p) {
    if (evaluation.database.origin({p}, 0) != nullptr) input_[p] = true;
    if (program.predicates[p].decision) input_[p] = false;
  }
  for (const FactFile& file : program.fact_files) input_[file.predicate.value] = true;
  find_uncertain();
  find_grounds();
}

/// Sentences of decisions, and what rules conclude from such: a candidate may be there without its
/// sentence holding, so a derivation that costs nothing may still be news.
void Abduction::find_uncertain() {
  uncertain_.resize(program_.predicates.size());
  for (std::uint32_t p = 0; p < uncertain_.size(); ++p)
    uncertain_[p] = program_.predicates[p].decision.has_value();
  bool more = true;
  while (more) {
    more = false;
    for (const Rule& rule : program_.rules) {
      const bool reads = std::any_of(
          rule.body.conditions.begin(), rule.body.conditions.end(), [&](const Condition& c) {
            return c.sort != Sort::compare && uncertain_[c.atom.predicate.value];
          });
      for (const Conclusion& conclusion : rule.conclusions)
        if (reads && !uncertain_[conclusion.atom.predicate.value])
          uncertain_[conclusion.atom.predicate.value] = more = true;
    }
  }
}

void Abduction::find_grounds() {
  const std::size_t count = program_.predicates.size();
  std::vector<std::set<std::uint32_t>> reads(count);
  for (std::uint32_t p = 0; p < count; ++p)
    for (const RuleHead head : heads_[p])
      for (const Condition& condition : program_[head.rule].body.conditions)
        if (condition.sort == Sort::positive || condition.sort == Sort::at_least)
          reads[p].insert(condition.atom.predicate.value);
  for (std::uint32_t p = 0; p < count; ++p) {
    std::vector<bool>& reached = rests_on_.emplace_back(count);
    std::vector<std::uint32_t> open(reads[p].begin(), reads[p].end());
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (reached[at]) continue;
      reached[at] = true;
      open.insert(open.end(), reads[at].begin(), reads[at].end());
    }
  }
}

class Abduction::Search {
 public:
  Search(Abduction& owner, const Body& body, std::uint32_t cost)
      : owner_(owner),
        program_(owner.program_),
        database_(owner.evaluation_.database),
        limits_(owner.limits_),
        asked_(body),
        cost_(cost) {}

  std::vector<Supposition> run(const std::vector<Term>& known, const Aim& aim) {
    cells_.add(asked_.variables);
    for (std::uint32_t v = 0; v < known.size(); ++v)
      if (!known[v].is_variable) cells_.unify({true, v}, known[v]);
    std::uint32_t line = none;
    if (aim.sentence != nullptr) {
      lines_.push_back({*aim.sentence, none});
      line = 0;
    }
    std::vector<Open> agenda;
    for (const Condition& condition : asked_.conditions)
      agenda.push_back({&condition, &asked_, 0, line, 1, false});
    shared_.emplace(&asked_, shared_variables(asked_, aim.conclusion));
    solve(agenda, cost_);
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  /// A condition that is still to be made true.
  struct Open {
    const Condition* condition;
    const Body* body;
    std::uint32_t base;  ///< its variables' cells
    std::uint32_t line;  ///< the sentence whose rule it belongs to
    std::uint32_t depth;
    bool is_new;  ///< one more value for a count: only a new tuple will do
  };
  using Agenda = std::vector<Open>;

  /// Values to be added to a count, and those that are there.
  struct New {
    std::vector<std::uint32_t> cells;
    std::set<Value> there;
  };

  /// A sentence under way, and the one that it is for.
  struct Line {
    Atom atom;  ///< terms: values and cells
    std::uint32_t above;
  };

  [[nodiscard]] bool is_shared(const Open& open, std::uint32_t variable) const {
    return shared_.at(open.body)[variable];
  }

  [[nodiscard]] Atom resolved(const Atom& atom, std::uint32_t base) const {
    Atom out = atom;
    for (Term& term : out.terms) term = cells_.resolve(term, base);
    return out;
  }

  [[nodiscard]] static std::size_t open_terms(const Atom& atom) {
    return static_cast<std::size_t>(std::count_if(atom.terms.begin(), atom.terms.end(),
                                                  [](Term term) { return term.is_variable; }));
  }

  /// Whether variables that other conditions share are still open.
  [[nodiscard]] bool waits(const Open& open) const {
    bool waits = false;
    for_each_variable(*open.condition, [&](std::uint32_t v) {
      if (is_shared(open, v) && cells_.resolve({true, v}, open.base).is_variable) waits = true;
    });
    return waits;
  }

  /// Filters that can be judged first, then sentences, the ones with the fewest open places first;
  /// then counts and at last what stays open.
  [[nodiscard]] std::size_t choose(const Agenda& agenda) const {
    std::size_t best = 0;
    std::size_t least = SIZE_MAX;
    for (std::size_t i = 0; i < agenda.size(); ++i) {
      const Sort sort = agenda[i].condition->sort;
      std::size_t effort = 0;
      if (sort == Sort::positive || agenda[i].is_new)
        effort = 1 + open_terms(resolved(agenda[i].condition->atom, agenda[i].base));
      else if (waits(agenda[i]))
        effort = sort == Sort::at_least ? 1000 : 2000;
      if (effort < least) {
        least = effort;
        best = i;
      }
    }
    return best;
  }

  /// Makes everything on the agenda true; false where the search is to end.
  bool solve(Agenda agenda, std::uint32_t budget) {
    if (++steps_ > limits_.steps) {
      owner_.cut_ = true;
      return false;
    }
    if (agenda.empty()) return budget > 0 || record();
    if (nesting_ >= limits_.conditions) {
      owner_.cut_ = true;
      return true;
    }
    ++nesting_;
    const std::size_t at = choose(agenda);
    const Open open = agenda[at];
    agenda.erase(agenda.begin() + static_cast<std::ptrdiff_t>(at));
    const std::size_t mark = cells_.mark();
    const std::uint32_t size = cells_.size();
    bool on = true;
    switch (open.condition->sort) {
      case Sort::positive:
        on = solve_sentence(open, agenda, budget);
        break;
      case Sort::at_least:
        on = open.is_new ? solve_sentence(open, agenda, budget) : solve_count(open, agenda, budget);
        break;
      case Sort::negative:
        on = solve_negation(open, agenda, budget);
        break;
      case Sort::compare:
        on = solve_comparison(open, agenda, budget);
        break;
    }
    cells_.undo(mark);
    cells_.shrink(size);
    --nesting_;
    return on;
  }

  // --- sentences ---

  bool solve_sentence(const Open& open, const Agenda& rest, std::uint32_t budget) {
    const Atom atom = resolved(open.condition->atom, open.base);
    if (!open.is_new) {
      const auto fitting = fitting_of(atom);
      if (open_terms(atom) == 0 && !fitting.empty()) return solve(rest, budget);
      for (const std::vector<Value>& tuple : fitting)
        if (!with(atom, tuple, rest, budget)) return false;
    }
    return assume(atom, rest, budget) && derive(open, atom, rest, budget);
  }

  /// Goes on with the atom made equal to a tuple.
  bool with(const Atom& atom, std::span<const Value> tuple, const Agenda& rest,
            std::uint32_t budget) {
    const std::size_t mark = cells_.mark();
    bool fits = true;
    for (std::size_t i = 0; i < tuple.size() && fits; ++i)
      fits = cells_.unify(cells_.resolve(atom.terms[i], 0), {false, tuple[i]});
    const bool on = !fits || solve(rest, budget);
    cells_.undo(mark);
    return on;
  }

  /// Tuples that fit, in the order of their ids.
  std::vector<std::vector<Value>> fitting_of(const Atom& atom) {
    FittingTuples fitting = fitting_tuples(program_, database_, atom, limits_.rows);
    owner_.cut_ = owner_.cut_ || fitting.cut;
    return std::move(fitting.tuples);
  }

  /// States the sentence, or rests on one that is to be stated anyway.
  bool assume(const Atom& atom, const Agenda& rest, std::uint32_t budget) {
    if (!owner_.input_[atom.predicate.value]) return true;
    for (std::size_t i = 0; i < so_far_.assumed.size(); ++i) {
      if (so_far_.assumed[i].predicate != atom.predicate) continue;
      const std::size_t mark = cells_.mark();
      bool same = true;
      for (std::size_t t = 0; t < atom.terms.size() && same; ++t)
        same = cells_.unify(cells_.resolve(atom.terms[t], 0),
                            cells_.resolve(so_far_.assumed[i].terms[t], 0));
      const bool on = !same || solve(rest, budget);
      cells_.undo(mark);
      if (!on) return false;
    }
    if (budget == 0) return true;
    so_far_.assumed.push_back(atom);
    const bool on = solve(rest, budget - 1);
    so_far_.assumed.pop_back();
    return on;
  }

  bool derive(const Open& open, const Atom& atom, const Agenda& rest, std::uint32_t budget) {
    const auto& heads = owner_.heads_[atom.predicate.value];
    if (budget == 0 && !may_follow(atom.predicate)) return true;
    if (heads.empty() || under_way(atom, open.line)) return true;
    if (open.depth >= limits_.depth) {
      owner_.cut_ = true;
      return true;
    }
    lines_.push_back({atom, open.line});
    so_far_.passed.push_back({false, atom});
    bool on = true;
    for (const RuleHead head : heads) {
      on = by_rule(head, open, atom, rest, budget);
      if (!on) break;
    }
    so_far_.passed.pop_back();
    lines_.pop_back();
    return on;
  }

  /// Whether a sentence that does not hold may do so without a further fact: as a candidate, or out
  /// of what is to be stated anyway.
  [[nodiscard]] bool may_follow(PredicateId predicate) const {
    const std::vector<bool>& grounds = owner_.rests_on_[predicate.value];
    return owner_.uncertain_[predicate.value] ||
           std::any_of(so_far_.assumed.begin(), so_far_.assumed.end(),
                       [&](const Atom& atom) { return grounds[atom.predicate.value]; });
  }

  bool by_rule(RuleHead head, const Open& open, const Atom& atom, const Agenda& rest,
               std::uint32_t budget) {
    const Rule& rule = program_[head.rule];
    const Atom& conclusion = rule.conclusions[head.conclusion].atom;
    const std::size_t mark = cells_.mark();
    const std::uint32_t base = cells_.add(rule.body.variables);
    const auto line = static_cast<std::uint32_t>(lines_.size() - 1);
    bool fits = true;
    for (std::size_t i = 0; i < atom.terms.size() && fits; ++i)
      fits =
          cells_.unify(cells_.resolve(conclusion.terms[i], base), cells_.resolve(atom.terms[i], 0));
    bool on = true;
    if (fits) {
      shared_.try_emplace(&rule.body, shared_variables(rule.body, &conclusion));
      Agenda agenda = rest;
      for (const Condition& condition : rule.body.conditions)
        agenda.push_back({&condition, &rule.body, base, line, open.depth + 1, false});
      on = solve(std::move(agenda), budget);
    }
    cells_.undo(mark);
    cells_.shrink(base);
    return on;
  }

  /// Whether the sentence is for itself: equal to one above it but for open places.
  [[nodiscard]] bool under_way(const Atom& atom, std::uint32_t line) const {
    for (; line != none; line = lines_[line].above) {
      const Atom& above = lines_[line].atom;
      if (above.predicate != atom.predicate) continue;
      bool same = true;
      for (std::size_t i = 0; i < atom.terms.size() && same; ++i) {
        const Term a = cells_.resolve(atom.terms[i], 0);
        const Term b = cells_.resolve(above.terms[i], 0);
        same = a.is_variable ? b.is_variable : a == b;
      }
      if (same) return true;
    }
    return false;
  }

  // --- other conditions ---

  bool solve_negation(const Open& open, const Agenda& rest, std::uint32_t budget) {
    const Atom atom = resolved(open.condition->atom, open.base);
    std::vector<Atom> holding;
    const auto fitting = waits(open) ? std::vector<std::vector<Value>>{} : fitting_of(atom);
    for (const std::vector<Value>& tuple : fitting) {
      const std::size_t mark = cells_.mark();
      bool fits = true;
      for (std::size_t i = 0; i < tuple.size() && fits; ++i)
        fits = cells_.unify(cells_.resolve(atom.terms[i], 0), {false, tuple[i]});
      cells_.undo(mark);
      if (!fits) continue;
      Atom held{atom.predicate, {}};
      for (const Value value : tuple) held.terms.push_back({false, value});
      holding.push_back(std::move(held));
      if (holding.size() > budget) return true;
    }
    so_far_.passed.push_back({true, atom});
    so_far_.holding.insert(so_far_.holding.end(), holding.begin(), holding.end());
    const bool on = solve(rest, budget - static_cast<std::uint32_t>(holding.size()));
    so_far_.holding.resize(so_far_.holding.size() - holding.size());
    so_far_.passed.pop_back();
    return on;
  }

  bool solve_comparison(const Open& open, const Agenda& rest, std::uint32_t budget) {
    const Condition& condition = *open.condition;
    const Term left = cells_.resolve(condition.left, open.base);
    const Term right = cells_.resolve(condition.right, open.base);
    if (condition.comparison == Comparison::equal)
      return !cells_.unify(left, right) || solve(rest, budget);
    if (!left.is_variable && !right.is_variable)
      return !compares(program_.symbols, condition, left.value, right.value) || solve(rest, budget);
    Condition limit = condition;
    limit.left = left;
    limit.right = right;
    so_far_.limits.push_back(limit);
    const bool on = solve(rest, budget);
    so_far_.limits.pop_back();
    return on;
  }

  bool solve_count(const Open& open, const Agenda& rest, std::uint32_t budget) {
    const Condition& condition = *open.condition;
    const Atom atom = resolved(condition.atom, open.base);
    if (waits(open)) {  // let what is there give the other variables their values
      std::set<std::vector<Value>> tried;
      for (const std::vector<Value>& tuple : fitting_of(atom)) {
        std::vector<Value> group;
        const std::size_t mark = cells_.mark();
        bool fits = true;
        for (std::size_t i = 0; i < atom.terms.size() && fits; ++i) {
          const Term term = condition.atom.terms[i];
          if (!term.is_variable || !is_shared(open, term.value)) continue;
          fits = cells_.unify(cells_.resolve(term, open.base), {false, tuple[i]});
          group.push_back(tuple[i]);
        }
        const bool on = !fits || !tried.insert(group).second || solve_count(open, rest, budget);
        cells_.undo(mark);
        if (!on) return false;
      }
    }
    std::set<Value> counted;
    if (!waits(open))
      for (const std::vector<Value>& tuple : fitting_of(atom))
        count(atom, condition, open, tuple, counted);
    const std::uint64_t lacking = condition.count - std::min(condition.count, counted.size());
    if (owner_.heads_[atom.predicate.value].empty() &&
        lacking > budget + assumed_of(atom.predicate))
      return true;
    if (lacking > limits_.cost) return true;
    Agenda agenda = rest;
    New added{{}, std::move(counted)};
    for (std::uint64_t i = 0; i < lacking; ++i) {
      agenda.push_back(one_more(open));
      added.cells.push_back(agenda.back().base + condition.counted);
    }
    new_.push_back(std::move(added));
    const bool on = solve(std::move(agenda), budget);
    new_.pop_back();
    return on;
  }

  /// How many sentences of a relation are to be stated so far: they count too.
  [[nodiscard]] std::size_t assumed_of(PredicateId predicate) const {
    return static_cast<std::size_t>(
        std::count_if(so_far_.assumed.begin(), so_far_.assumed.end(),
                      [&](const Atom& atom) { return atom.predicate == predicate; }));
  }

  void count(const Atom& atom, const Condition& condition, const Open& open,
             const std::vector<Value>& tuple, std::set<Value>& counted) {
    const std::size_t mark = cells_.mark();
    bool fits = true;
    for (std::size_t i = 0; i < tuple.size() && fits; ++i)
      fits = cells_.unify(cells_.resolve(atom.terms[i], 0), {false, tuple[i]});
    if (fits) counted.insert(cells_.resolve({true, condition.counted}, open.base).value);
    cells_.undo(mark);
  }

  /// The counted sentence with variables of its own for what is counted and what means "some".
  Open one_more(const Open& open) {
    const std::uint32_t base = cells_.add(open.body->variables);
    for (std::uint32_t v = 0; v < open.body->variables.size(); ++v)
      if (is_shared(open, v))
        cells_.unify(cells_.resolve({true, v}, base), cells_.resolve({true, v}, open.base));
    return {open.condition, open.body, base, open.line, open.depth, true};
  }

  /// Whether values added to a count differ from each other and from those that are there.
  [[nodiscard]] bool adds(const New& added) const {
    std::set<Term, bool (*)(Term, Term)> seen([](Term a, Term b) {
      return std::pair(a.is_variable, a.value) < std::pair(b.is_variable, b.value);
    });
    return std::all_of(added.cells.begin(), added.cells.end(), [&](std::uint32_t cell) {
      const Term term = cells_.resolve({true, cell}, 0);
      return seen.insert(term).second && (term.is_variable || !added.there.contains(term.value));
    });
  }

  bool record() {
    if (!std::all_of(new_.begin(), new_.end(), [&](const New& one) { return adds(one); }))
      return true;
    auto supposition = supposition_of(program_, cells_, so_far_, asked_);
    if (!supposition) return true;
    found_.push_back(std::move(*supposition));
    if (found_.size() < limits_.found) return true;
    owner_.cut_ = true;
    return false;
  }

  Abduction& owner_;
  const Program& program_;
  const Database& database_;
  const AbductionLimits& limits_;
  const Body& asked_;
  std::uint32_t cost_;
  Cells cells_;
  std::map<const Body*, std::vector<bool>> shared_;
  std::vector<Line> lines_;
  Derivation so_far_;
  std::vector<New> new_;
  std::vector<Supposition> found_;
  std::uint32_t steps_ = 0;
  std::uint32_t nesting_ = 0;
};

std::vector<Supposition> Abduction::suppositions(const Body& body, const std::vector<Term>& known,
                                                 const Aim& aim, std::uint32_t cost) {
  cut_ = false;
  return in_order(program_, Search(*this, body, cost).run(known, aim));
}

}  // namespace mingze
