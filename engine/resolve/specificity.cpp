#include "engine/resolve/specificity.hpp"

#include "engine/program/embedding.hpp"

namespace mingze {

bool is_more_specific(const Body& special, const Body& general) {
  const Pattern whole = pattern_of(special);
  const Pattern part = pattern_of(general);
  return whole.shapes.size() > part.shapes.size() && is_part_of(part, whole);
}

}  // namespace mingze
