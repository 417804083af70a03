#include <algorithm>

#include "app/session/mutant_sense.hpp"
#include "app/session/mutants.hpp"
#include "engine/base/parallel.hpp"

namespace mingze::app {

namespace {

void add_read(const Body& body, std::vector<PredicateId>& out) {
  for (const Condition& condition : body.conditions)
    if (condition.sort != Condition::Sort::compare) out.push_back(condition.atom.predicate);
}

std::vector<PredicateId> involved_in(const Program& program, const Program& mutated,
                                     const Mutant& mutant) {
  std::vector<PredicateId> out = mutant.altered.predicates;
  for (const FindingId finding : mutant.altered.findings) {
    add_read(program.findings[finding.value].body, out);
    add_read(mutated.findings[finding.value].body, out);
  }
  for (const auto& [id, rule] : mutant.rules) add_read(program[id].body, out);
  const auto is_altered = [&](PredicateId predicate) {
    const auto& altered = mutant.altered.predicates;
    return std::find(altered.begin(), altered.end(), predicate) != altered.end();
  };
  for (const Stratum& stratum : mutant.plan.strata) {
    if (std::none_of(stratum.predicates.begin(), stratum.predicates.end(), is_altered)) continue;
    out.insert(out.end(), stratum.predicates.begin(), stratum.predicates.end());
    for (const RuleHead head : stratum.rules) add_read(mutated[head.rule].body, out);
    if (stratum.descent)
      for (const auto& [head, condition] : stratum.descent->rules)
        add_read(mutated[head.rule].body, out);
    for (const PredicateId predicate : stratum.predicates)
      if (const auto& decision = mutated[predicate].decision; decision && mutated[*decision].domain)
        out.push_back(mutated[*decision].domain->predicate);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

void plan_mutants(const Prepared& prepared, std::vector<Mutant>& mutants, unsigned jobs) {
  struct Desk {
    Program program;
    std::optional<MutantSense> sense;
  };
  std::vector<Desk> desks(std::max(jobs, 1U));
  in_parallel(mutants.size(), static_cast<unsigned>(desks.size()),
              [&](unsigned worker, std::size_t i) {
                Desk& desk = desks[worker];
                if (!desk.sense) {
                  desk.program = prepared.program();
                  desk.sense.emplace(prepared.program());
                }
                Mutant& mutant = mutants[i];
                const Mutated mutated(desk.program, mutant);
                mutant.plan = plan(desk.program);
                if (has_errors(mutant.plan.diagnostics)) return;
                mutant.involved = involved_in(prepared.program(), desk.program, mutant);
                mutant.equivalent = desk.sense->why_equivalent(mutant, desk.program);
              });
  std::erase_if(mutants, [](const Mutant& mutant) { return has_errors(mutant.plan.diagnostics); });
}

Mutated::Mutated(Program& program, const Mutant& mutant)
    : program_(program),
      rules_(mutant.rules),
      findings_(mutant.findings),
      decisions_(mutant.decisions) {
  swap();
}

Mutated::~Mutated() { swap(); }

void Mutated::swap() {
  for (auto& [id, rule] : rules_) std::swap(program_.rules[id.value], rule);
  for (auto& [id, finding] : findings_) std::swap(program_.findings[id.value], finding);
  for (auto& [id, decision] : decisions_) std::swap(program_.decisions[id.value], decision);
}

}  // namespace mingze::app
