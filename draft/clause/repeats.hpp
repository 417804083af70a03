// Items of a text that say the same as an earlier one.
#pragma once

#include <vector>

#include "draft/clause/item_words.hpp"
#include "draft/clause/reading.hpp"

namespace mingze::draft {

/// Notes for each item the earlier one that it repeats: the same words, or the same first sentence
/// and nearly the same words after it. Numbers, marks and responsibility clauses are left aside,
/// and so are items of a few words, which texts on many things share (加强领导).
/// `words`: of each item.
void mark_repeats(const std::vector<ItemWords>& words, std::vector<Item>& items);

}  // namespace mingze::draft
