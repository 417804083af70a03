#include "engine/explain/fitting_tuples.hpp"

#include <algorithm>

namespace mingze {

FittingTuples fitting_tuples(const Program& program, const Database& database, const Atom& atom,
                             std::size_t most) {
  const Relation& relation = database[atom.predicate];
  std::uint64_t columns = 0;
  std::vector<Value> key;
  for (std::uint32_t i = 0; i < atom.terms.size() && i < 63; ++i) {
    if (atom.terms[i].is_variable) continue;
    columns |= std::uint64_t{1} << i;
    key.push_back(atom.terms[i].value);
  }
  FittingTuples out;
  const std::size_t too_many = most * 10;
  if (columns == 0 && relation.size() > too_many) return {{}, true};
  const bool all = relation.for_each_with(columns, key, [&](std::span<const Value> tuple) {
    out.tuples.emplace_back(tuple.begin(), tuple.end());
    return out.tuples.size() <= too_many;
  });
  if (!all) return {{}, true};
  const auto& slots = program[atom.predicate].slots;
  std::sort(out.tuples.begin(), out.tuples.end(), [&](const auto& a, const auto& b) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const int order = program.symbols.compare(slots[i].kind, a[i], b[i]);
      if (order != 0) return order < 0;
    }
    return false;
  });
  out.cut = out.tuples.size() > most;
  if (out.cut) out.tuples.resize(most);
  return out;
}

}  // namespace mingze
