#include "engine/plan/plan.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include "engine/plan/cycles.hpp"
#include "engine/plan/dependencies.hpp"

namespace mingze {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// Component of each predicate; a component's number is higher than those that it reads.
std::vector<std::size_t> components(const Program& program,
                                    const std::vector<Dependency>& dependencies,
                                    std::size_t& count) {
  Graph graph(program.predicates.size());
  for (const Dependency& d : dependencies) boost::add_edge(d.head.value, d.body.value, graph);
  std::vector<std::size_t> component(program.predicates.size());
  count = program.predicates.empty()
              ? 0
              : boost::strong_components(
                    graph, boost::make_iterator_property_map(
                               component.begin(), boost::get(boost::vertex_index, graph)));
  return component;
}

bool is_descent_rule(const std::optional<Descent>& descent, RuleHead at) {
  if (!descent) return false;
  for (const auto& [rule, condition] : descent->rules)
    if (rule.rule == at.rule && rule.conclusion == at.conclusion) return true;
  return false;
}

void add_rules(const Program& program, const std::vector<std::size_t>& component,
               std::vector<std::optional<Descent>>& descents, std::vector<Stratum>& strata) {
  for (std::uint32_t r = 0; r < program.rules.size(); ++r)
    for (std::uint32_t c = 0; c < program.rules[r].conclusions.size(); ++c) {
      const PredicateId head = program.rules[r].conclusions[c].atom.predicate;
      const auto& decision = program[head].decision;
      const RuleHead at{{r}, c};
      if (decision && is_descent_rule(descents[decision->value], at)) continue;
      strata[component[head.value]].rules.push_back(at);
    }
  for (std::uint32_t d = 0; d < program.decisions.size(); ++d)
    strata[component[program.decisions[d].predicate.value]].descent = std::move(descents[d]);
}

/// Puts what the hierarchies need before everything else: what holds for their members can then be
/// kept nested (engine/plan/nesting.hpp).
void put_hierarchies_first(const Program& program, const std::vector<Dependency>& dependencies,
                           const std::vector<std::size_t>& component,
                           std::vector<Stratum>& strata) {
  std::vector<bool> needed(strata.size());
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
    if (program.predicates[p].hierarchy) needed[component[p]] = true;
  std::vector<std::vector<std::size_t>> reads(strata.size());
  for (const Dependency& d : dependencies)
    reads[component[d.head.value]].push_back(component[d.body.value]);
  for (std::size_t s = strata.size(); s-- > 0;)  // what a stratum reads stands before it
    if (needed[s])
      for (const std::size_t other : reads[s]) needed[other] = true;
  std::vector<Stratum> ordered;
  for (const bool first : {true, false})
    for (std::size_t s = 0; s < strata.size(); ++s)
      if (needed[s] == first) ordered.push_back(std::move(strata[s]));
  strata = std::move(ordered);
}

}  // namespace

Plan plan(const Program& program) {
  Plan out;
  find_override_cycles(program, out.diagnostics);
  std::vector<std::optional<Descent>> descents;
  const std::vector<Dependency> edges = dependencies(program, descents);
  std::size_t count = 0;
  const std::vector<std::size_t> component = components(program, edges, count);
  find_strict_cycles(program, edges, component, out.diagnostics);
  if (has_errors(out.diagnostics)) return out;

  out.strata.resize(count);
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
    out.strata[component[p]].predicates.push_back({p});
  for (const Dependency& d : edges)
    if (component[d.head.value] == component[d.body.value])
      out.strata[component[d.head.value]].recursive = true;
  add_rules(program, component, descents, out.strata);
  put_hierarchies_first(program, edges, component, out.strata);
  return out;
}

}  // namespace mingze
