// Markers: the words after a list of names that say what these bodies do.
#pragma once

#include <cstdint>
#include <string_view>

#include "draft/clause/parse_clause.hpp"

namespace mingze::draft {

/// The first marker of a segment: [begin, end) with the words that belong to it.
struct Marker {
  std::size_t begin = 0;
  std::size_t end = 0;
  Role role = Role::none;    ///< none: there is no marker
  bool shared = false;       ///< 按职责分工
  bool then_others = false;  ///< 会同: names that cooperate follow it
};

/// Finds the first marker of a folded segment (outside brackets).
[[nodiscard]] Marker find_marker(std::u32string_view segment);

}  // namespace mingze::draft
