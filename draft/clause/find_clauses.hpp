// Where responsibility clauses stand in a block: in brackets, or after a label.
#pragma once

#include <optional>
#include <vector>

#include "draft/clause/parse_clause.hpp"
#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// A clause as found, not yet judged.
struct FoundClause {
  Range range;  ///< with brackets or label
  ClauseForm form = ClauseForm::bracket;
  std::vector<Range> parts;  ///< what the grammar reads
  ParsedClause parsed;
};

/// What the blocks stand under: below a number, a bracket of mere names may be a line of its own.
enum class Under : std::uint8_t { nothing, number };

/// Clauses of the blocks of one node, in text order; labels on lines of their own that follow each
/// other are one clause. Brackets that hold something else are passed over: remarks,
/// examples, names' own brackets, and the words that only look like a clause (谁审批谁负责, 负责人).
[[nodiscard]] std::vector<FoundClause> find_clauses(const TextView& text,
                                                    const std::vector<Range>& blocks,
                                                    Under under = Under::nothing);

/// 3.宣传防范：甲局、乙局: a few words and, behind a colon or a dash, nothing but names.
[[nodiscard]] std::optional<FoundClause> list_after_task(const TextView& text, Range block);

/// Whether the inside of a bracket (or a table cell) reads as a responsibility clause.
[[nodiscard]] bool reads_as_clause(const TextView& text, const ParsedClause& parsed, Range inside);

}  // namespace mingze::draft
