// A place at the start of a title that no register knows.
#pragma once

#include <cstdint>
#include <string_view>

#include "draft/clause/lexicon_entry.hpp"

namespace mingze::draft {

/// Length of a place at the start of folded words, up to 省, 市, 县, 区, 州, 旗 or 盟: 象州县. 0 where
/// there is none, or where these are a part of another word (城市, 社区, 市场, 区域).
[[nodiscard]] std::uint32_t unknown_place(std::u32string_view words);

/// 全市, 我县, 本省: the level of a place that is not named; unknown where that stands not there.
[[nodiscard]] Level level_of_own_place(std::u32string_view words);

/// The level that the end of a place's name tells.
[[nodiscard]] Level level_of_ending(std::u32string_view place);

}  // namespace mingze::draft
