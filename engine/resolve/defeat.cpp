#include "engine/resolve/defeat.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>

namespace mingze {

namespace {

/// The values of one rule, each with the first candidate that has it.
using Values = std::map<Value, std::uint32_t>;

struct RuleDefeat {
  std::uint32_t victim;
  DefeatGround ground;
};

/// The rules that have unbarred candidates at this key, and which of them defeat which.
struct Field {
  std::vector<RuleId> rules;
  std::vector<Values> values;
  std::vector<std::vector<RuleDefeat>> defeats;
};

Field survey(DecisionId decision, const std::vector<Candidate>& candidates,
             const std::vector<bool>& barred, Precedence& precedence) {
  Field field;
  std::map<RuleId, std::uint32_t> place;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (barred[i]) continue;
    const auto [at, added] =
        place.try_emplace(candidates[i].rule, static_cast<std::uint32_t>(field.rules.size()));
    if (added) {
      field.rules.push_back(candidates[i].rule);
      field.values.emplace_back();
    }
    field.values[at->second].try_emplace(candidates[i].value, i);
  }
  field.defeats.resize(field.rules.size());
  for (std::uint32_t r = 0; r < field.rules.size(); ++r)
    for (std::uint32_t s = 0; s < field.rules.size(); ++s)
      if (const auto ground = precedence.defeats(decision, field.rules[r], field.rules[s]))
        field.defeats[r].push_back({s, *ground});
  return field;
}

/// Candidates (rule, value) as nodes of a graph of defeats; the component of each in `component`.
/// Only needed where the rules themselves defeat each other in a circle.
using Node = std::pair<std::uint32_t, Value>;

std::map<Node, std::size_t> components(const Field& field) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph;
  std::map<Node, std::size_t> number;
  for (std::uint32_t r = 0; r < field.rules.size(); ++r)
    for (const auto& [value, candidate] : field.values[r])
      number.emplace(Node{r, value}, boost::add_vertex(graph));
  for (const auto& [node, from] : number)
    for (const RuleDefeat& defeat : field.defeats[node.first])
      for (const auto& [value, candidate] : field.values[defeat.victim])
        if (value != node.second) boost::add_edge(from, number.at({defeat.victim, value}), graph);
  std::vector<std::size_t> component(boost::num_vertices(graph));
  boost::strong_components(graph, boost::make_iterator_property_map(
                                      component.begin(), boost::get(boost::vertex_index, graph)));
  for (auto& [node, vertex] : number) vertex = component[vertex];
  return number;
}

/// Whether the rules can be put into an order in which none defeats one before it.
bool is_acyclic(const Field& field) {
  std::vector<std::uint32_t> attackers(field.rules.size());
  for (const auto& defeats : field.defeats)
    for (const RuleDefeat& defeat : defeats) ++attackers[defeat.victim];
  std::vector<std::uint32_t> free;
  for (std::uint32_t r = 0; r < attackers.size(); ++r)
    if (attackers[r] == 0) free.push_back(r);
  for (std::size_t i = 0; i < free.size(); ++i)
    for (const RuleDefeat& defeat : field.defeats[free[i]])
      if (--attackers[defeat.victim] == 0) free.push_back(defeat.victim);
  return free.size() == field.rules.size();
}

}  // namespace

std::vector<Verdict> judge(DecisionId decision, const std::vector<Candidate>& candidates,
                           const std::vector<bool>& barred, Precedence& precedence) {
  std::vector<Verdict> verdicts(candidates.size());
  bool agreed = true;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    verdicts[i].barred = barred[i];
    agreed = agreed && candidates[i].value == candidates.front().value;
  }
  if (agreed) return verdicts;
  const Field field = survey(decision, candidates, barred, precedence);
  const bool circular = !is_acyclic(field);
  const auto component = circular ? components(field) : std::map<Node, std::size_t>{};
  std::map<RuleId, std::uint32_t> place;
  for (std::uint32_t r = 0; r < field.rules.size(); ++r) place[field.rules[r]] = r;

  std::vector<std::vector<std::pair<std::uint32_t, DefeatGround>>> attackers(field.rules.size());
  for (std::uint32_t r = 0; r < field.rules.size(); ++r)
    for (const RuleDefeat& defeat : field.defeats[r])
      attackers[defeat.victim].emplace_back(r, defeat.ground);

  const auto first_attack = [&](std::uint32_t victim, Value value, Verdict& verdict) {
    for (const auto& [r, ground] : attackers[victim])
      for (const auto& [other, by] : field.values[r]) {
        if (other == value) continue;
        if (circular && component.at({r, other}) == component.at({victim, value})) continue;
        verdict.defeated_by = by;
        verdict.ground = ground;
        return;
      }
  };
  for (std::uint32_t i = 0; i < candidates.size(); ++i)
    if (!barred[i]) first_attack(place.at(candidates[i].rule), candidates[i].value, verdicts[i]);
  return verdicts;
}

}  // namespace mingze
