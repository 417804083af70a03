// Duties in running text: 由甲局牵头, 甲局会同乙局, 甲委要……, 各地区要…….
#pragma once

#include <vector>

#include "draft/clause/find_clauses.hpp"
#include "draft/clause/subject.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// Duties of a stretch of running text, in order, one for each sentence that names its doer. The
/// range of each is the sentence. `trust` says which words may be the subject of a sentence.
[[nodiscard]] std::vector<FoundClause> find_prose_duties(const TextView& text, Range stretch,
                                                         Trust trust = Trust::plain);

/// The sentences of a stretch: they end at 。 ； ！ ？ outside brackets.
[[nodiscard]] std::vector<Range> sentences_of(const TextView& text, Range stretch);

}  // namespace mingze::draft
