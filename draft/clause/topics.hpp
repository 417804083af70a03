// Which of the register's items an item of a text is about.
#pragma once

#include <vector>

#include "draft/clause/lexicon.hpp"
#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// Gives each item its topics: the names of `topics` that stand in its words, its responsibility
/// clauses and titles (《…》) left aside. Of names that overlap the longest counts, and one inside a
/// longer known name (of a body) does not.
void add_topics(const TextView& text, const Lexicon& topics, std::vector<Item>& items);

}  // namespace mingze::draft
