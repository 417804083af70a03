#include "app/session/coverage.hpp"

#include <algorithm>

#include "engine/evaluate/evaluate.hpp"

namespace mingze::app {

namespace {

/// Variables that the positive sentences of a body give a value.
std::vector<bool> bound_by(const Body& body) {
  std::vector<bool> bound(body.variables.size(), false);
  for (const Condition& condition : body.conditions)
    if (condition.sort == Condition::Sort::positive)
      for (const Term& term : condition.atom.terms)
        if (term.is_variable) bound[term.value] = true;
  return bound;
}

bool is_safe(const Condition& condition, const std::vector<bool>& bound) {
  const auto known = [&](const Term& term) { return !term.is_variable || bound[term.value]; };
  return condition.sort != Condition::Sort::compare ||
         (known(condition.left) && known(condition.right));
}

/// A body without one condition, and without the comparisons that it alone gave values.
Body without(const Body& body, std::size_t left_out) {
  Body rest{body.variables, {}};
  for (std::size_t i = 0; i < body.conditions.size(); ++i)
    if (i != left_out) rest.conditions.push_back(body.conditions[i]);
  const auto bound = bound_by(rest);
  std::erase_if(rest.conditions,
                [&](const Condition& condition) { return !is_safe(condition, bound); });
  return rest;
}

/// Whether the other conditions hold somewhere where this one does not.
bool fails_alone(const Program& program, const Database& database, const Body& body,
                 std::size_t condition) {
  const Body rest = without(body, condition);
  const auto bound = bound_by(rest);
  const bool any_bound = std::find(bound.begin(), bound.end(), true) != bound.end();
  const auto wider = matches(program, database, rest, bound);
  if (!any_bound) return !wider.empty() && matches(program, database, body, bound).empty();
  return wider.size() > matches(program, database, body, bound).size();
}

}  // namespace

void Coverage::count_rules(const Program& program, const std::function<bool(Span)>& under_test) {
  for (const Rule& rule : program.rules) {
    if (!under_test(rule.span)) continue;
    rules_[rule.id].failed.resize(rule.body.conditions.size(), false);
    cite(program, rule.cites, false);
  }
  for (const FindingRule& finding : program.findings) {
    if (!under_test(finding.span)) continue;
    findings_.insert(finding.id);
    cite(program, finding.cites, false);
  }
}

void Coverage::add(const Program& program, const Evaluation& evaluation) {
  for (const Rule& rule : program.rules) {
    const auto known = rules_.find(rule.id);
    if (known == rules_.end()) continue;
    look_at(program, evaluation.database, rule, known->second);
    if (known->second.fired) cite(program, rule.cites, true);
  }
  for (std::uint32_t i = 0; i < program.findings.size(); ++i) {
    const FindingRule& finding = program.findings[i];
    if (evaluation.findings.count({i}) > 0 && findings_.contains(finding.id))
      cite(program, finding.cites, true);
  }
}

void Coverage::look_at(const Program& program, const Database& database, const Rule& rule,
                       Reach& reach) {
  const std::vector<bool> none(rule.body.variables.size(), false);
  if (!reach.fired) reach.fired = !matches(program, database, rule.body, none).empty();
  for (std::size_t i = 0; i < reach.failed.size() && i < rule.body.conditions.size(); ++i)
    if (!reach.failed[i]) reach.failed[i] = fails_alone(program, database, rule.body, i);
}

void Coverage::cite(const Program& program, const std::vector<Citation>& cites, bool tested) {
  for (const Citation& citation : cites) {
    bool& known = clauses_[{program[citation.document].id, citation.clause}];
    known = known || tested;
  }
}

report::TestReport::Coverage Coverage::counts() const {
  report::TestReport::Coverage counts;
  for (const auto& [id, reach] : rules_) {
    counts.rules += 1;
    counts.rules_fired += reach.fired ? 1 : 0;
    counts.conditions += reach.failed.size();
    if (reach.fired)
      counts.conditions_both_ways +=
          static_cast<std::uint64_t>(std::count(reach.failed.begin(), reach.failed.end(), true));
  }
  for (const auto& [clause, tested] : clauses_) {
    counts.clauses += 1;
    counts.clauses_tested += tested ? 1 : 0;
  }
  return counts;
}

}  // namespace mingze::app
