#include "engine/explain/check_proof.hpp"

#include <algorithm>
#include <set>

#include "engine/explain/check_decision.hpp"
#include "engine/explain/holds.hpp"

namespace mingze {

namespace {

using Sort = Condition::Sort;

class Checker {
 public:
  Checker(const Program& program, const Database& stated, const Database& complete,
          const Proof& proof)
      : program_(program),
        stated_(stated),
        holds_(program, complete),
        precedence_(program),
        proof_(proof) {}

  std::optional<WrongStep> run() {
    if (proof_.steps.empty()) return WrongStep{0, "there is no step"};
    for (at_ = 0; at_ < proof_.steps.size(); ++at_)
      if (const std::string wrong = check(proof_.steps[at_]); !wrong.empty())
        return WrongStep{at_, wrong};
    return std::nullopt;
  }

 private:
  /// What is wrong with a step; empty where it is right.
  std::string check(const Step& step) {
    switch (step.sort) {
      case Step::Sort::stated:
        return check_stated(step);
      case Step::Sort::derived:
        return check_rule(step.use, Conclusion::Sort::derive, step.predicate, step.values);
      case Step::Sort::raised:
        if (step.finding.value >= program_.findings.size()) return "no such finding";
        return check_use(program_.findings[step.finding.value].body, nullptr, step.use.use);
      case Step::Sort::answered:
        return check_use(proof_.question, nullptr, step.use.use);
      default:
        return check_key(step);
    }
  }

  /// A sentence with one value a slot.
  [[nodiscard]] bool is_sentence(PredicateId predicate, const std::vector<Value>& values) const {
    return predicate.value < program_.predicates.size() &&
           values.size() == program_[predicate].slots.size();
  }

  std::string check_stated(const Step& step) const {
    if (!is_sentence(step.predicate, step.values)) return "no sentence";
    const Span* origin = stated_.origin(step.predicate, step.values);
    if (origin == nullptr) return "no such fact is stated";
    return *origin == step.origin ? "" : "the fact is stated elsewhere";
  }

  std::string check_rule(const RuleUse& use, Conclusion::Sort sort, PredicateId predicate,
                         const std::vector<Value>& values) {
    if (!is_sentence(predicate, values)) return "no sentence";
    if (use.rule.value >= program_.rules.size()) return "no such rule";
    const Rule& rule = program_[use.rule];
    if (use.conclusion >= rule.conclusions.size()) return "no such conclusion";
    const Conclusion& conclusion = rule.conclusions[use.conclusion];
    if (conclusion.sort != sort) return "the rule concludes something of another sort";
    const Binding& binding = use.use.binding;
    if (binding.values.size() != rule.body.variables.size() ||
        binding.bound.size() != rule.body.variables.size())
      return "a variable too few or too many";
    if (!all_bound(conclusion.atom, binding)) return "a variable of the conclusion has no value";
    if (conclusion.atom.predicate != predicate ||
        instance(conclusion.atom, binding.values) != values)
      return "the rule concludes another sentence";
    return check_use(rule.body, &conclusion.atom, use.use);
  }

  static bool all_bound(const Atom& atom, const Binding& binding) {
    return std::all_of(atom.terms.begin(), atom.terms.end(),
                       [&](Term term) { return binding.has(term); });
  }

  /// The use with the values that mean something: variables inside one negation or count never do.
  std::string check_use(const Body& body, const Atom* head, const Use& use) {
    if (use.premises.size() != body.conditions.size() ||
        use.binding.values.size() != body.variables.size() ||
        use.binding.bound.size() != body.variables.size())
      return "not one premise a condition";
    const std::vector<bool> shared = shared_variables(body, head);
    Binding binding(body.variables.size());
    for (std::uint32_t v = 0; v < shared.size(); ++v)
      if (shared[v] && use.binding.bound[v]) binding.bind(v, use.binding.values[v]);
    for (std::size_t i = 0; i < body.conditions.size(); ++i) {
      bool known = true;
      for_each_variable(body.conditions[i], [&](std::uint32_t v) {
        if (shared[v] && !binding.bound[v]) known = false;
      });
      if (!known) return "a variable has no value";
      if (std::string wrong = check_condition(body.conditions[i], binding, use.premises[i]);
          !wrong.empty())
        return wrong;
    }
    return "";
  }

  std::string check_condition(const Condition& condition, const Binding& binding,
                              const std::vector<std::uint32_t>& premises) {
    switch (condition.sort) {
      case Sort::positive:
        if (premises.size() != 1) return "a sentence rests on one step";
        return check_premise(condition, binding, premises[0], nullptr);
      case Sort::at_least: {
        std::set<Value> counted;
        for (const std::uint32_t premise : premises)
          if (std::string wrong = check_premise(condition, binding, premise, &counted);
              !wrong.empty())
            return wrong;
        return counted.size() >= condition.count ? "" : "too few different witnesses";
      }
      case Sort::negative:
        if (!premises.empty()) return "a negation rests on nothing";
        return holds_.none(condition.atom, binding) ? "" : "there is such a thing";
      case Sort::compare:
        break;
    }
    if (!premises.empty()) return "a comparison rests on nothing";
    return holds_.compares(condition, binding) ? "" : "the comparison does not hold";
  }

  /// The premise is an earlier step that proves an instance of the condition's sentence.
  std::string check_premise(const Condition& condition, const Binding& binding,
                            std::uint32_t premise, std::set<Value>* counted) const {
    if (premise >= at_) return "it rests on itself or on a later step";
    const Step& step = proof_.steps[premise];
    if (!proves_sentence(step) || step.predicate != condition.atom.predicate)
      return "the step before proves something else";
    Binding trial = binding;
    if (!unify(condition.atom, step.values, trial))
      return "the step before proves another sentence";
    if (counted != nullptr) counted->insert(trial.values[condition.counted]);
    return "";
  }

  static bool proves_sentence(const Step& step) {
    return step.sort == Step::Sort::stated || step.sort == Step::Sort::derived ||
           step.sort == Step::Sort::decided;
  }

  // --- decisions ---

  std::string check_key(const Step& step) {
    if (!is_sentence(step.predicate, step.values)) return "no sentence";
    const auto decision = program_[step.predicate].decision;
    if (!decision) return "no decision";
    for (const ProvedCandidate& candidate : step.candidates) {
      std::vector<Value> values = step.values;
      values[program_[*decision].value_slot] = candidate.value;
      std::string wrong =
          check_rule(candidate.use, Conclusion::Sort::propose, step.predicate, values);
      if (wrong.empty() && candidate.bar)
        wrong = check_rule(*candidate.bar, Conclusion::Sort::bar, step.predicate, values);
      if (!wrong.empty()) return wrong;
    }
    if (step.sort == Step::Sort::missing)
      if (std::string wrong = check_due(step, program_[*decision]); !wrong.empty()) return wrong;
    return check_decision(program_, holds_, precedence_, *decision, step);
  }

  std::string check_due(const Step& step, const Decision& decision) const {
    if (!decision.domain) return "nothing says that the key is due";
    if (step.domain >= at_ || !proves_sentence(proof_.steps[step.domain]) ||
        proof_.steps[step.domain].predicate != decision.domain->predicate)
      return "the step before does not make the key due";
    const std::vector<Value>& due = proof_.steps[step.domain].values;
    for (std::size_t i = 0; i < decision.key_slots.size(); ++i)
      if (due[decision.domain->slots[i]] != step.values[decision.key_slots[i]])
        return "the step before makes another key due";
    return "";
  }

  const Program& program_;
  const Database& stated_;
  Holds holds_;
  Precedence precedence_;
  const Proof& proof_;
  std::uint32_t at_ = 0;
};

}  // namespace

std::optional<WrongStep> check_proof(const Program& program, const Database& stated,
                                     const Database& complete, const Proof& proof) {
  return Checker(program, stated, complete, proof).run();
}

}  // namespace mingze
