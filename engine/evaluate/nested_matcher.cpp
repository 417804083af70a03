#include "engine/evaluate/nested_matcher.hpp"

#include <algorithm>
#include <utility>

#include "engine/evaluate/join.hpp"
#include "engine/evaluate/set_combiner.hpp"
#include "engine/plan/join_plan.hpp"

namespace mingze {

namespace {

using Sort = Condition::Sort;
using RunsByPlace = std::vector<std::span<const Run>>;  // by place in a rule's sentences

const Atom& atom_of(const NestedRule& rule, const NestedSentence& one) {
  return rule.source->conditions[one.condition].atom;
}

const Nested& read(const Database& database, const NestedRule& rule, const NestedSentence& one,
                   const std::shared_ptr<const Order>& order) {
  const Relation& relation = database[atom_of(rule, one).predicate];
  if (one.count > 0)
    return relation.counted_over(one.column, one.keep, one.counted, one.count, order);
  return relation.nested_over(one.column, one.keep, order);
}

void mark(const std::vector<Term>& terms, std::vector<bool>& variables) {
  for (const Term term : terms)
    if (term.is_variable) variables[term.value] = true;
}

std::span<const Run> find(const Nested& nested, const std::vector<Term>& terms,
                          std::span<const Value> frame, std::vector<Value>& key) {
  key.clear();
  for (const Term term : terms) key.push_back(term.is_variable ? frame[term.value] : term.value);
  return nested.set(nested.groups.find(key));
}

/// What a nested rule reads.
struct Groups {
  std::vector<const Nested*> views;              // by place in its sentences
  std::vector<const Relation*> relations = {};   // by condition of its body
  std::vector<std::uint32_t> condition_of = {};  // by sentence: its condition in the body

  Groups(const Database& database, const NestedRule& rule,
         const std::shared_ptr<const Order>& order, std::span<const Nested* const> instead)
      : condition_of(rule.sentences.size()) {
    for (std::size_t i = 0; i < rule.sentences.size(); ++i) {
      const bool replaced = i < instead.size() && instead[i] != nullptr;
      views.push_back(replaced ? instead[i] : &read(database, rule, rule.sentences[i], order));
    }
    for (std::uint32_t i = 0; i < rule.reads.size(); ++i) {
      const Condition& one = rule.source->conditions[rule.reads[i].condition];
      if (const auto place = rule.reads[i].sentence) {
        relations.push_back(&views[*place]->groups);
        condition_of[*place] = i;
      } else {
        relations.push_back(one.sort == Sort::compare ? nullptr : &database[one.atom.predicate]);
      }
    }
  }

  [[nodiscard]] JoinPlan plan(const NestedRule& rule) const {
    JoinStart start;
    start.known.resize(rule.body.variables.size());
    start.needed.resize(rule.body.variables.size());
    mark(rule.concluded, start.needed);
    for (const NestedSentence& sentence : rule.sentences) mark(sentence.terms, start.needed);
    return plan_join(rule.body, start, [&](PredicateId condition, std::uint64_t columns) {
      return relations[condition.value]->expected_with(columns);
    });
  }
};

}  // namespace

void match_nested(const Program& program, const Database& database, const NestedRule& rule,
                  const std::shared_ptr<const Order>& order, std::span<const Nested* const> instead,
                  const OnSet& on_set, Meter* meter) {
  const Groups groups(database, rule, order, instead);
  const JoinPlan plan = groups.plan(rule);
  Join join(program.symbols, groups.relations, rule.body, plan);
  SetCombiner combiner(database, rule, order);
  join.count_with(meter);
  RunsByPlace said(rule.sentences.size());
  std::vector<Value> key;
  std::vector<Value> others(rule.concluded.size());
  join.run({}, [&](std::span<const Value> frame) {
    for (std::size_t i = 0; i < rule.sentences.size(); ++i)
      said[i] = rule.sentences[i].negative
                    ? find(*groups.views[i], rule.sentences[i].terms, frame, key)
                    : groups.views[i]->set(join.row(groups.condition_of[i]));
    const std::span<const Run> set = combiner.combine(frame, said);
    if (set.empty()) return true;
    if (meter != nullptr) {
      meter->conclude();
      meter->keep(set.size_bytes() + others.size() * sizeof(Value));
    }
    for (std::size_t i = 0; i < others.size(); ++i)
      if (const Term term = rule.concluded[i]; i != rule.neighbour)
        others[i] = term.is_variable ? frame[term.value] : term.value;
    if (!rule.neighbour) {
      on_set(others, set);
      return true;
    }
    combiner.for_each_neighbour(frame, [&](std::uint32_t neighbour, std::span<const Run> linked) {
      others[*rule.neighbour] = order->value(neighbour);
      on_set(others, linked);
    });
    return true;
  });
}

bool is_worth_matching_nested(const Database& database, const NestedRule& rule,
                              const std::shared_ptr<const Order>& order) {
  JoinStart start;
  start.known.resize(rule.source->variables.size());
  start.needed.resize(rule.source->variables.size());
  mark(rule.concluded, start.needed);
  start.needed[rule.variable] = true;
  double tuples = plan_join(*rule.source, start, [&](PredicateId predicate, std::uint64_t columns) {
                    return database[predicate].expected_with(columns);
                  }).tuples;
  for (const Condition& one : rule.source->conditions)
    if (one.sort != Sort::compare && database[one.atom.predicate].waits())
      tuples += database[one.atom.predicate].size();  // to be made
  return Groups(database, rule, order, {}).plan(rule).tuples <= tuples;
}

// --- each group by itself ---

namespace {

/// The one sentence about the rule's own predicate, or nothing where there are several or none.
std::optional<std::size_t> own_sentence(const NestedRule& rule) {
  std::optional<std::size_t> out;
  for (std::size_t i = 0; i < rule.sentences.size(); ++i) {
    if (atom_of(rule, rule.sentences[i]).predicate != rule.predicate) continue;
    if (out) return std::nullopt;
    out = i;
  }
  return out;
}

/// A rule that keeps groups, with what it reads besides them.
struct Step {
  const NestedRule* rule;
  std::size_t own;
  std::vector<const Nested*> views;
  SetCombiner combiner;
  RunsByPlace said = {};
  std::vector<Value> frame = {};  // the values of the group
};

}  // namespace

bool keeps_groups(const NestedRule& rule) {
  const auto own = own_sentence(rule);
  if (!own) return false;
  if (!std::all_of(rule.reads.begin(), rule.reads.end(),
                   [](const NestedRule::Read& read) { return read.sentence.has_value(); }))
    return false;
  const std::vector<Term>& terms = rule.sentences[*own].terms;
  std::vector<bool> known(rule.body.variables.size());
  for (const Term term : terms) {
    if (!term.is_variable || known[term.value]) return false;
    known[term.value] = true;
  }
  if (rule.concluded != terms) return false;
  if (rule.link) known[rule.link->neighbour] = true;
  const auto all_known = [&](const std::vector<Term>& some) {
    return std::all_of(some.begin(), some.end(),
                       [&](Term term) { return !term.is_variable || known[term.value]; });
  };
  return (!rule.link || all_known(rule.link->terms)) &&
         std::all_of(rule.sentences.begin(), rule.sentences.end(),
                     [&](const auto& one) { return all_known(one.terms); });
}

Nested close_groups(const Database& database, const std::vector<NestedRule>& rules,
                    const Nested& from) {
  std::vector<Step> steps;
  for (const NestedRule& rule : rules) {
    Step step{&rule, *own_sentence(rule), {}, SetCombiner(database, rule, from.order)};
    for (std::size_t i = 0; i < rule.sentences.size(); ++i)
      step.views.push_back(i == step.own ? nullptr
                                         : &read(database, rule, rule.sentences[i], from.order));
    step.said.resize(step.views.size());
    step.frame.resize(rule.body.variables.size());
    steps.push_back(std::move(step));
  }
  Nested out{from.column, from.order, from.groups, {}, {}, 0};
  out.ends.reserve(from.ends.size());
  out.runs.reserve(from.runs.size());
  std::vector<Value> key;
  Runs set;
  Runs fresh;
  Runs rest;
  Runs whole;
  for (std::uint32_t group = 0; group < from.groups.size(); ++group) {
    const std::span<const Value> others = from.groups.row(group);
    for (Step& step : steps) {
      const NestedRule& rule = *step.rule;
      const std::vector<Term>& terms = rule.sentences[step.own].terms;
      for (std::size_t i = 0; i < terms.size(); ++i) step.frame[terms[i].value] = others[i];
      for (std::size_t i = 0; i < step.views.size(); ++i)
        if (i != step.own)
          step.said[i] = find(*step.views[i], rule.sentences[i].terms, step.frame, key);
    }
    const std::span<const Run> first = from.set(group);
    set.assign(first.begin(), first.end());
    fresh = set;
    while (!fresh.empty()) {
      Runs next;
      for (Step& step : steps) {
        step.said[step.own] = fresh;
        subtract(step.combiner.combine(step.frame, step.said), set, rest);
        if (rest.empty()) continue;
        unite(set, rest, whole);
        set.swap(whole);
        unite(next, rest, whole);
        next.swap(whole);
      }
      fresh.swap(next);
    }
    out.runs.insert(out.runs.end(), set.begin(), set.end());
    out.ends.push_back(static_cast<std::uint32_t>(out.runs.size()));
    out.size += count(set);
  }
  return out;
}

}  // namespace mingze
