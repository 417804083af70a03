#include "engine/explain/fitting_rows.hpp"

#include <algorithm>

namespace mingze {

FittingRows fitting_rows(const Program& program, const Database& database, const Atom& atom,
                         std::size_t most) {
  const Relation& relation = database[atom.predicate];
  std::uint64_t columns = 0;
  std::vector<Value> key;
  for (std::uint32_t i = 0; i < atom.terms.size() && i < 63; ++i) {
    if (atom.terms[i].is_variable) continue;
    columns |= std::uint64_t{1} << i;
    key.push_back(atom.terms[i].value);
  }
  FittingRows out;
  const std::size_t too_many = most * 10;
  if (columns == 0) {
    if (relation.size() > too_many) return {{}, true};
    for (std::uint32_t row = 0; row < relation.size(); ++row) out.rows.push_back(row);
  } else {
    const Index& index = relation.index(columns);
    for (std::uint32_t row = index.first(relation.data(), key); row != no_row;
         row = index.next(row)) {
      out.rows.push_back(row);
      if (out.rows.size() > too_many) return {{}, true};
    }
  }
  const auto& slots = program[atom.predicate].slots;
  std::sort(out.rows.begin(), out.rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (std::uint32_t i = 0; i < slots.size(); ++i) {
      const int order =
          program.symbols.compare(slots[i].kind, relation.at(a, i), relation.at(b, i));
      if (order != 0) return order < 0;
    }
    return false;
  });
  out.cut = out.rows.size() > most;
  if (out.cut) out.rows.resize(most);
  return out;
}

}  // namespace mingze
