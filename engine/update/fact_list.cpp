#include "engine/update/fact_list.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

FactList::FactList(const Program& program, const Database& facts) {
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
    const PredicateId id{p};
    const Relation& relation = facts[id];
    List& list = lists_.emplace_back(List{Relation(relation.arity()), {}, {}, 0});
    const auto stated = static_cast<std::uint32_t>(facts.stated_count(id));
    for (std::uint32_t row = 0; row < stated; ++row) {
      list.tuples.append(relation.row(row));
      list.spans.push_back(*facts.origin(id, row));
      list.times.push_back(list.next++);
    }
    if (stated > 0) static_cast<void>(list.tuples.find(relation.row(0)));  // makes the index
  }
}

bool FactList::add(PredicateId predicate, std::span<const Value> values, Span span) {
  List& list = lists_[predicate.value];
  const std::uint32_t row = list.tuples.put(values);
  if (row < list.times.size() && list.times[row] != no_row) return false;
  list.times.resize(list.tuples.size());
  list.spans.resize(list.tuples.size());
  list.times[row] = list.next++;
  list.spans[row] = span;
  return true;
}

std::optional<Span> FactList::remove(PredicateId predicate, std::span<const Value> values) {
  List& list = lists_[predicate.value];
  const std::uint32_t row = list.tuples.find(values);
  if (row == no_row || std::exchange(list.times[row], no_row) == no_row) return std::nullopt;
  return list.spans[row];
}

void FactList::state(PredicateId predicate, Database& database) const {
  const List& list = lists_[predicate.value];
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < list.times.size(); ++row)
    if (list.times[row] != no_row) rows.push_back(row);
  std::sort(rows.begin(), rows.end(),
            [&](std::uint32_t a, std::uint32_t b) { return list.times[a] < list.times[b]; });
  for (const std::uint32_t row : rows)
    database.state(predicate, list.tuples.row(row), list.spans[row]);
}

Database FactList::database(const Program& program) const {
  Database out(program);
  for (std::uint32_t p = 0; p < lists_.size(); ++p) state({p}, out);
  return out;
}

}  // namespace mingze
