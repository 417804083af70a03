#include "engine/explain/stated_fact.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace mingze {

std::vector<StatedFact> in_order_of_ids(const Program& program, const std::set<StatedFact>& facts) {
  std::vector<std::pair<std::vector<std::string>, StatedFact>> named;
  for (const StatedFact& fact : facts) {
    const Predicate& predicate = program[fact.predicate];
    std::vector<std::string> name{predicate.id};
    for (std::size_t i = 0; i < fact.values.size(); ++i)
      name.push_back(program.symbols.id_of(predicate.slots[i].kind, fact.values[i]));
    named.emplace_back(std::move(name), fact);
  }
  std::sort(named.begin(), named.end());
  std::vector<StatedFact> out;
  for (auto& [name, fact] : named) out.push_back(std::move(fact));
  return out;
}

}  // namespace mingze
