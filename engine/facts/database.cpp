#include "engine/facts/database.hpp"

namespace mingze {

Database::Database(const Program& program) : origins_(program.predicates.size()) {
  relations_.reserve(program.predicates.size());
  for (const Predicate& predicate : program.predicates)
    relations_.emplace_back(static_cast<std::uint32_t>(predicate.slots.size()));
}

void Database::state(PredicateId predicate, std::span<const Value> tuple, Span origin) {
  if (relations_[predicate.value].insert(tuple)) origins_[predicate.value].push_back(origin);
}

void Database::state(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) state(fact.predicate, fact.values, fact.span);
}

}  // namespace mingze
