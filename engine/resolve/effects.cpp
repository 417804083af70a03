#include "engine/resolve/effects.hpp"

#include <algorithm>

#include "engine/program/implication.hpp"

namespace mingze {

namespace {

TermPairs paired(const std::vector<Term>& a, const std::vector<Term>& b) {
  TermPairs out;
  for (std::size_t i = 0; i < a.size(); ++i) out.emplace_back(a[i], b[i]);
  return out;
}

bool never_equal(const Term& a, const Term& b) {
  return !a.is_variable && !b.is_variable && !(a == b);
}

bool always_equal(const Term& a, const Term& b) { return !a.is_variable && a == b; }

/// Whether two rules may come to have different candidates for one key.
bool may_compete(const Proposal& a, const Proposal& b) {
  if (a.decision != b.decision) return false;
  for (std::size_t i = 0; i < a.key.size(); ++i)
    if (never_equal(a.key[i], b.key[i])) return false;
  return !always_equal(a.value, b.value);
}

bool contains(const std::vector<RuleId>& rules, RuleId rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

}  // namespace

Effects::Effects(const Program& program)
    : program_(program), precedence_(program), over_(program.rules.size()) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    for (Proposal& one : proposals({i})) proposals_.push_back(std::move(one));
    for (const RuleId overridden : program.rules[i].overrides)
      over_[overridden.value].push_back({i});
    for (const Conclusion& conclusion : program.rules[i].conclusions)
      if (conclusion.sort == Conclusion::Sort::bar)
        barred_.insert(*program[conclusion.atom.predicate].decision);
  }
  find_idle_rules();
}

void Effects::find_idle_rules() {
  const auto never_fires = [&](const Body& body) {
    return !contradictions(body).empty() ||
           std::any_of(body.conditions.begin(), body.conditions.end(), [&](const Condition& one) {
             const bool needed =
                 one.sort == Condition::Sort::positive || one.sort == Condition::Sort::at_least;
             return needed && !may_hold(one.atom);
           });
  };
  for (bool more = true; more;) {
    more = false;
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i)
      if (!idle_.contains({i}) && never_fires(program_.rules[i].body))
        more = idle_.insert({i}).second;
  }
}

bool Effects::may_hold(const Atom& atom) const {
  if (!program_[atom.predicate].decision) return true;
  const auto fits = [&](const Conclusion& conclusion) {
    if (conclusion.sort != Conclusion::Sort::propose || conclusion.atom.predicate != atom.predicate)
      return false;
    for (std::size_t i = 0; i < atom.terms.size(); ++i)
      if (never_equal(atom.terms[i], conclusion.atom.terms[i])) return false;
    return true;
  };
  for (std::uint32_t i = 0; i < program_.rules.size(); ++i) {
    const auto& conclusions = program_.rules[i].conclusions;
    if (!idle_.contains({i}) && std::any_of(conclusions.begin(), conclusions.end(), fits))
      return true;
  }
  return false;
}

std::vector<Proposal> Effects::proposals(RuleId rule) const {
  std::vector<Proposal> out;
  for (const Conclusion& conclusion : program_[rule].conclusions) {
    if (conclusion.sort != Conclusion::Sort::propose) continue;
    const DecisionId decision = *program_[conclusion.atom.predicate].decision;
    Proposal one{rule, decision, {}, conclusion.atom.terms[program_[decision].value_slot]};
    for (const std::uint32_t slot : program_[decision].key_slots)
      one.key.push_back(conclusion.atom.terms[slot]);
    out.push_back(std::move(one));
  }
  return out;
}

/// The rule, and all that override it, or that it overrides, directly or through others.
std::vector<RuleId> Effects::linked(RuleId from, bool above) const {
  std::vector<RuleId> all{from};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const RuleId at = all[i];
    for (const RuleId next : above ? over_[at.value] : program_[at].overrides)
      if (!contains(all, next)) all.push_back(next);
  }
  return all;
}

bool Effects::override_matters(RuleId r, RuleId s) const {
  const std::vector<RuleId> above = linked(r, true);
  const std::vector<RuleId> below = linked(s, false);
  return std::any_of(proposals_.begin(), proposals_.end(), [&](const Proposal& a) {
    return contains(above, a.rule) &&
           std::any_of(proposals_.begin(), proposals_.end(), [&](const Proposal& b) {
             return contains(below, b.rule) && may_compete(a, b);
           });
  });
}

bool Effects::always_prevails(RuleId other, RuleId one) {
  const std::vector<Proposal> own = proposals(one);
  const std::vector<Proposal> theirs = proposals(other);
  if (other == one || own.size() != program_[one].conclusions.size()) return false;
  return std::all_of(own.begin(), own.end(), [&](const Proposal& mine) {
    return std::any_of(theirs.begin(), theirs.end(),
                       [&](const Proposal& better) { return prevails(better, mine); });
  });
}

bool Effects::prevails(const Proposal& better, const Proposal& other) {
  const DecisionId d = other.decision;
  if (better.decision != d) return false;
  const auto ground = precedence_.defeats(d, better.rule, other.rule);
  if (!ground) return false;
  const bool named = contains(program_[better.rule].overrides, other.rule);
  if (*ground == DefeatGround::overrides && !named) return false;
  const Body& body = program_[better.rule].body;
  const Body& special = program_[other.rule].body;
  TermPairs pairs = paired(better.key, other.key);
  if (!follows(body, special, pairs)) return false;
  pairs.emplace_back(better.value, other.value);
  if (barred_.contains(d) && !follows(body, special, pairs)) return false;
  if (!never_equal(better.value, other.value) && !inherits_defeats(d, better.rule, other.rule))
    return false;
  return !runs_in_circles(d);
}

/// Whether whoever defeats the better rule defeats the other too.
bool Effects::inherits_defeats(DecisionId decision, RuleId better, RuleId other) {
  return std::all_of(proposals_.begin(), proposals_.end(), [&](const Proposal& third) {
    return third.decision != decision || third.rule == other ||
           !precedence_.defeats(decision, third.rule, better) ||
           precedence_.defeats(decision, third.rule, other);
  });
}

/// Whether rules of a decision defeat each other in a circle.
bool Effects::runs_in_circles(DecisionId decision) {
  std::vector<RuleId> rules;
  for (const Proposal& one : proposals_)
    if (one.decision == decision && !contains(rules, one.rule)) rules.push_back(one.rule);
  // Rules that none of those left defeats go, until there is none such.
  for (bool fewer = true; fewer;) {
    std::vector<RuleId> left;
    for (const RuleId rule : rules)
      if (std::any_of(rules.begin(), rules.end(), [&](RuleId other) {
            return precedence_.defeats(decision, other, rule).has_value();
          }))
        left.push_back(rule);
    fewer = left.size() < rules.size();
    rules = std::move(left);
  }
  return !rules.empty();
}

bool Effects::concludes_all(RuleId other, RuleId one) const {
  const Rule& special = program_[one];
  const Rule& general = program_[other];
  if (other == one) return false;
  return std::all_of(
      special.conclusions.begin(), special.conclusions.end(), [&](const Conclusion& mine) {
        if (mine.sort == Conclusion::Sort::propose) return false;
        return std::any_of(
            general.conclusions.begin(), general.conclusions.end(), [&](const Conclusion& theirs) {
              return theirs.sort == mine.sort && theirs.atom.predicate == mine.atom.predicate &&
                     follows(general.body, special.body,
                             paired(theirs.atom.terms, mine.atom.terms));
            });
      });
}

}  // namespace mingze
