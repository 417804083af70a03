#include "engine/evaluate/staleness.hpp"

#include <algorithm>

namespace mingze {

namespace {

bool same_tuples(const Relation& a, const Relation& b) {
  if (a.size() != b.size()) return false;
  for (std::uint32_t row = 0; row < a.size(); ++row)
    if (!b.contains(a.row(row))) return false;
  return true;
}

bool begins_with(const Relation& now, const Relation& before) {
  return now.size() >= before.size() &&
         std::equal(before.data().begin(), before.data().end(), now.data().begin());
}

bool same_outcome(const Outcome& a, const Outcome& b) {
  return same_tuples(a.candidates, b.candidates) && same_tuples(a.bars, b.bars) &&
         same_tuples(a.missing, b.missing) && same_tuples(a.conflicts, b.conflicts);
}

}  // namespace

Staleness::Staleness(const Program& program, const Evaluation* base, const Database& database)
    : program_(program),
      base_(base),
      added_(program.predicates.size(), base == nullptr),
      altered_(program.predicates.size(), false),
      altered_findings_(program.findings.size(), false),
      stale_(program.predicates.size(), base == nullptr),
      grown_(program.predicates.size(), false) {
  if (base == nullptr) return;
  for (std::uint32_t p = 0; p < added_.size(); ++p)
    added_[p] = database.stated_count({p}) != base->database.stated_count({p});
}

void Staleness::alter(const Altered& altered) {
  for (const PredicateId predicate : altered.predicates) altered_[predicate.value] = true;
  for (const FindingId finding : altered.findings) altered_findings_[finding.value] = true;
}

bool Staleness::reads_stale(const Body& body) const {
  return std::any_of(body.conditions.begin(), body.conditions.end(), [&](const Condition& one) {
    return one.sort != Condition::Sort::compare && stale_[one.atom.predicate.value];
  });
}

bool Staleness::is_stale(const Stratum& stratum) const {
  if (base_ == nullptr) return true;
  for (const PredicateId predicate : stratum.predicates) {
    if (added_[predicate.value] || altered_[predicate.value]) return true;
    const auto& decision = program_[predicate].decision;
    if (!decision) continue;
    const auto& domain = program_[*decision].domain;
    if (domain && stale_[domain->predicate.value]) return true;
  }
  if (stratum.descent) {
    if (stale_[stratum.descent->hierarchy.value]) return true;
    for (const auto& [head, condition] : stratum.descent->rules)
      if (reads_stale(program_[head.rule].body)) return true;
  }
  return std::any_of(stratum.rules.begin(), stratum.rules.end(),
                     [&](const RuleHead& head) { return reads_stale(program_[head.rule].body); });
}

bool Staleness::only_grows(const Stratum& stratum) const {
  if (base_ == nullptr) return false;
  for (const PredicateId predicate : stratum.predicates)
    if (added_[predicate.value] || altered_[predicate.value] || program_[predicate].decision)
      return false;
  const auto grows = [&](const Condition& one) {
    if (one.sort == Condition::Sort::compare || !stale_[one.atom.predicate.value]) return true;
    return one.sort == Condition::Sort::positive && grown_[one.atom.predicate.value];
  };
  return std::all_of(stratum.rules.begin(), stratum.rules.end(), [&](const RuleHead& head) {
    const auto& conditions = program_[head.rule].body.conditions;
    return std::all_of(conditions.begin(), conditions.end(), grows);
  });
}

std::vector<PredicateId> Staleness::stale() const {
  std::vector<PredicateId> out;
  for (std::uint32_t p = 0; p < stale_.size(); ++p)
    if (stale_[p]) out.push_back({p});
  return out;
}

bool Staleness::came_out_the_same(const Stratum& stratum, const Evaluation& now) const {
  for (const PredicateId predicate : stratum.predicates) {
    if (added_[predicate.value]) return false;
    if (!same_tuples(now.database[predicate], base_->database[predicate])) return false;
    const auto& decision = program_[predicate].decision;
    if (decision && !same_outcome(now.outcomes[decision->value], base_->outcomes[decision->value]))
      return false;
  }
  return true;
}

bool Staleness::differs(const Stratum& stratum, const Evaluation& now) {
  if (base_ != nullptr && came_out_the_same(stratum, now)) return false;
  for (const PredicateId predicate : stratum.predicates) {
    stale_[predicate.value] = true;
    grown_[predicate.value] =
        base_ != nullptr && begins_with(now.database[predicate], base_->database[predicate]);
  }
  return true;
}

std::vector<bool> Staleness::unchanged_findings() const {
  std::vector<bool> out;
  if (base_ == nullptr) return out;
  for (std::size_t i = 0; i < program_.findings.size(); ++i)
    out.push_back(!altered_findings_[i] && !reads_stale(program_.findings[i].body));
  return out;
}

}  // namespace mingze
