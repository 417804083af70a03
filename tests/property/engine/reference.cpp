#include "tests/property/engine/reference.hpp"

#include <algorithm>
#include <map>

#include "tests/property/engine/bodies.hpp"
#include "tests/property/engine/precedence.hpp"

namespace mingze::reference {

namespace {

using Sort = Condition::Sort;

/// A decision that reads itself down a hierarchy, by a key slot.
struct Descent {
  PredicateId hierarchy;
  std::uint32_t slot;
};

class Evaluator {
 public:
  explicit Evaluator(const Program& program)
      : program_(program), precedence_(program), bodies_(program, result_.holds) {
    result_.holds.resize(program.predicates.size());
    result_.keys.resize(program.decisions.size());
    result_.findings.resize(program.findings.size());
  }

  Result run() {
    for (std::uint32_t d = 0; d < program_.decisions.size(); ++d) descents_.push_back(descent({d}));
    const auto levels = order();
    result_.ordered = levels && !precedence_.override_cycle();
    if (!result_.ordered) return Result{false, false, {}, {}, {}};
    for (const Fact& fact : program_.facts) result_.holds[fact.predicate.value].insert(fact.values);
    const std::size_t count = program_.predicates.size();
    for (std::size_t level = 0; level <= count && !result_.hierarchy_cycle; ++level) {
      derive(*levels, level);
      for (std::uint32_t d = 0; d < program_.decisions.size() && !result_.hierarchy_cycle; ++d)
        if ((*levels)[program_.decisions[d].predicate.value] == level) decide({d});
    }
    if (result_.hierarchy_cycle) return Result{true, true, {}, {}, {}};
    raise();
    return std::move(result_);
  }

 private:
  // --- what must be complete before what ---

  /// All rules of a decision that read it share one hierarchy and slot: the first pair that fits.
  std::optional<Descent> descent(DecisionId id) {
    const Predicate& decision = program_[program_[id].predicate];
    std::vector<std::pair<const Rule*, const Atom*>> readers;
    for (const Rule& rule : program_.rules)
      for (const Conclusion& conclusion : rule.conclusions)
        if (conclusion.atom.predicate == program_[id].predicate && reads_own(rule, conclusion.atom))
          readers.emplace_back(&rule, &conclusion.atom);
    for (std::uint32_t h = 0; h < program_.predicates.size() && !readers.empty(); ++h)
      for (const std::uint32_t slot : program_[id].key_slots) {
        const Predicate& hierarchy = program_.predicates[h];
        if (!hierarchy.hierarchy || hierarchy.slots[0].kind != decision.slots[slot].kind) continue;
        if (std::all_of(readers.begin(), readers.end(), [&](const auto& reader) {
              return goes_down(*reader.first, *reader.second, {h}, slot);
            }))
          return Descent{{h}, slot};
      }
    return std::nullopt;
  }

  static bool reads_own(const Rule& rule, const Atom& head) {
    return std::any_of(rule.body.conditions.begin(), rule.body.conditions.end(),
                       [&](const Condition& c) {
                         return c.sort != Sort::compare && c.atom.predicate == head.predicate;
                       });
  }

  /// Whether every sentence of the conclusion's decision that the rule reads is about one parent
  /// of what the conclusion is about.
  static bool goes_down(const Rule& rule, const Atom& head, PredicateId hierarchy,
                        std::uint32_t slot) {
    std::vector<Term> parents;
    for (const Condition& c : rule.body.conditions)
      if (c.sort == Sort::positive && c.atom.predicate == hierarchy &&
          c.atom.terms[0] == head.terms[slot] && c.atom.terms[0] != c.atom.terms[1])
        parents.push_back(c.atom.terms[1]);
    std::vector<bool> fits(parents.size(), true);
    for (const Condition& c : rule.body.conditions) {
      if (c.sort == Sort::compare || c.atom.predicate != head.predicate) continue;
      for (std::size_t i = 0; i < parents.size(); ++i)
        fits[i] = fits[i] && c.atom.terms[slot] == parents[i];
    }
    return std::find(fits.begin(), fits.end(), true) != fits.end();
  }

  struct Edge {
    std::uint32_t head;
    std::uint32_t body;
    bool strict;
  };

  /// A level for each predicate, above all that must be complete before it; nothing if there is no
  /// such order.
  std::optional<std::vector<std::size_t>> order() {
    const auto decides = [&](PredicateId p) { return program_[p].decision.has_value(); };
    std::vector<Edge> edges;
    for (const Rule& rule : program_.rules)
      for (const Conclusion& conclusion : rule.conclusions)
        for (const Condition& c : rule.body.conditions) {
          const PredicateId head = conclusion.atom.predicate;
          if (c.sort == Sort::compare) continue;
          if (c.atom.predicate == head && decides(head) &&
              descents_[program_[head].decision->value])
            continue;
          edges.push_back({head.value, c.atom.predicate.value,
                           c.sort != Sort::positive || decides(head) || decides(c.atom.predicate)});
        }
    for (const Decision& decision : program_.decisions)
      if (decision.domain)
        edges.push_back({decision.predicate.value, decision.domain->predicate.value, true});
    std::vector<std::size_t> levels(program_.predicates.size());
    for (std::size_t round = 0; round <= levels.size() + 1; ++round) {
      bool changed = false;
      for (const Edge& edge : edges) {
        const std::size_t least = levels[edge.body] + (edge.strict ? 1 : 0);
        if (levels[edge.head] >= least) continue;
        levels[edge.head] = least;
        changed = true;
      }
      if (!changed) return levels;
    }
    return std::nullopt;
  }

  // --- relations ---

  void derive(const std::vector<std::size_t>& levels, std::size_t level) {
    for (bool changed = true; changed;) {
      changed = false;
      for (const Rule& rule : program_.rules)
        for (const Conclusion& conclusion : rule.conclusions) {
          const std::uint32_t head = conclusion.atom.predicate.value;
          if (levels[head] != level || program_.predicates[head].decision) continue;
          Tuples found;
          bodies_.each(rule.body, variables_of(conclusion.atom),
                       [&](const Frame& frame) { found.insert(instance(conclusion.atom, frame)); });
          for (const Tuple& tuple : found)
            changed = result_.holds[head].insert(tuple).second || changed;
        }
    }
    for (std::uint32_t p = 0; p < program_.predicates.size(); ++p)
      if (program_.predicates[p].hierarchy && levels[p] == level) check_hierarchy(p);
  }

  void check_hierarchy(std::uint32_t predicate) {
    Tuples above = result_.holds[predicate];
    for (bool changed = true; changed;) {
      changed = false;
      const Tuples now = above;
      for (const Tuple& a : now)
        for (const Tuple& b : now)
          if (a[1] == b[0]) changed = above.insert({a[0], b[1]}).second || changed;
    }
    for (const Tuple& link : above)
      if (link[0] == link[1]) result_.hierarchy_cycle = true;
  }

  // --- decisions ---

  struct Candidate {
    std::size_t rule;
    Value value;
  };

  void decide(DecisionId id) {
    const auto& way = descents_[id.value];
    if (!way) {
      settle(id, std::nullopt);
    } else {
      // the entities of the slot's kind, each after all its parents
      const KindId kind = program_[program_[id].predicate].slots[way->slot].kind;
      std::set<Value> done;
      const std::uint32_t count = program_.symbols.entity_count(kind);
      while (done.size() < count)
        for (Value entity = 0; entity < count; ++entity) {
          if (done.contains(entity) || !parents_done(way->hierarchy, entity, done)) continue;
          settle(id, std::pair{way->slot, entity});
          done.insert(entity);
        }
    }
    find_missing(id);
  }

  bool parents_done(PredicateId hierarchy, Value child, const std::set<Value>& done) {
    for (const Tuple& link : result_.holds[hierarchy.value])
      if (link[0] == child && !done.contains(link[1])) return false;
    return true;
  }

  Tuple key_of(const Decision& decision, const Tuple& tuple) {
    Tuple key;
    for (const std::uint32_t slot : decision.key_slots) key.push_back(tuple[slot]);
    return key;
  }

  /// Settles all keys, or those with a value in one slot.
  void settle(DecisionId id, std::optional<std::pair<std::uint32_t, Value>> only) {
    const Decision& decision = program_[id];
    std::map<Tuple, std::vector<Candidate>> candidates;
    Tuples bars;
    for (std::size_t r = 0; r < program_.rules.size(); ++r)
      for (const Conclusion& conclusion : program_.rules[r].conclusions) {
        if (conclusion.atom.predicate != decision.predicate) continue;
        Tuples found;
        bodies_.each(program_.rules[r].body, variables_of(conclusion.atom),
                     [&](const Frame& frame) { found.insert(instance(conclusion.atom, frame)); });
        for (const Tuple& tuple : found) {
          if (only && tuple[only->first] != only->second) continue;
          if (conclusion.sort == Conclusion::Sort::bar)
            bars.insert(tuple);
          else
            candidates[key_of(decision, tuple)].push_back({r, tuple[decision.value_slot]});
        }
      }
    for (const auto& [key, proposed] : candidates) settle_key(decision, key, proposed, bars, id);
  }

  Tuple tuple_of(const Decision& decision, const Tuple& key, Value value) {
    Tuple tuple(key.size() + 1);
    tuple[decision.value_slot] = value;
    for (std::size_t i = 0; i < key.size(); ++i) tuple[decision.key_slots[i]] = key[i];
    return tuple;
  }

  void settle_key(const Decision& decision, const Tuple& key,
                  const std::vector<Candidate>& proposed, const Tuples& bars, DecisionId id) {
    std::vector<Candidate> unbarred;
    for (const Candidate& candidate : proposed)
      if (!bars.contains(tuple_of(decision, key, candidate.value))) unbarred.push_back(candidate);
    std::set<Value> left;
    for (const std::size_t i : standing(decision, unbarred)) left.insert(unbarred[i].value);
    for (const Value value : left)
      result_.holds[decision.predicate.value].insert(tuple_of(decision, key, value));
    if (left.size() == 1) result_.keys[id.value].decided.insert(key);
    if (left.size() > 1) result_.keys[id.value].conflicts.insert(key);
  }

  std::vector<std::size_t> standing(const Decision& decision, const std::vector<Candidate>& all) {
    const std::size_t count = all.size();
    std::vector<std::vector<bool>> defeat(count, std::vector<bool>(count));
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = 0; j < count; ++j)
        defeat[i][j] =
            all[i].value != all[j].value && precedence_.defeats(decision, all[i].rule, all[j].rule);
    auto leads = defeat;
    for (std::size_t k = 0; k < count; ++k)
      for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
          if (leads[i][k] && leads[k][j]) leads[i][j] = true;
    std::vector<std::size_t> out;
    for (std::size_t j = 0; j < count; ++j) {
      bool beaten = false;
      for (std::size_t i = 0; i < count; ++i) beaten = beaten || (defeat[i][j] && !leads[j][i]);
      if (!beaten) out.push_back(j);
    }
    return out;
  }

  void find_missing(DecisionId id) {
    const Decision& decision = program_[id];
    if (!decision.domain) return;
    Keys& keys = result_.keys[id.value];
    for (const Tuple& tuple : result_.holds[decision.domain->predicate.value]) {
      Tuple key;
      for (const std::uint32_t slot : decision.domain->slots) key.push_back(tuple[slot]);
      if (!keys.decided.contains(key) && !keys.conflicts.contains(key)) keys.missing.insert(key);
    }
  }

  // --- findings ---

  void raise() {
    for (std::size_t f = 0; f < program_.findings.size(); ++f) {
      const FindingRule& finding = program_.findings[f];
      std::vector<std::uint32_t> shown;
      if (finding.on) shown.push_back(*finding.on);
      for (const TextPiece& piece : finding.message.en)
        if (piece.variable && std::find(shown.begin(), shown.end(), *piece.variable) == shown.end())
          shown.push_back(*piece.variable);
      bodies_.each(finding.body, {shown.begin(), shown.end()}, [&](const Frame& frame) {
        Tuple values;
        for (const std::uint32_t v : shown) values.push_back(frame[v].value());
        result_.findings[f].insert(values);
      });
    }
  }

  const Program& program_;
  Precedence precedence_;
  Result result_;
  Bodies bodies_;
  std::vector<std::optional<Descent>> descents_;
};

}  // namespace

Result evaluate(const Program& program) { return Evaluator(program).run(); }

}  // namespace mingze::reference
