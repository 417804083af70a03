// Which column of a list of duties holds what, by the heads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "draft/clause/parse_clause.hpp"

namespace mingze::draft {

/// The columns that a row of heads tells.
struct ListColumns {
  std::vector<Role> roles;         ///< lead, cooperating, responsible or none, by column
  std::vector<std::size_t> items;  ///< columns that say what is to be done, the most exact first

  [[nodiscard]] bool has_bodies() const;
};

/// The columns as far as these heads tell; both lists are empty of use where they are no heads.
[[nodiscard]] ListColumns columns_of(const std::vector<std::u32string_view>& heads);

/// The columns where heads take two rows: what the lower one tells counts, else the upper one.
[[nodiscard]] ListColumns below(const ListColumns& upper, const ListColumns& lower);

}  // namespace mingze::draft
