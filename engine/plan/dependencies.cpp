#include "engine/plan/dependencies.hpp"

namespace mingze {

namespace {

using Why = Dependency::Why;

bool reads_sentence(const Condition& condition) {
  return condition.sort != Condition::Sort::compare;
}

/// A hierarchy and a key slot along which a rule goes down, and the condition that says so.
struct Step {
  PredicateId hierarchy;
  std::uint32_t slot;
  std::uint32_t condition;
};

/// All ways in which the rule takes its conclusion one step down a hierarchy from every sentence
/// of the same decision that it reads.
std::vector<Step> steps_down(const Program& program, const Rule& rule, const Atom& head) {
  std::vector<Step> steps;
  const Decision& decision = program[*program[head.predicate].decision];
  for (std::uint32_t i = 0; i < rule.body.conditions.size(); ++i) {
    const Condition& step = rule.body.conditions[i];
    if (step.sort != Condition::Sort::positive || !program[step.atom.predicate].hierarchy) continue;
    const Term child = step.atom.terms[0];
    const Term parent = step.atom.terms[1];
    if (child == parent) continue;
    const KindId kind = program[step.atom.predicate].slots[0].kind;
    for (const std::uint32_t slot : decision.key_slots) {
      bool all = head.terms[slot] == child && program[head.predicate].slots[slot].kind == kind;
      for (const Condition& read : rule.body.conditions)
        if (reads_sentence(read) && read.atom.predicate == head.predicate)
          all = all && read.atom.terms[slot] == parent;
      if (all) steps.push_back({step.atom.predicate, slot, i});
    }
  }
  return steps;
}

bool reads_own_decision(const Rule& rule, const Atom& head) {
  for (const Condition& condition : rule.body.conditions)
    if (reads_sentence(condition) && condition.atom.predicate == head.predicate) return true;
  return false;
}

/// The hierarchy and slot that all rules of the decision that read it go down, if there is one.
std::optional<Descent> find_descent(const Program& program, PredicateId decision) {
  std::vector<std::pair<RuleHead, std::vector<Step>>> readers;
  for (std::uint32_t r = 0; r < program.rules.size(); ++r)
    for (std::uint32_t c = 0; c < program.rules[r].conclusions.size(); ++c) {
      const Atom& head = program.rules[r].conclusions[c].atom;
      if (head.predicate == decision && reads_own_decision(program.rules[r], head))
        readers.push_back({{{r}, c}, steps_down(program, program.rules[r], head)});
    }
  if (readers.empty()) return std::nullopt;
  for (const Step& choice : readers.front().second) {
    Descent descent{choice.hierarchy, choice.slot, {}};
    for (const auto& [at, steps] : readers)
      for (const Step& step : steps)
        if (step.hierarchy == choice.hierarchy && step.slot == choice.slot) {
          descent.rules.push_back({at, step.condition});
          break;
        }
    if (descent.rules.size() == readers.size()) return descent;
  }
  return std::nullopt;
}

void add_conditions(const Program& program, RuleHead at, const Atom& head, bool descends,
                    std::vector<Dependency>& out) {
  const bool decides = program[head.predicate].decision.has_value();
  for (const Condition& condition : program[at.rule].body.conditions) {
    if (!reads_sentence(condition)) continue;
    const PredicateId body = condition.atom.predicate;
    if (descends && body == head.predicate) continue;
    const Why why = condition.sort == Condition::Sort::negative   ? Why::negation
                    : condition.sort == Condition::Sort::at_least ? Why::counting
                    : decides || program[body].decision           ? Why::decision
                                                                  : Why::sentence;
    out.push_back({head.predicate, body, why != Why::sentence, why, at, condition.span});
  }
}

}  // namespace

std::vector<Dependency> dependencies(const Program& program,
                                     std::vector<std::optional<Descent>>& descents) {
  std::vector<Dependency> out;
  descents.clear();
  for (const Decision& decision : program.decisions)
    descents.push_back(find_descent(program, decision.predicate));
  for (std::uint32_t r = 0; r < program.rules.size(); ++r) {
    const Rule& rule = program.rules[r];
    for (std::uint32_t c = 0; c < rule.conclusions.size(); ++c) {
      const Atom& head = rule.conclusions[c].atom;
      const auto& decision = program[head.predicate].decision;
      add_conditions(program, {{r}, c}, head, decision && descents[decision->value], out);
    }
  }
  for (const Decision& decision : program.decisions)
    if (decision.domain)
      out.push_back({decision.predicate, decision.domain->predicate, true, Why::domain,
                     std::nullopt, program[decision.predicate].span});
  return out;
}

}  // namespace mingze
