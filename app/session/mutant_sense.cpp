#include "app/session/mutant_sense.hpp"

#include <algorithm>

#include "engine/program/implication.hpp"
#include "engine/program/safety.hpp"

namespace mingze::app {

namespace {

const Message rest_says_it{"其余的已经说了同样的话", "the rest says the same"};
const Message never_held{"条件互相矛盾，从不成立", "the conditions contradict each other"};

/// The terms of two rules in a slot are two different names.
bool differ(Term a, Term b) { return !a.is_variable && !b.is_variable && a != b; }
bool same_name(Term a, Term b) { return !a.is_variable && a == b; }

/// Whether conditions and what they tell come wherever other ones tell the same.
bool contains(const Body& general, const std::vector<Term>& told_general, const Body& special,
              const std::vector<Term>& told_special) {
  if (told_general.size() != told_special.size()) return false;
  if (!contradictions(special).empty()) return true;
  TermPairs fixed;
  for (std::size_t i = 0; i < told_general.size(); ++i)
    fixed.emplace_back(told_general[i], told_special[i]);
  return follows(general, special, fixed);
}

/// Whether a negation denies a fact: each term is its value, or a variable that means “any”.
/// `name`: what a variable is known to be.
bool denies(const Condition& negation, const Fact& fact, const std::vector<bool>& bound,
            std::uint32_t variable, Term name) {
  if (negation.sort != Condition::Sort::negative || negation.atom.predicate != fact.predicate)
    return false;
  std::vector<bool> any(bound.size(), false);
  for (std::size_t i = 0; i < fact.values.size(); ++i) {
    Term term = negation.atom.terms[i];
    if (term.is_variable && term.value == variable) term = name;
    if (term == Term{false, fact.values[i]}) continue;
    if (!term.is_variable || bound[term.value] || any[term.value]) return false;
    any[term.value] = true;
  }
  return true;
}

/// Whether `X is not a` says nothing new: the other conditions deny something of X that is stated
/// of a.
bool is_denied_already(const Condition& condition, const Body& rest,
                       const std::vector<Fact>& facts) {
  if (condition.sort != Condition::Sort::compare || condition.comparison != Comparison::not_equal)
    return false;
  const bool left = condition.left.is_variable;
  const Term variable = left ? condition.left : condition.right;
  const Term name = left ? condition.right : condition.left;
  if (!variable.is_variable || name.is_variable) return false;
  const std::vector<bool> bound = bound_by(rest);
  return std::any_of(rest.conditions.begin(), rest.conditions.end(), [&](const Condition& one) {
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
      return denies(one, fact, bound, variable.value, name);
    });
  });
}

/// Whether the date of the program is written in a body: as itself or as today, which is another
/// one tomorrow.
bool speaks_of_today(const Program& program, const Body& body, const std::vector<Term>& told) {
  const Term today{false, Symbols::date(program.as_of)};
  const auto is_it = [&](const Condition& one) {
    if (one.sort == Condition::Sort::compare)
      return one.kind == date_kind && (one.left == today || one.right == today);
    const auto& terms = one.atom.terms;
    return std::find(terms.begin(), terms.end(), today) != terms.end();
  };
  return std::any_of(body.conditions.begin(), body.conditions.end(), is_it) ||
         std::find(told.begin(), told.end(), today) != told.end();
}

/// The condition that a body has lost.
const Condition* lost(const Body& before, const Body& after) {
  if (after.conditions.size() + 1 != before.conditions.size()) return nullptr;
  for (std::size_t i = 0; i < before.conditions.size(); ++i)
    if (i == after.conditions.size() || before.conditions[i].span != after.conditions[i].span)
      return &before.conditions[i];
  return nullptr;
}

}  // namespace

MutantSense::MutantSense(const Program& program)
    : program_(program), proposing_(program.decisions.size()) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i)
    for (const Conclusion& conclusion : program.rules[i].conclusions)
      if (conclusion.sort == Conclusion::Sort::propose) {
        auto& rules = proposing_[program[conclusion.atom.predicate].decision->value];
        if (rules.empty() || rules.back() != RuleId{i}) rules.push_back({i});
      }
  defeats_ = defeats_in(program, {});
}

/// Whether two rules can propose different values for one key.
bool MutantSense::may_differ(DecisionId id, RuleId r, RuleId s) const {
  const Decision& decision = program_[id];
  for (const Conclusion& a : program_[r].conclusions)
    for (const Conclusion& b : program_[s].conclusions) {
      if (a.sort != Conclusion::Sort::propose || b.sort != Conclusion::Sort::propose) continue;
      if (a.atom.predicate != decision.predicate || b.atom.predicate != decision.predicate)
        continue;
      const bool one_key =
          std::none_of(decision.key_slots.begin(), decision.key_slots.end(),
                       [&](auto slot) { return differ(a.atom.terms[slot], b.atom.terms[slot]); });
      const std::uint32_t value = decision.value_slot;
      if (one_key && !same_name(a.atom.terms[value], b.atom.terms[value])) return true;
    }
  return false;
}

MutantSense::Defeats MutantSense::defeats_in(const Program& program, RuleId but) const {
  Defeats out;
  Precedence precedence(program);
  for (std::uint32_t d = 0; d < proposing_.size(); ++d)
    for (const RuleId r : proposing_[d])
      for (const RuleId s : proposing_[d])
        if (r != but && s != but && may_differ({d}, r, s) && precedence.defeats({d}, r, s))
          out.insert({{d}, {r, s}});
  return out;
}

/// Whether one rule could stand for another among the candidates of a decision.
bool MutantSense::prevail_alike(DecisionId decision, RuleId r, RuleId s) const {
  const auto defeats = [&](RuleId a, RuleId b) { return defeats_.contains({decision, {a, b}}); };
  if (defeats(r, s) || defeats(s, r)) return false;
  return std::all_of(
      proposing_[decision.value].begin(), proposing_[decision.value].end(), [&](RuleId other) {
        return other == r || other == s ||
               (defeats(r, other) == defeats(s, other) && defeats(other, r) == defeats(other, s));
      });
}

std::optional<RuleId> MutantSense::covering(const Program& program, RuleId id, const Rule& rule,
                                            const Conclusion& conclusion) const {
  const auto covers = [&](RuleId other) {
    const Rule& by = program[other];
    return std::any_of(by.conclusions.begin(), by.conclusions.end(), [&](const Conclusion& one) {
      if (one.sort != conclusion.sort || one.atom.predicate != conclusion.atom.predicate)
        return false;
      if (other != id && one.sort == Conclusion::Sort::propose &&
          !prevail_alike(*program[one.atom.predicate].decision, other, id))
        return false;
      return contains(by.body, one.atom.terms, rule.body, conclusion.atom.terms);
    });
  };
  if (covers(id)) return id;
  for (std::uint32_t other = 0; other < program.rules.size(); ++other)
    if (other != id.value && covers({other})) return RuleId{other};
  return std::nullopt;
}

std::optional<Message> MutantSense::why_same_rule(const Mutant& mutant,
                                                  const Program& mutated) const {
  const RuleId id = mutant.rules.front().first;
  const Rule& changed = mutant.rules.front().second;
  const Rule& rule = program_[id];
  if (speaks_of_today(program_, rule.body, told_by(rule))) return std::nullopt;
  if (const Condition* gone = lost(rule.body, changed.body);
      gone != nullptr && is_denied_already(*gone, changed.body, program_.facts))
    return rest_says_it;
  std::optional<RuleId> other;
  const auto is_covered = [&](const Program& program, const Rule& one) {
    return std::all_of(one.conclusions.begin(), one.conclusions.end(), [&](const auto& conclusion) {
      const auto by = covering(program, id, one, conclusion);
      if (by && *by != id) other = by;
      return by.has_value();
    });
  };
  if (!is_covered(program_, changed) || !is_covered(mutated, rule)) return std::nullopt;
  if (!contradictions(rule.body).empty()) return never_held;
  if (!other) return rest_says_it;
  const std::string& name = program_[*other].id;
  return Message{"规则 " + name + " 得出同样的结论", "the rule " + name + " concludes the same"};
}

std::optional<Message> MutantSense::why_same_finding(const Mutant& mutant) const {
  const auto& [id, changed] = mutant.findings.front();
  const FindingRule& finding = program_.findings[id.value];
  if (speaks_of_today(program_, finding.body, told_by(finding))) return std::nullopt;
  if (const Condition* gone = lost(finding.body, changed.body);
      gone != nullptr && is_denied_already(*gone, changed.body, program_.facts))
    return rest_says_it;
  const std::vector<Term> told = told_by(finding);
  if (!contains(finding.body, told, changed.body, told) ||
      !contains(changed.body, told, finding.body, told))
    return std::nullopt;
  return contradictions(finding.body).empty() ? rest_says_it : never_held;
}

std::optional<Message> MutantSense::why_equivalent(const Mutant& mutant, const Program& mutated) {
  const std::string& code = mutant.told.code;
  if (!mutant.findings.empty()) return why_same_finding(mutant);
  if (code == "dropped-domain") return std::nullopt;
  const RuleId gone = code == "dropped-rule" ? mutant.rules.front().first : RuleId{};
  const Defeats before = gone.valid() ? defeats_in(program_, gone) : defeats_;
  if (defeats_in(mutated, gone) != before) return std::nullopt;
  const bool only_who_prevails = !mutant.decisions.empty() || code.ends_with("-override");
  if (!only_who_prevails) return why_same_rule(mutant, mutated);
  return Message{"哪条规则胜过哪条，都和原来一样",
                 "the same rules prevail over the same rules without it"};
}

}  // namespace mingze::app
