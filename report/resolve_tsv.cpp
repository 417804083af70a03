#include <algorithm>
#include <ostream>

#include "engine/base/utf8.hpp"
#include "report/resolve_faces.hpp"

namespace mingze::report {

void write_tuples_tsv(std::ostream& out, const Resolution& resolution, PredicateId predicate) {
  const Program& program = resolution.program();
  const auto& slots = program[predicate].slots;
  resolution.for_each_tuple(predicate, [&](std::span<const Value> tuple) {
    for (std::size_t i = 0; i < tuple.size(); ++i) {
      std::string id = program.symbols.id_of(slots[i].kind, tuple[i]);
      // A cell is one line; only a text can have more.
      std::replace_if(id.begin(), id.end(), is_control, ' ');
      out << (i == 0 ? "" : "\t") << id;
    }
    out << '\n';
  });
}

}  // namespace mingze::report
