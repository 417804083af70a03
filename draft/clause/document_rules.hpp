// Rules that a text states about its own clauses: 列第一位的为牵头单位，下同; 标★的为牵头单位.
#pragma once

#include <vector>

#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// A rule as stated.
struct StatedRule {
  LeadRule rule = LeadRule::none;
  std::uint32_t at = 0;    ///< where it stands
  bool lasting = false;    ///< 下同: holds from here on
  bool for_all = false;    ///< stated in running text or a note: holds for the whole text
  bool each_list = false;  ///< 两省市列首位: the first of every list leads
  LeadRule lasting_rule = LeadRule::none;  ///< the lasting rule after this place, this or an older
  bool lasting_each_list = false;
  bool operator==(const StatedRule&) const = default;
};

/// All such rules of a text, in order. Linear.
[[nodiscard]] std::vector<StatedRule> find_rules(const TextView& text);

}  // namespace mingze::draft
