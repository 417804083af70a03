#include "engine/update/rule_update.hpp"

#include <algorithm>
#include <utility>

#include "engine/evaluate/join.hpp"
#include "engine/evaluate/rules.hpp"

namespace mingze {

using Sort = Condition::Sort;

namespace {

constexpr std::uint32_t not_matched = UINT32_MAX;

bool has_all(const std::vector<bool>& known, const std::vector<Term>& terms) {
  return std::all_of(terms.begin(), terms.end(),
                     [&](Term term) { return !term.is_variable || known[term.value]; });
}

/// Combining reads a database only where a link is no hierarchy's.
const Database& no_database() {
  static const Database none;
  return none;
}

/// Links of the hierarchy alone, as others change, and nothing that is counted set by set.
bool can_be_updated(const NestedRule& rule, PredicateId hierarchy) {
  const auto& conditions = rule.source->conditions;
  return (!rule.link || conditions[rule.link->condition].atom.predicate == hierarchy) &&
         std::all_of(rule.sentences.begin(), rule.sentences.end(),
                     [](const NestedSentence& one) { return one.count == 0; });
}

}  // namespace

RuleUpdate::RuleUpdate(const Program& program, RuleHead head, TableId target,
                       const std::optional<NestColumn>& nest,
                       const std::shared_ptr<const Order>& order,
                       const std::vector<PredicateTables>& tables, Store& store)
    : program_(program),
      conclusion_(program[head.rule].conclusions[head.conclusion]),
      target_(target),
      order_(order),
      rule_(tuple_by_tuple(program, head)) {
  if (nest) {
    column_ = nest->column;
    auto sets = nested_rule(program, head, *nest);
    if (sets && can_be_updated(*sets, order->hierarchy())) {
      rule_ = std::move(*sets);
      nested_ = true;
    }
  }
  for (std::uint32_t c = 0; c < conclusion_.atom.terms.size(); ++c)
    if (column_ != c) prefix_.push_back(conclusion_.atom.terms[c]);
  if (conclusion_.sort != Conclusion::Sort::derive) prefix_.push_back({false, head.rule.value});
  find_tables(tables, store);
  make_plan(store);
}

NestedRule RuleUpdate::tuple_by_tuple(const Program& program, RuleHead head) {
  NestedRule out;
  out.source = &program[head.rule].body;
  out.body = program[head.rule].body;
  for (std::uint32_t i = 0; i < out.body.conditions.size(); ++i) {
    out.body.conditions[i].atom.predicate = {i};
    out.reads.push_back({i, std::nullopt});
  }
  return out;
}

void RuleUpdate::find_tables(const std::vector<PredicateTables>& tables, Store& store) {
  for (const NestedSentence& one : rule_.sentences)
    sentences_.push_back(store.nested(tables[atom(one.condition).predicate.value].holds, one.column,
                                      one.keep, order_));
  matched_.assign(rule_.sentences.size(), not_matched);
  for (std::uint32_t i = 0; i < rule_.reads.size(); ++i) {
    const auto [condition, sentence] = rule_.reads[i];
    if (sentence) {
      tables_.push_back(sentences_[*sentence]);
      matched_[*sentence] = i;
    } else if (rule_.body.conditions[i].sort == Sort::compare) {
      tables_.push_back({});
    } else {
      tables_.push_back(store.plain(tables[atom(condition).predicate.value].holds));
    }
  }
  for (std::uint32_t i = 0; i < tables_.size(); ++i) {
    const Condition& condition = rule_.body.conditions[i];
    if (condition.sort != Sort::compare)
      add_reader(condition, i, tables_[i], atom(rule_.reads[i].condition).predicate,
                 condition.sort != Sort::negative, store);
  }
  for (std::size_t i = 0; i < rule_.sentences.size(); ++i) {
    if (matched_[i] != not_matched) continue;
    Condition condition;
    condition.atom.terms = rule_.sentences[i].terms;
    add_reader(condition, std::nullopt, sentences_[i], atom(rule_.sentences[i].condition).predicate,
               false, store);
  }
}

/// `place`: of the condition in the body, if it stands there.
void RuleUpdate::add_reader(const Condition& condition, std::optional<std::uint32_t> place,
                            TableId table, PredicateId predicate, bool positive,
                            const Store& store) {
  Reader reader{predicate, table, positive};
  std::vector<bool> known(rule_.body.variables.size());
  reader.body.variables = rule_.body.variables;
  const auto take = [&](const Condition& one, TableId from) {
    Condition out = one;
    out.sort = one.sort == Sort::compare ? Sort::compare : Sort::positive;
    out.atom.predicate = {static_cast<std::uint32_t>(reader.tables.size())};
    if (out.sort == Sort::positive) mark_variables(out.atom, known);
    reader.body.conditions.push_back(std::move(out));
    reader.tables.push_back(from);
  };
  take(condition, table);
  // All others where they are needed for the group; else those that only sift.
  const bool whole = has_all(known, prefix_);
  const auto& all = rule_.body.conditions;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (i != place && (all[i].sort == Sort::positive || all[i].sort == Sort::at_least))
      if (!whole || (all[i].sort == Sort::positive && has_all(known, all[i].atom.terms)))
        take(all[i], tables_[i]);
  for (const Condition& one : all)
    if (one.sort == Sort::compare && has_all(known, {one.left, one.right})) take(one, {});
  JoinStart start;
  start.known.resize(known.size());
  start.needed.resize(known.size());
  for (const Term term : prefix_)
    if (term.is_variable) start.needed[term.value] = true;
  start.first = 0;
  reader.plan = planned(reader.body, start, reader.tables, store);
  readers_.push_back(std::move(reader));
}

JoinPlan RuleUpdate::planned(const Body& body, const JoinStart& start,
                             const std::vector<TableId>& tables, const Store& store) const {
  JoinPlan out = plan_join(body, start, [&](PredicateId condition, std::uint64_t columns) {
    return store[tables[condition.value]].groups().expected_with(columns);
  });
  for (const JoinStep& step : out.steps)  // makes the indexes
    if (const TableId table = tables[step.condition]; table.valid() && step.known_columns != 0)
      static_cast<void>(store[table].groups().index(step.known_columns));
  return out;
}

void RuleUpdate::make_plan(const Store& store) {
  JoinStart start;
  start.known.resize(rule_.body.variables.size());
  start.needed.resize(rule_.body.variables.size());
  const auto mark = [](Term term, std::vector<bool>& flags) {
    if (term.is_variable) flags[term.value] = true;
  };
  for (const Term term : prefix_) mark(term, start.known);
  if (!nested_)
    for (const Term term : conclusion_.atom.terms) mark(term, start.needed);
  for (const NestedSentence& one : rule_.sentences)
    for (const Term term : one.terms) mark(term, start.needed);
  plan_ = planned(rule_.body, start, tables_, store);
  std::vector<const Relation*> relations;
  for (const TableId table : tables_)
    relations.push_back(table.valid() ? &store[table].groups() : nullptr);
  join_.emplace(program_.symbols, std::move(relations), rule_.body, plan_);
  for (std::uint32_t i = 0; i < tables_.size(); ++i)
    if (tables_[i].valid()) join_->read_only(i, store[tables_[i]].alive());
  if (nested_) combiner_.emplace(no_database(), rule_, order_);
  known_.resize(rule_.body.variables.size());
  said_.resize(rule_.sentences.size());
}

void RuleUpdate::affected(const Reader& reader, std::span<const std::uint32_t> rows,
                          const Store& store,
                          const std::function<void(std::span<const Value>)>& on_group) const {
  const Relation& groups = store[reader.table].groups();
  Relation changed(groups.arity());
  for (const std::uint32_t row : rows) changed.append(groups.row(row));
  std::vector<const Relation*> relations;
  for (const TableId table : reader.tables)
    relations.push_back(table.valid() ? &store[table].groups() : nullptr);
  relations.front() = &changed;
  Join join(program_.symbols, std::move(relations), reader.body, reader.plan);
  std::vector<Value> group(prefix_.size());
  join.run({}, [&](std::span<const Value> frame) {
    for (std::size_t i = 0; i < group.size(); ++i)
      group[i] = prefix_[i].is_variable ? frame[prefix_[i].value] : prefix_[i].value;
    on_group(group);
    return true;
  });
}

/// Gives the variables the values that they have for a group; false where it can't be concluded.
bool RuleUpdate::unify(std::span<const Value> group) {
  std::vector<bool> seen(known_.size());
  for (std::size_t i = 0; i < prefix_.size(); ++i) {
    const Term term = prefix_[i];
    if (!term.is_variable || seen[term.value]) {
      if (group[i] != (term.is_variable ? known_[term.value] : term.value)) return false;
    } else {
      known_[term.value] = group[i];
      seen[term.value] = true;
    }
  }
  return true;
}

void RuleUpdate::derive(std::span<const Value> group, const Store& store, Runs& out) {
  if (!unify(group)) return;
  const auto on_match = [&](std::span<const Value> frame) {
    if (!nested_) {
      std::uint32_t member = 0;
      if (column_) {
        const Term term = conclusion_.atom.terms[*column_];
        member = order_->rank(term.is_variable ? frame[term.value] : term.value);
      }
      out.push_back({member, member + 1});
      return column_.has_value();  // one match says it all
    }
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      const Table& table = store[sentences_[i]];
      std::uint32_t row = no_row;
      if (matched_[i] != not_matched) {
        row = join_->row(matched_[i]);
      } else {
        key_.clear();
        for (const Term term : rule_.sentences[i].terms)
          key_.push_back(term.is_variable ? frame[term.value] : term.value);
        row = table.groups().find(key_);
      }
      said_[i] = table.set(row);
    }
    const std::span<const Run> set = combiner_->combine(frame, said_);
    out.insert(out.end(), set.begin(), set.end());
    return true;
  };
  join_->run(known_, std::ref(on_match));
}

}  // namespace mingze
