#include "engine/facts/database.hpp"

namespace mingze {

Database::Database(const Program& program) {
  tables_.reserve(program.predicates.size());
  for (const Predicate& predicate : program.predicates) {
    const auto arity = static_cast<std::uint32_t>(predicate.slots.size());
    tables_.push_back(std::make_shared<Table>(Table{Relation(arity), {}}));
  }
}

Database::Table& Database::own(PredicateId id) {
  std::shared_ptr<Table>& table = tables_[id.value];
  if (table.use_count() > 1) table = std::make_shared<Table>(*table);
  return *table;
}

Database Database::stated() const {
  Database out;
  out.tables_.reserve(tables_.size());
  for (const auto& table : tables_) {
    const auto rows = static_cast<std::uint32_t>(table->origins.size());
    const bool whole = rows == table->tuples.size();
    out.tables_.push_back(
        whole ? table
              : std::make_shared<Table>(Table{table->tuples.first_rows(rows), table->origins}));
  }
  return out;
}

Database Database::clone() const {
  Database copy;
  copy.tables_.reserve(tables_.size());
  for (const auto& table : tables_) {
    copy.tables_.push_back(std::make_shared<Table>(*table));
    copy.tables_.back()->tuples.part();
  }
  return copy;
}

void Database::state(PredicateId predicate, std::span<const Value> tuple, Span origin) {
  Table& table = own(predicate);
  if (table.tuples.insert(tuple)) table.origins.push_back(origin);
}

void Database::state_all(PredicateId predicate, std::vector<Value> rows,
                         std::vector<Span> origins) {
  Table& table = own(predicate);
  if (table.tuples.size() == 0) {
    const std::vector<std::uint32_t> repeated = table.tuples.assign(std::move(rows));
    std::size_t kept = 0;
    for (std::size_t i = 0, r = 0; i < origins.size(); ++i)
      if (r < repeated.size() && repeated[r] == i)
        ++r;
      else
        origins[kept++] = origins[i];
    origins.resize(kept);
    table.origins = std::move(origins);
    return;
  }
  const std::uint32_t arity = table.tuples.arity();
  for (std::size_t i = 0; i < origins.size(); ++i)
    if (table.tuples.insert(std::span(rows).subspan(i * arity, arity)))
      table.origins.push_back(origins[i]);
}

void Database::clear(PredicateId predicate) {
  std::shared_ptr<Table>& table = tables_[predicate.value];
  table = std::make_shared<Table>(Table{Relation(table->tuples.arity()), {}});
}

void Database::state(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) state(fact.predicate, fact.values, fact.span);
}

}  // namespace mingze
