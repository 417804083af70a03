#include "engine/evaluate/nested_stratum.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

namespace {

using Sort = Condition::Sort;

void add_rows(const Relation& relation, NestBuilder& out) {
  for (std::uint32_t row = 0; row < relation.size(); ++row) out.add(relation.row(row));
}

}  // namespace

/// The tuples of one predicate of a recursive stratum, round by round.
class NestedStratum::Growing {
 public:
  /// `arity`: of the predicate.
  Growing(std::uint32_t arity, std::uint32_t column, std::shared_ptr<const Order> order)
      : column_(column), order_(std::move(order)), groups_(arity - 1) {}

  /// Adds what a round came to; returns what of it is new.
  Nested add(const Nested& round) {
    Nested fresh{column_, order_, Relation(groups_.arity()), {}, {}, 0};
    Runs rest;
    Runs whole;
    for (std::uint32_t row = 0; row < round.groups.size(); ++row) {
      const std::uint32_t group = groups_.put(round.groups.row(row));
      if (group == sets_.size()) sets_.emplace_back();
      subtract(round.set(row), sets_[group], rest);
      if (rest.empty()) continue;
      fresh.groups.put(round.groups.row(row));
      fresh.runs.insert(fresh.runs.end(), rest.begin(), rest.end());
      fresh.ends.push_back(static_cast<std::uint32_t>(fresh.runs.size()));
      fresh.size += count(rest);
      unite(sets_[group], rest, whole);
      sets_[group].assign(whole.begin(), whole.end());
    }
    return fresh;
  }

  [[nodiscard]] Nested all() const {
    Nested out{column_, order_, groups_, {}, {}, 0};
    for (const Runs& set : sets_) {
      out.runs.insert(out.runs.end(), set.begin(), set.end());
      out.ends.push_back(static_cast<std::uint32_t>(out.runs.size()));
      out.size += count(set);
    }
    return out;
  }

 private:
  std::uint32_t column_;
  std::shared_ptr<const Order> order_;
  Relation groups_;
  std::vector<Runs> sets_;  // by row of `groups_`
};

// --- which strata ---

std::optional<std::size_t> NestedStratum::part_of(PredicateId predicate) const {
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (parts_[i].predicate == predicate) return i;
  return std::nullopt;
}

bool NestedStratum::reads_itself(RuleHead head) const {
  const auto& conditions = program_[head.rule].body.conditions;
  return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& one) {
    return one.sort != Sort::compare && part_of(one.atom.predicate);
  });
}

/// Whether all that the rule reads of the stratum is nested as it is held.
bool NestedStratum::reads_itself_nested(const NestedRule& rule, std::size_t part) const {
  const auto& conditions = rule.source->conditions;
  if (rule.link && part_of(conditions[rule.link->condition].atom.predicate)) return false;
  return std::all_of(rule.reads.begin(), rule.reads.end(), [&](const NestedRule::Read& read) {
    const Condition& one = conditions[read.condition];
    const auto own = one.sort == Sort::compare ? std::nullopt : part_of(one.atom.predicate);
    if (!own) return true;
    return read.sentence && rule.sentences[*read.sentence].column == parts_[*own].nest.column &&
           parts_[*own].order == parts_[part].order;
  });
}

std::optional<NestedStratum> NestedStratum::of(const Program& program, const Stratum& stratum,
                                               Orders& orders) {
  if (stratum.descent) return std::nullopt;
  if (auto nested = over_hierarchies(program, stratum, orders)) return nested;
  return leading_on(program, stratum, orders);
}

std::optional<NestedStratum> NestedStratum::over_hierarchies(const Program& program,
                                                             const Stratum& stratum,
                                                             const Orders& orders) {
  const auto& all = orders.of_hierarchies();
  std::vector<PredicateId> hierarchies;
  for (const auto& order : all) hierarchies.push_back(order->hierarchy());
  std::vector<Part> parts;
  for (const PredicateId predicate : stratum.predicates) {
    const auto nest = nest_column(program, predicate, hierarchies);
    if (!nest) return std::nullopt;
    const auto place = std::find(hierarchies.begin(), hierarchies.end(), nest->hierarchy);
    parts.push_back({predicate, *nest, all[static_cast<std::size_t>(place - hierarchies.begin())]});
  }
  NestedStratum out(program, stratum, std::move(parts));
  return out.take_rules() ? std::optional(std::move(out)) : std::nullopt;
}

/// Of the columns that would do, the first in which each group is taken further by itself.
std::optional<NestedStratum> NestedStratum::leading_on(const Program& program,
                                                       const Stratum& stratum, Orders& orders) {
  const PredicateId predicate = stratum.predicates.front();
  const auto& slots = program[predicate].slots;
  if (!stratum.recursive || stratum.predicates.size() > 1 || program[predicate].decision ||
      slots.size() > 63)
    return std::nullopt;
  std::optional<NestedStratum> best;
  for (std::uint32_t column = 0; column < slots.size(); ++column) {
    const auto order = orders.of(slots[column].kind);
    if (!order) continue;
    NestedStratum out(program, stratum, {{predicate, {column, order->hierarchy()}, order}});
    if (!out.take_rules()) continue;
    bool apart = true;
    bool leads = true;
    for (const Matched& rule : out.rules_)
      if (out.reads_itself(rule.head)) {
        leads = leads && rule.nested->link.has_value();
        apart = apart && keeps_groups(*rule.nested);
      }
    if (apart) return out;
    if (leads && !best) best.emplace(std::move(out));
  }
  return best;
}

bool NestedStratum::take_rules() {
  bool any = false;
  for (const RuleHead head : stratum_.rules) {
    const Atom& conclusion = program_[head.rule].conclusions[head.conclusion].atom;
    const std::size_t part = *part_of(conclusion.predicate);
    Matched matched{head, nested_rule(program_, head, parts_[part].nest), part};
    any = any || matched.nested;
    if (reads_itself(head) && !(matched.nested && reads_itself_nested(*matched.nested, part)))
      return false;
    rules_.push_back(std::move(matched));
  }
  return any;
}

// --- relations ---

void NestedStratum::complete(Evaluation& evaluation, RuleRunner& rules,
                             DecisionResolver& resolver) {
  meter_ = rules.meter();
  if (program_[stratum_.predicates.front()].decision)
    decide(parts_.front(), evaluation, rules, resolver);
  else
    derive(evaluation, rules);
}

std::vector<NestBuilder> NestedStratum::builders() const {
  std::vector<NestBuilder> out;
  for (const Part& part : parts_)
    out.emplace_back(static_cast<std::uint32_t>(program_[part.predicate].slots.size()),
                     part.nest.column, part.order);
  return out;
}

/// All that a rule concludes which doesn't read the stratum.
void NestedStratum::run(const Matched& rule, const Database& database, RuleRunner& rules,
                        NestBuilder& out) const {
  const auto& order = parts_[rule.part].order;
  if (rule.nested && is_worth_matching_nested(database, *rule.nested, order))
    match_nested(
        program_, database, *rule.nested, order, {},
        [&](auto others, auto set) { out.add(others, set); }, meter_);
  else
    rules.run(rule.head, [&](std::span<const Value> tuple) { out.add(tuple); });
}

void NestedStratum::derive(Evaluation& evaluation, RuleRunner& rules) {
  std::vector<NestBuilder> first = builders();
  for (std::size_t i = 0; i < parts_.size(); ++i)
    add_rows(std::as_const(evaluation.database)[parts_[i].predicate], first[i]);
  std::vector<const Matched*> readers;  // of the stratum itself
  for (const Matched& rule : rules_) {
    NestBuilder& to = first[rule.part];
    if (stratum_.recursive && reads_itself(rule.head))
      readers.push_back(&rule);
    else
      run(rule, evaluation.database, rules, to);
  }
  if (!readers.empty()) return derive_more(std::move(first), readers, evaluation);
  for (std::size_t i = 0; i < parts_.size(); ++i)
    evaluation.database[parts_[i].predicate].hold(first[i].finish());
}

void NestedStratum::derive_more(std::vector<NestBuilder> round,
                                const std::vector<const Matched*>& readers,
                                Evaluation& evaluation) {
  const bool apart =
      parts_.size() == 1 && std::all_of(readers.begin(), readers.end(), [&](const Matched* reader) {
        return keeps_groups(*reader->nested);
      });
  if (apart) {
    std::vector<NestedRule> rules;
    for (const Matched* reader : readers) rules.push_back(*reader->nested);
    Relation& relation = evaluation.database[parts_.front().predicate];
    relation.hold(close_groups(evaluation.database, rules, round.front().finish()));
    return;
  }
  std::vector<Growing> growing;
  for (const Part& part : parts_)
    growing.emplace_back(static_cast<std::uint32_t>(program_[part.predicate].slots.size()),
                         part.nest.column, part.order);
  for (;;) {
    std::vector<Nested> fresh;
    for (std::size_t i = 0; i < parts_.size(); ++i)
      fresh.push_back(growing[i].add(round[i].finish()));
    if (std::all_of(fresh.begin(), fresh.end(), [](const Nested& one) { return one.size == 0; }))
      break;
    round = builders();
    for (const Matched* reader : readers)
      run_deltas(*reader, fresh, growing, evaluation.database, round[reader->part]);
  }
  for (std::size_t i = 0; i < parts_.size(); ++i)
    evaluation.database[parts_[i].predicate].hold(growing[i].all());
}

/// One run for each sentence that reads the stratum: it reads what is new, the others everything.
void NestedStratum::run_deltas(const Matched& reader, const std::vector<Nested>& fresh,
                               const std::vector<Growing>& growing, const Database& database,
                               NestBuilder& out) const {
  const NestedRule& rule = *reader.nested;
  const auto& conditions = rule.source->conditions;
  std::vector<std::pair<std::size_t, std::size_t>> own;  // sentence, part
  for (std::size_t i = 0; i < rule.sentences.size(); ++i)
    if (const auto part = part_of(conditions[rule.sentences[i].condition].atom.predicate))
      own.emplace_back(i, *part);
  std::vector<std::optional<Nested>> whole(rule.sentences.size());
  std::vector<const Nested*> instead(rule.sentences.size());
  for (const auto& [i, part] : own) {
    if (own.size() == 1) break;
    whole[i] = project(growing[part].all(), rule.sentences[i].keep);
    instead[i] = &*whole[i];
  }
  for (const auto& [i, part] : own) {
    if (fresh[part].size == 0) continue;
    const Nested projected = project(fresh[part], rule.sentences[i].keep);
    const Nested* const before = std::exchange(instead[i], &projected);
    match_nested(
        program_, database, rule, parts_[reader.part].order, instead,
        [&](auto others, auto set) { out.add(others, set); }, meter_);
    instead[i] = before;
  }
}

// --- decisions ---

void NestedStratum::decide(const Part& part, Evaluation& evaluation, RuleRunner& rules,
                           DecisionResolver& resolver) {
  const DecisionId id = *program_[part.predicate].decision;
  Outcome& outcome = evaluation.outcomes[id.value];
  const auto arity = static_cast<std::uint32_t>(program_[part.predicate].slots.size()) + 1;
  NestBuilder candidates(arity, part.nest.column, part.order);
  NestBuilder bars(arity, part.nest.column, part.order);
  for (const Matched& rule : rules_) {
    const Conclusion& conclusion = program_[rule.head.rule].conclusions[rule.head.conclusion];
    NestBuilder& to = conclusion.sort == Conclusion::Sort::bar ? bars : candidates;
    run(rule, evaluation.database, rules, to);
  }
  outcome.candidates.hold(candidates.finish());
  outcome.bars.hold(bars.finish());
  resolver.settle_nested(id, outcome, evaluation.database[part.predicate]);
  find_missing(part, evaluation);
}

void NestedStratum::find_missing(const Part& part, Evaluation& evaluation) const {
  const DecisionId id = *program_[part.predicate].decision;
  const Decision& decision = program_[id];
  if (!decision.domain) return;
  // The key's slots but for the nested one, in the order of their columns in the decision and in
  // the domain, and in the key.
  std::uint64_t in_decision = 0;
  std::uint64_t in_domain = 0;
  std::uint32_t place = 0;
  std::uint32_t domain_column = 0;
  for (std::uint32_t k = 0; k < decision.key_slots.size(); ++k) {
    if (decision.key_slots[k] == part.nest.column) {
      place = k;
      domain_column = decision.domain->slots[k];
    } else {
      in_decision |= std::uint64_t{1} << decision.key_slots[k];
      in_domain |= std::uint64_t{1} << decision.domain->slots[k];
    }
  }
  const auto before = [](std::uint64_t columns, std::uint32_t column) {
    std::uint32_t out = 0;
    for (std::uint32_t c = 0; c < column; ++c) out += static_cast<std::uint32_t>(columns >> c & 1U);
    return out;
  };
  const Database& database = evaluation.database;
  const Nested& domain =
      database[decision.domain->predicate].nested_over(domain_column, in_domain, part.order);
  const Nested& decided =
      database[part.predicate].nested_over(part.nest.column, in_decision, part.order);
  NestBuilder missing(static_cast<std::uint32_t>(decision.key_slots.size()), place, part.order);
  std::vector<Value> decided_key(decision.key_slots.size() - 1);
  std::vector<Value> key(decision.key_slots.size() - 1);
  Runs rest;
  for (std::uint32_t group = 0; group < domain.groups.size(); ++group) {
    for (std::uint32_t k = 0, at = 0; k < decision.key_slots.size(); ++k) {
      if (k == place) continue;
      const Value value = domain.groups.at(group, before(in_domain, decision.domain->slots[k]));
      decided_key[before(in_decision, decision.key_slots[k])] = value;
      key[at++] = value;
    }
    subtract(domain.set(group), decided.set(decided.groups.find(decided_key)), rest);
    if (!rest.empty()) missing.add(key, rest);
  }
  evaluation.outcomes[id.value].missing.hold(missing.finish());
}

}  // namespace mingze
