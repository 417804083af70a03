#include "app/session/coverage.hpp"

#include <algorithm>
#include <tuple>

#include "engine/evaluate/evaluate.hpp"
#include "engine/program/safety.hpp"
#include "report/clause_order.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

/// Whether a condition still says the same where fewer variables have values. In a negation a
/// variable that lost its value would mean "no such thing exists".
bool says_the_same(const Condition& condition, const std::vector<bool>& before,
                   const std::vector<bool>& now) {
  const auto known = [&](const Term& term) { return !term.is_variable || now[term.value]; };
  const auto kept = [&](const Term& term) { return known(term) || !before[term.value]; };
  if (condition.sort == Condition::Sort::compare)
    return known(condition.left) && known(condition.right);
  if (condition.sort == Condition::Sort::negative)
    return std::all_of(condition.atom.terms.begin(), condition.atom.terms.end(), kept);
  return true;
}

/// A body without one condition, and without the comparisons and negations of variables that it
/// alone gave values.
Body without(const Body& body, std::size_t left_out) {
  Body rest{body.variables, {}};
  for (std::size_t i = 0; i < body.conditions.size(); ++i)
    if (i != left_out) rest.conditions.push_back(body.conditions[i]);
  const auto before = bound_by(body);
  const auto now = bound_by(rest);
  std::erase_if(rest.conditions,
                [&](const Condition& condition) { return !says_the_same(condition, before, now); });
  return rest;
}

/// Whether the other conditions hold somewhere where this one does not. Without others there is
/// nothing to tell it from.
bool fails_alone(const Program& program, const Database& database, const Body& body,
                 std::size_t condition) {
  const Body rest = without(body, condition);
  if (rest.conditions.empty()) return true;
  const auto bound = bound_by(rest);
  const bool any_bound = std::find(bound.begin(), bound.end(), true) != bound.end();
  const auto wider = matches(program, database, rest, bound);
  if (!any_bound) return !wider.empty() && matches(program, database, body, bound).empty();
  return wider.size() > matches(program, database, body, bound).size();
}

std::string key_of(const FindingRule& finding) { return "finding " + finding.id; }

}  // namespace

void Coverage::expect(const Program& program, const Sources& sources,
                      const std::function<bool(Span)>& under_test) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    const Rule& rule = program.rules[i];
    if (under_test(rule.span))
      expect_body(rule.id, program, sources, rule.body, rule.cites,
                  report::rule_name(program, sources, {i}));
  }
  for (const FindingRule& finding : program.findings) {
    if (!under_test(finding.span)) continue;
    const Source& source = sources[finding.span.source];
    expect_body(key_of(finding), program, sources, finding.body, finding.cites,
                {finding.id,
                 {},
                 report::basis_of(program, finding.cites),
                 source.name(),
                 source.lines().line_of(finding.span.begin)});
    rules_[key_of(finding)].rule.is_finding = true;
  }
  for (const Decision& decision : program.decisions)
    if (under_test(program[decision.predicate].span)) expect_decision(program, decision);
}

void Coverage::expect_body(const std::string& key, const Program& program, const Sources& sources,
                           const Body& body, const std::vector<Citation>& cites,
                           report::RuleName name) {
  const auto [place, added] = rules_.try_emplace(key);
  if (!added) return;
  Reach& reach = place->second;
  for (std::size_t i = 0; i < cites.size(); ++i) {
    const Clause clause{program[cites[i].document].id, cites[i].clause};
    clauses_.emplace(clause, name.cites[i]);
    reach.clauses.push_back(clause);
  }
  reach.rule.name = std::move(name);
  for (const Condition& condition : body.conditions) {
    reach.rule.conditions.push_back({report::on_one_line(sources.text(condition.span))});
  }
}

void Coverage::expect_decision(const Program& program, const Decision& decision) {
  const Predicate& predicate = program[decision.predicate];
  DecisionReach& reach = decisions_[predicate.id];
  reach.decision.id = predicate.id;
  reach.decision.sentence = {report::open_sentence(program, decision.predicate, Language::zh),
                             report::open_sentence(program, decision.predicate, Language::en)};
  const KindId kind = predicate.slots[decision.value_slot].kind;
  if (!Symbols::has_entities(kind)) return;
  for (Value value = 0; value < program.symbols.entity_count(kind); ++value)
    if (program.symbols.entity(kind, value).span.valid())
      reach.values.insert(program.symbols.label_of(kind, value));
}

void Coverage::add(const Program& program, const Evaluation& evaluation) {
  for (const Rule& rule : program.rules)
    if (const auto known = rules_.find(rule.id); known != rules_.end())
      look_at(program, evaluation.database, rule.body, known->second.rule);
  for (const FindingRule& finding : program.findings)
    if (const auto known = rules_.find(key_of(finding)); known != rules_.end())
      look_at(program, evaluation.database, finding.body, known->second.rule);
  for (std::size_t i = 0; i < program.decisions.size(); ++i)
    look_at(program, program.decisions[i], evaluation.outcomes[i],
            evaluation.database[program.decisions[i].predicate]);
}

void Coverage::look_at(const Program& program, const Database& database, const Body& body,
                       Told::Rule& reached) {
  const std::vector<bool> none(body.variables.size(), false);
  if (!reached.fired) reached.fired = !matches(program, database, body, none).empty();
  for (std::size_t i = 0; i < reached.conditions.size() && i < body.conditions.size(); ++i)
    if (!reached.conditions[i].failed_alone)
      reached.conditions[i].failed_alone = fails_alone(program, database, body, i);
}

void Coverage::look_at(const Program& program, const Decision& decision, const Outcome& outcome,
                       const Relation& decided) {
  const Predicate& predicate = program[decision.predicate];
  const auto known = decisions_.find(predicate.id);
  if (known == decisions_.end()) return;
  DecisionReach& reach = known->second;
  reach.decision.decided = reach.decision.decided || outcome.decided > 0;
  reach.decision.missing = reach.decision.missing || outcome.missing.size() > 0;
  reach.decision.conflict = reach.decision.conflict || outcome.conflicts.size() > 0;
  const KindId kind = predicate.slots[decision.value_slot].kind;
  for (std::uint32_t row = 0; row < decided.size(); ++row)
    reach.seen.insert(program.symbols.label_of(kind, decided.at(row, decision.value_slot)));
}

void Coverage::add(const Coverage& other) {
  for (const auto& [key, theirs] : other.rules_) {
    Told::Rule& ours = rules_.at(key).rule;
    ours.fired = ours.fired || theirs.rule.fired;
    for (std::size_t i = 0; i < ours.conditions.size(); ++i)
      ours.conditions[i].failed_alone =
          ours.conditions[i].failed_alone || theirs.rule.conditions[i].failed_alone;
  }
  for (const auto& [id, theirs] : other.decisions_) {
    DecisionReach& ours = decisions_.at(id);
    ours.seen.insert(theirs.seen.begin(), theirs.seen.end());
    ours.decision.decided = ours.decision.decided || theirs.decision.decided;
    ours.decision.missing = ours.decision.missing || theirs.decision.missing;
    ours.decision.conflict = ours.decision.conflict || theirs.decision.conflict;
  }
}

report::TestReport::Coverage Coverage::told() const {
  Told told;
  std::map<Clause, Told::Clause> clauses;
  for (const auto& [clause, basis] : clauses_) clauses[clause].basis = basis;
  for (const auto& [key, reach] : rules_) {
    told.rules.push_back(reach.rule);
    for (const Clause& cited : reach.clauses) {
      clauses[cited].rules += 1;
      clauses[cited].fired += reach.rule.fired ? 1 : 0;
    }
  }
  std::sort(told.rules.begin(), told.rules.end(), [](const auto& a, const auto& b) {
    return std::tie(a.name.file, a.name.line, a.name.id) <
           std::tie(b.name.file, b.name.line, b.name.id);
  });
  for (const auto& [key, clause] : clauses) told.clauses.push_back(clause);
  std::stable_sort(told.clauses.begin(), told.clauses.end(), [](const auto& a, const auto& b) {
    if (a.basis.source != b.basis.source) return a.basis.source < b.basis.source;
    return report::clause_before(a.basis.clause, b.basis.clause);
  });
  for (const auto& [id, reach] : decisions_) {
    told.decisions.push_back(reach.decision);
    Told::Decision& decision = told.decisions.back();
    for (const std::string& value : reach.values)
      (reach.seen.contains(value) ? decision.seen : decision.unseen).push_back(value);
    for (const std::string& value : reach.seen)
      if (!reach.values.contains(value)) decision.seen.push_back(value);
  }
  return told;
}

}  // namespace mingze::app
