#include "engine/evaluate/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "engine/evaluate/findings.hpp"
#include "engine/evaluate/hierarchy.hpp"
#include "engine/evaluate/nested_stratum.hpp"
#include "engine/evaluate/rules.hpp"
#include "engine/evaluate/staleness.hpp"

namespace mingze {

namespace {

class Evaluator {
 public:
  /// `base` may be absent.
  Evaluator(const Program& program, const Plan& plan, Database database, DecisionResolver& resolver,
            const Evaluation* base, std::uint32_t nest_from, OnProgress progress,
            Meter* meter = nullptr)
      : program_(program),
        plan_(plan),
        resolver_(resolver),
        base_(base),
        orders_(program, nest_from),
        staleness_(program, base, database),
        progress_(std::move(progress)),
        rules_(
            program, evaluation_, [this] { tell_progress(); }, meter),
        meter_(meter) {
    evaluation_.database = std::move(database);
    for (const Decision& decision : program.decisions) {
      const auto slots = static_cast<std::uint32_t>(program[decision.predicate].slots.size());
      const auto keys = static_cast<std::uint32_t>(decision.key_slots.size());
      evaluation_.outcomes.push_back(
          {Relation(slots + 1), Relation(slots + 1), Relation(keys), Relation(keys), 0});
    }
  }

  void alter(const Altered& altered, std::uint64_t most) {
    staleness_.alter(altered);
    rules_.allow(most);
  }

  Evaluation run() {
    for (const Stratum& stratum : plan_.strata) {
      tell_progress();
      if (meter_ != nullptr) meter_->check();
      ++strata_begun_;
      if (staleness_.is_stale(stratum)) {
        complete(stratum);
        if (staleness_.differs(stratum, evaluation_)) continue;
      }
      take_over(stratum);
    }
    tell_progress();
    if (rules_.spent()) evaluation_.diagnostics.push_back(too_much());
    if (!has_errors(evaluation_.diagnostics))
      evaluation_.findings =
          raise_findings(program_, evaluation_.database, orders_, staleness_.unchanged_findings(),
                         base_ == nullptr ? RaisedFindings() : base_->findings);
    std::sort(evaluation_.diagnostics.begin(), evaluation_.diagnostics.end(),
              [](const Diagnostic& a, const Diagnostic& b) { return a.message.en < b.message.en; });
    return std::move(evaluation_);
  }

 private:
  static Diagnostic too_much() {
    return {"too-much", Severity::error, {"规则推出的太多", "the rules conclude too much"}, {}};
  }

  /// The findings come after the strata.
  void tell_progress() const {
    if (progress_) progress_(strata_begun_, plan_.strata.size() + 1);
  }

  [[nodiscard]] const Relation& tuples(PredicateId predicate) const {
    return evaluation_.database[predicate];
  }

  void complete(const Stratum& stratum) {
    auto nested = base_ == nullptr ? NestedStratum::of(program_, stratum, orders_) : std::nullopt;
    if (nested)
      nested->complete(evaluation_, rules_, resolver_);
    else if (const auto& decision = program_[stratum.predicates.front()].decision)
      decide(stratum, *decision);
    else if (staleness_.only_grows(stratum))
      extend(stratum);
    else
      derive(stratum);
    for (const PredicateId predicate : stratum.predicates)
      if (program_[predicate].hierarchy) check_hierarchy(predicate);
    rules_.clear();
  }

  /// The stratum as it came out before.
  void take_over(const Stratum& stratum) {
    for (const PredicateId predicate : stratum.predicates) {
      evaluation_.database.share(predicate, base_->database);
      if (const auto& decision = program_[predicate].decision)
        evaluation_.outcomes[decision->value] = base_->outcomes[decision->value];
      if (const auto known = base_->levels.find(predicate); known != base_->levels.end())
        evaluation_.levels[predicate] = known->second;
    }
  }

  // --- relations: the least fixpoint, semi-naive ---

  void derive(const Stratum& stratum) {
    const std::vector<std::uint32_t> old = sizes(stratum.predicates);
    for (const RuleHead head : stratum.rules) rules_.run(head);
    derive_more(stratum, old);
  }

  /// The stratum as it came out before, and what new rows of what it reads add to it.
  void extend(const Stratum& stratum) {
    take_over(stratum);
    const std::vector<PredicateId> read = staleness_.stale();
    std::vector<std::uint32_t> before;
    for (const PredicateId p : read) before.push_back(std::as_const(base_->database)[p].size());
    const std::vector<std::uint32_t> now = sizes(read);
    const std::vector<std::uint32_t> old = sizes(stratum.predicates);
    for (const RuleHead head : stratum.rules) run_deltas(read, head, before, now);
    derive_more(stratum, old);
  }

  /// Goes on until the rules find nothing that was not there.
  void derive_more(const Stratum& stratum, std::vector<std::uint32_t> old) {
    std::uint64_t planned = total(old);
    while (stratum.recursive) {
      const std::vector<std::uint32_t> now = sizes(stratum.predicates);
      if (now == old) return;
      if (total(now) > 2 * planned) {
        rules_.clear();
        planned = total(now);
      }
      for (const RuleHead head : stratum.rules) run_deltas(stratum.predicates, head, old, now);
      old = now;
    }
  }

  static std::uint64_t total(const std::vector<std::uint32_t>& sizes) {
    return std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  }

  [[nodiscard]] std::vector<std::uint32_t> sizes(const std::vector<PredicateId>& predicates) const {
    std::vector<std::uint32_t> out;
    for (const PredicateId p : predicates) out.push_back(tuples(p).size());
    return out;
  }

  /// One run for each condition that reads one of these: it reads the new rows, those before it all
  /// rows, those after it the old rows.
  void run_deltas(const std::vector<PredicateId>& predicates, RuleHead head,
                  const std::vector<std::uint32_t>& old, const std::vector<std::uint32_t>& now) {
    const auto& conditions = program_[head.rule].body.conditions;
    std::vector<std::pair<std::uint32_t, std::size_t>> readers;  // condition, predicate's place
    for (std::uint32_t i = 0; i < conditions.size(); ++i) {
      if (conditions[i].sort != Condition::Sort::positive) continue;
      const auto at = std::find(predicates.begin(), predicates.end(), conditions[i].atom.predicate);
      if (at != predicates.end())
        readers.emplace_back(i, static_cast<std::size_t>(at - predicates.begin()));
    }
    for (std::size_t delta = 0; delta < readers.size(); ++delta) {
      const auto [condition, place] = readers[delta];
      if (old[place] == now[place]) continue;
      std::vector<std::pair<std::uint32_t, RowRange>> others;
      for (std::size_t other = 0; other < readers.size(); ++other)
        others.push_back(
            {readers[other].first,
             {0, other < delta ? now[readers[other].second] : old[readers[other].second]}});
      const bool none = std::any_of(others.begin(), others.end(), [&](const auto& other) {
        return other.first != condition && other.second.to == 0;
      });
      if (none) continue;  // one of them has no row to read
      rules_.run(head, condition, {old[place], now[place]}, others);
    }
  }

  // --- decisions ---

  void decide(const Stratum& stratum, DecisionId id) {
    Outcome& outcome = evaluation_.outcomes[id.value];
    for (const RuleHead head : stratum.rules) rules_.run(head);
    if (stratum.descent)
      descend(*stratum.descent, id);
    else
      settle(id, all_rows(outcome.candidates, 0));
    find_missing(program_[id], outcome);
  }

  static std::vector<std::uint32_t> all_rows(const Relation& relation, std::uint32_t from) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = from; row < relation.size(); ++row) rows.push_back(row);
    return rows;
  }

  void settle(DecisionId id, std::vector<std::uint32_t> rows) {
    resolver_.settle(id, std::move(rows), evaluation_.outcomes[id.value],
                     evaluation_.database[program_[id].predicate]);
  }

  /// Level by level: the keys of one level are settled before the rules look at the next.
  void descend(const Descent& descent, DecisionId id) {
    Outcome& outcome = evaluation_.outcomes[id.value];
    const Levels& levels = *evaluation_.levels.at(descent.hierarchy);
    if (!levels.cycle.empty()) return;  // an error that has been told
    std::vector<std::vector<std::uint32_t>> rows(levels.members.size());
    for (std::uint32_t row = 0; row < outcome.candidates.size(); ++row)
      rows[levels.of(outcome.candidates.at(row, descent.slot))].push_back(row);
    for (std::size_t level = 0; level < levels.members.size(); ++level) {
      const std::uint32_t before = outcome.candidates.size();
      if (level > 0) run_descent(descent, levels.members[level]);
      const auto added = all_rows(outcome.candidates, before);
      rows[level].insert(rows[level].end(), added.begin(), added.end());
      settle(id, std::move(rows[level]));
    }
  }

  void run_descent(const Descent& descent, const std::vector<Value>& children) {
    for (const auto& [head, condition] : descent.rules) {
      const std::vector<Condition>& conditions = program_[head.rule].body.conditions;
      const Term term = conditions[condition].atom.terms[0];
      const std::optional<std::set<Value>> decided = decided_above(descent, head, condition);
      for (const Value child : children) {
        if (decided && !has_parent_in(*decided, descent.hierarchy, child)) continue;
        if (term.is_variable)
          rules_.run_for(head, condition, term.value, child);
        else if (term.value == child)
          rules_.run(head);
      }
    }
  }

  /// Where the rule reads a decision of the parent's, and not the lack of one: what has a decision.
  /// The rule says nothing of the children of others.
  [[nodiscard]] std::optional<std::set<Value>> decided_above(const Descent& descent, RuleHead head,
                                                             std::uint32_t condition) const {
    const Rule& rule = program_[head.rule];
    const Term parent = rule.body.conditions[condition].atom.terms[1];
    const PredicateId decision = rule.conclusions[head.conclusion].atom.predicate;
    const bool reads =
        std::any_of(rule.body.conditions.begin(), rule.body.conditions.end(), [&](const auto& one) {
          return one.sort == Condition::Sort::positive && one.atom.predicate == decision &&
                 one.atom.terms[descent.slot] == parent;
        });
    if (!reads) return std::nullopt;
    std::set<Value> out;
    const Relation& decided = tuples(decision);
    for (std::uint32_t row = 0; row < decided.size(); ++row)
      out.insert(decided.at(row, descent.slot));
    return out;
  }

  [[nodiscard]] bool has_parent_in(const std::set<Value>& parents, PredicateId hierarchy,
                                   Value child) const {
    if (parents.empty()) return false;
    const Relation& relation = tuples(hierarchy);
    const Index& index = relation.index(1);
    const Value key[] = {child};
    for (std::uint32_t row = index.first(relation.data(), key); row != no_row;
         row = index.next(row))
      if (parents.contains(relation.at(row, 1))) return true;
    return false;
  }

  /// Keys of the `for every` domain that came to no value.
  void find_missing(const Decision& decision, Outcome& outcome) {
    if (!decision.domain) return;
    std::uint64_t columns = 0;
    for (const std::uint32_t slot : decision.key_slots) columns |= std::uint64_t{1} << slot;
    std::vector<std::size_t> order(decision.key_slots.size());  // key positions in column order
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return decision.key_slots[a] < decision.key_slots[b];
    });
    const Relation& domain = tuples(decision.domain->predicate);
    const Relation& decided = tuples(decision.predicate);
    std::vector<Value> key(order.size());
    std::vector<Value> by_column(order.size());
    for (std::uint32_t row = 0; row < domain.size(); ++row) {
      for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = domain.at(row, decision.domain->slots[i]);
      for (std::size_t i = 0; i < key.size(); ++i) by_column[i] = key[order[i]];
      if (decided.index(columns).first(decided.data(), by_column) == no_row)
        outcome.missing.insert(key);
    }
  }

  // --- hierarchies ---

  void check_hierarchy(PredicateId id) {
    const Predicate& predicate = program_[id];
    const KindId kind = predicate.slots[0].kind;
    const auto levels =
        std::make_shared<const Levels>(mingze::levels(tuples(id), kind, program_.symbols));
    evaluation_.levels[id] = levels;
    const Levels& found = *levels;
    if (found.cycle.empty()) {
      if (base_ == nullptr) orders_.add(id, found, tuples(id));
      return;
    }
    std::string text;
    for (const Value value : found.cycle) text += program_.symbols.label_of(kind, value) + " → ";
    text += program_.symbols.label_of(kind, found.cycle.front());
    Diagnostic error{"hierarchy-cycle",
                     Severity::error,
                     {fmt::format("层级 {} 的上下级成了一圈：{}", predicate.id, text),
                      fmt::format("the hierarchy {} forms a cycle: {}", predicate.id, text)},
                     predicate.span};
    for (std::size_t i = 0; i < found.cycle.size(); ++i)
      add_link(id, found.cycle[i], found.cycle[(i + 1) % found.cycle.size()], error);
    error.notes.push_back({"每一个都只能在另一个之下，不能反过来又在它之上；应当改正其中一条",
                           "each must be below the other and not above it too; correct one"});
    evaluation_.diagnostics.push_back(std::move(error));
  }

  /// Points at the place that states one link of a cycle; the first one becomes the error's place.
  void add_link(PredicateId id, Value child, Value parent, Diagnostic& error) {
    const Relation& relation = tuples(id);
    const Index& index = relation.index(3);
    const Value key[] = {child, parent};
    for (std::uint32_t row = index.first(relation.data(), key); row != no_row;
         row = index.next(row)) {
      const Span* origin = evaluation_.database.origin(id, row);
      if (origin == nullptr || !origin->valid()) continue;
      const KindId kind = program_[id].slots[0].kind;
      const std::string low = program_.symbols.label_of(kind, child);
      const std::string high = program_.symbols.label_of(kind, parent);
      if (error.related.empty()) error.span = *origin;
      error.related.push_back({*origin,
                               {fmt::format("这里说 {} 在 {} 之下", low, high),
                                fmt::format("here {} is below {}", low, high)}});
      return;
    }
  }

  const Program& program_;
  const Plan& plan_;
  DecisionResolver& resolver_;
  const Evaluation* base_;
  Orders orders_;
  Staleness staleness_;
  OnProgress progress_;
  std::size_t strata_begun_ = 0;
  Evaluation evaluation_;
  RuleRunner rules_;
  Meter* meter_;
};

}  // namespace

Evaluation evaluate(const Program& program, const Plan& plan, Database database,
                    DecisionResolver& resolver, std::uint32_t nest_from, const OnProgress& progress,
                    Meter* meter) {
  return Evaluator(program, plan, std::move(database), resolver, nullptr, nest_from, progress,
                   meter)
      .run();
}

Evaluation evaluate(const Program& program, const Plan& plan, Database database,
                    DecisionResolver& resolver, const Evaluation& base, Meter* meter) {
  const bool whole = !has_errors(base.diagnostics);
  return Evaluator(program, plan, std::move(database), resolver, whole ? &base : nullptr,
                   worth_nesting, {}, meter)
      .run();
}

Evaluation evaluate(const Program& program, const Plan& plan, Database database,
                    DecisionResolver& resolver, const Evaluation& base, const Altered& altered,
                    std::uint64_t most) {
  const bool whole = !has_errors(base.diagnostics);
  Evaluator evaluator(program, plan, std::move(database), resolver, whole ? &base : nullptr,
                      worth_nesting, {});
  evaluator.alter(altered, most);
  return evaluator.run();
}

std::vector<std::vector<Value>> matches(const Program& program, const Database& database,
                                        const Body& body, const std::vector<bool>& needed,
                                        Meter* meter) {
  JoinStart start;
  start.known.resize(body.variables.size());
  start.needed = needed;
  const JoinPlan plan = plan_join(body, start, database);
  std::vector<std::uint32_t> columns;
  for (std::uint32_t v = 0; v < needed.size(); ++v)
    if (needed[v]) columns.push_back(v);
  Relation distinct(static_cast<std::uint32_t>(columns.size()));
  std::vector<Value> values;
  Join join(program.symbols, database, body, plan);
  join.count_with(meter);
  join.run({}, [&](std::span<const Value> frame) {
    values.clear();
    for (const std::uint32_t v : columns) values.push_back(frame[v]);
    if (distinct.insert(values) && meter != nullptr) {
      meter->conclude();
      meter->keep((columns.size() + needed.size()) * sizeof(Value));
    }
    return !columns.empty();  // without variables one match says it all
  });
  std::vector<std::vector<Value>> out(distinct.size(), std::vector<Value>(needed.size()));
  for (std::uint32_t row = 0; row < distinct.size(); ++row)
    for (std::uint32_t i = 0; i < columns.size(); ++i) out[row][columns[i]] = distinct.at(row, i);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace mingze
