#include "engine/explain/why_not.hpp"

#include <algorithm>

#include "engine/explain/holds.hpp"

namespace mingze {

using Sort = Condition::Sort;

namespace {

/// The rule's variables as a conclusion equal to the sentence gives them; nothing if none is.
std::optional<std::vector<Term>> known_of(const Atom& conclusion, const Atom& sentence,
                                          std::size_t variables) {
  std::vector<Term> known(variables, Term{true, 0});
  for (std::size_t i = 0; i < sentence.terms.size(); ++i) {
    const Term ours = conclusion.terms[i];
    const Term asked = sentence.terms[i];
    if (asked.is_variable) continue;
    if (!ours.is_variable) {
      if (ours != asked) return std::nullopt;
    } else if (known[ours.value].is_variable) {
      known[ours.value] = asked;
    } else if (known[ours.value] != asked) {
      return std::nullopt;
    }
  }
  return known;
}

}  // namespace

WhyNot::WhyNot(Program& program, const Plan& plan, const Database& stated,
               const Evaluation& evaluation, const WhyNotLimits& limits)
    : program_(program),
      evaluation_(evaluation),
      limits_(limits),
      abduction_(program, evaluation, limits.search),
      trial_(program, plan, stated) {}

std::vector<Attempt> WhyNot::attempts(const Body& question) {
  std::vector<Attempt> out;
  const Condition& first = question.conditions[0];
  if (question.conditions.size() == 1 && first.sort == Sort::positive) {
    by_rules(first.atom, question, out);
  } else {
    Attempt attempt;
    attempt.by = Attempt::By::question;
    const std::vector<Term> open(question.variables.size(), Term{true, 0});
    out.push_back(nearest(std::move(attempt), question, open, nullptr, question));
  }
  std::stable_sort(out.begin(), out.end(), [&](const Attempt& a, const Attempt& b) {
    const auto rank = [](const Attempt& one) {
      return std::tuple(!one.found, one.cost(), !one.blocked_by.empty(),
                        one.by != Attempt::By::fact);
    };
    return rank(a) < rank(b);
  });
  return out;
}

void WhyNot::by_rules(const Atom& sentence, const Body& question, std::vector<Attempt>& out) {
  std::vector<RuleHead> heads;
  for (std::uint32_t r = 0; r < program_.rules.size(); ++r)
    for (std::uint32_t c = 0; c < program_.rules[r].conclusions.size(); ++c) {
      const Conclusion& conclusion = program_.rules[r].conclusions[c];
      if (conclusion.sort != Conclusion::Sort::bar &&
          conclusion.atom.predicate == sentence.predicate)
        heads.push_back({{r}, c});
    }
  std::sort(heads.begin(), heads.end(), [&](RuleHead a, RuleHead b) {
    return std::pair(program_[a.rule].id, a.conclusion) <
           std::pair(program_[b.rule].id, b.conclusion);
  });
  if (abduction_.is_input(sentence.predicate)) {
    Attempt attempt;
    attempt.by = Attempt::By::fact;
    Supposition supposition;
    for (const Variable& variable : question.variables) {
      supposition.variables.push_back(
          {true, static_cast<std::uint32_t>(supposition.unknowns.size())});
      supposition.unknowns.push_back(variable.kind);
    }
    supposition.meant = supposition.unknowns.size();
    supposition.facts.push_back(sentence);
    const auto outcome = trial_.run(supposition, question);
    attempt.found = outcome && outcome->holds;
    fill(attempt, question, supposition);
    out.push_back(std::move(attempt));
  }
  for (const RuleHead head : heads) {
    const Rule& rule = program_[head.rule];
    const Atom& conclusion = rule.conclusions[head.conclusion].atom;
    const auto known = known_of(conclusion, sentence, rule.body.variables.size());
    if (!known) continue;
    Attempt attempt;
    attempt.rule = head.rule;
    attempt.conclusion = head.conclusion;
    const Body goal{rule.body.variables, {{Sort::positive, conclusion}}};
    out.push_back(nearest(std::move(attempt), rule.body, *known, &sentence, goal));
  }
}

/// Tries suppositions in the order of their cost, until with one of them the goal holds; else the
/// first one whose obstacles are known.
Attempt WhyNot::nearest(Attempt attempt, const Body& body, const std::vector<Term>& known,
                        const Atom* sentence, const Body& goal) {
  const Atom* head = sentence != nullptr ? &goal.conditions[0].atom : nullptr;
  std::optional<Attempt> blocked;
  std::uint32_t trials = 0;
  for (std::uint32_t cost = 0; cost <= limits_.search.cost; ++cost) {
    const auto suppositions = abduction_.suppositions(body, known, {head, sentence}, cost);
    attempt.cut = attempt.cut || abduction_.cut();
    for (const Supposition& supposition : suppositions) {
      if (!supposition.hold.empty()) {
        if (blocked) continue;
        blocked = attempt;
        fill(*blocked, body, supposition);
        for (const Atom& atom : supposition.hold)
          blocked->blocked_by.push_back({Blocker::Sort::holds, atom});
        continue;
      }
      if (trials >= limits_.trials) {
        attempt.cut = true;
        break;
      }
      ++trials;
      const auto outcome = trial_.run(supposition, goal);
      if (!outcome || (!outcome->holds && (blocked || outcome->blocked_by.empty()))) continue;
      Attempt& filled = outcome->holds ? attempt : blocked.emplace(attempt);
      fill(filled, body, supposition);
      filled.blocked_by = outcome->blocked_by;
      if (outcome->holds) return attempt;
    }
    if (attempt.cut && trials >= limits_.trials) break;
    // What is in the way of a sentence without more facts stays there, as a rule, with more.
    if (blocked && cost >= blocked->cost() + 1) break;
  }
  if (blocked) {
    blocked->cut = attempt.cut;
    return *blocked;
  }
  attempt.found = false;
  attempt.variables.clear();
  std::uint32_t unknown = 0;
  for (std::size_t v = 0; v < known.size(); ++v) {
    attempt.variables.push_back(known[v].is_variable ? Term{true, unknown++} : known[v]);
    if (known[v].is_variable) attempt.unknowns.push_back(body.variables[v].kind);
  }
  attempt.holds = holding(body, head, attempt.variables);
  return attempt;
}

void WhyNot::fill(Attempt& attempt, const Body& body, const Supposition& supposition) const {
  attempt.variables = supposition.variables;
  attempt.needs = supposition.facts;
  attempt.unknowns = supposition.unknowns;
  attempt.limits = supposition.limits;
  const Atom* head = attempt.by == Attempt::By::rule
                         ? &program_[attempt.rule].conclusions[attempt.conclusion].atom
                         : nullptr;
  attempt.holds = holding(body, head, supposition.variables);
  if (attempt.by == Attempt::By::fact) attempt.holds = {false};
}

std::vector<bool> WhyNot::holding(const Body& body, const Atom* head,
                                  const std::vector<Term>& variables) const {
  const Holds holds(program_, evaluation_.database);
  Binding binding(body.variables.size());
  for (std::uint32_t v = 0; v < variables.size(); ++v)
    if (!variables[v].is_variable) binding.bind(v, variables[v].value);
  const std::vector<bool> shared = shared_variables(body, head);
  std::vector<bool> out;
  for (const Condition& condition : body.conditions) {
    bool known = true;
    for_each_variable(condition, [&](std::uint32_t v) {
      if (shared[v] && !binding.bound[v]) known = false;
    });
    switch (condition.sort) {
      case Sort::positive:
        out.push_back(known && !holds.none(condition.atom, binding));
        break;
      case Sort::negative:
        out.push_back(!known || holds.none(condition.atom, binding));
        break;
      case Sort::at_least:
        out.push_back(known && holds.enough(condition, binding));
        break;
      case Sort::compare:
        out.push_back(known && holds.compares(condition, binding));
        break;
    }
  }
  return out;
}

}  // namespace mingze
