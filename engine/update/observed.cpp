#include "engine/update/observed.hpp"

#include <algorithm>
#include <utility>

#include "engine/evaluate/findings.hpp"

namespace mingze {

namespace {

PredicateId add_relation(Program& program, const Body& body,
                         const std::vector<std::uint32_t>& variables) {
  Predicate predicate;
  Rule rule;
  Conclusion conclusion;
  conclusion.atom.predicate = {static_cast<std::uint32_t>(program.predicates.size())};
  for (const std::uint32_t v : variables) {
    predicate.slots.push_back({{}, body.variables[v].kind});
    conclusion.atom.terms.push_back({true, v});
  }
  rule.body = body;
  rule.conclusions.push_back(conclusion);
  program.predicates.push_back(std::move(predicate));
  program.rules.push_back(std::move(rule));
  return conclusion.atom.predicate;
}

PredicateId add_missing(Program& program, const Decision& decision) {
  Body body;
  std::vector<std::uint32_t> key;
  const auto variable = [&](KindId kind) {
    body.variables.push_back({"_", kind});
    return Term{true, static_cast<std::uint32_t>(body.variables.size() - 1)};
  };
  Condition in_domain;
  in_domain.atom.predicate = decision.domain->predicate;
  Condition decided;
  decided.sort = Condition::Sort::negative;
  decided.atom.predicate = decision.predicate;
  for (const Slot& slot : program[decision.predicate].slots)
    decided.atom.terms.push_back(variable(slot.kind));
  for (const Slot& slot : program[decision.domain->predicate].slots)
    in_domain.atom.terms.push_back(variable(slot.kind));
  for (std::size_t k = 0; k < decision.key_slots.size(); ++k) {
    const Term term = in_domain.atom.terms[decision.domain->slots[k]];
    decided.atom.terms[decision.key_slots[k]] = term;
    key.push_back(term.value);
  }
  body.conditions = {std::move(in_domain), std::move(decided)};
  return add_relation(program, body, key);
}

}  // namespace

ObservedProgram observe(Program program) {
  ObservedProgram out;
  out.program = std::move(program);
  for (Decision& decision : out.program.decisions) {
    out.missing.emplace_back();
    if (decision.domain) out.missing.back() = add_missing(out.program, decision);
    decision.domain.reset();
  }
  for (const FindingRule& finding : out.program.findings) {
    std::vector<std::uint32_t> variables = read_variables(finding);
    out.findings.push_back(add_relation(out.program, finding.body, variables));
    out.variables.push_back(std::move(variables));
  }
  out.program.findings.clear();
  out.program.facts.clear();
  out.program.fact_files.clear();
  out.program.tests.clear();
  return out;
}

}  // namespace mingze
