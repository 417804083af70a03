#include "report/order.hpp"

#include <algorithm>
#include <numeric>

namespace mingze::report {

const std::vector<std::uint32_t>& Ranks::of(KindId kind) {
  auto& ranks = ranks_[kind.value];
  if (!Symbols::has_entities(kind)) return ranks;
  const Symbols& symbols = program_.symbols;
  const std::uint32_t count = symbols.entity_count(kind);
  if (ranks.size() == count) return ranks;
  std::vector<Value> values(count);
  std::iota(values.begin(), values.end(), Value{0});
  std::sort(values.begin(), values.end(), [&](Value a, Value b) {
    return symbols.entity(kind, a).id < symbols.entity(kind, b).id;
  });
  ranks.assign(count, 0);
  for (std::uint32_t rank = 0; rank < count; ++rank) ranks[values[rank]] = rank;
  return ranks;
}

int Ranks::compare(KindId kind, Value a, Value b) {
  if (a == b) return 0;
  if (Symbols::has_entities(kind)) {
    const auto& ranks = of(kind);
    return ranks[a] < ranks[b] ? -1 : 1;
  }
  const int order = program_.symbols.id_of(kind, a).compare(program_.symbols.id_of(kind, b));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

std::vector<Column> columns_of(const Predicate& predicate, std::span<const std::uint32_t> slots) {
  std::vector<Column> columns;
  for (const std::uint32_t slot : slots) columns.push_back({slot, predicate.slots[slot].kind});
  return columns;
}

std::vector<Column> columns_of(const Predicate& predicate) {
  std::vector<std::uint32_t> slots(predicate.slots.size());
  std::iota(slots.begin(), slots.end(), 0U);
  return columns_of(predicate, slots);
}

std::vector<std::uint32_t> sorted_rows(const Relation& relation, const std::vector<Column>& columns,
                                       Ranks& ranks) {
  for (const Column& column : columns) ranks.of(column.kind);
  std::vector<std::uint32_t> rows(relation.size());
  std::iota(rows.begin(), rows.end(), 0U);
  std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (const Column& column : columns) {
      const int order =
          ranks.compare(column.kind, relation.at(a, column.index), relation.at(b, column.index));
      if (order != 0) return order < 0;
    }
    return false;
  });
  return rows;
}

}  // namespace mingze::report
