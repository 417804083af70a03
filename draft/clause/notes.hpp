// Remarks about the structure: numbers that skip or repeat, and an annex of duties that is missing.
#pragma once

#include <vector>

#include "draft/clause/item_builder.hpp"
#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"
#include "draft/document/outline.hpp"

namespace mingze::draft {

/// Numbers of one kind under one heading count on by one. They may start anew, or go on, under the
/// next heading.
void add_number_notes(const TextView& text, const Outline& outline,
                      std::vector<StructureNote>& notes);

/// Clauses whose bracket does not match as written, or is never closed.
void add_mark_notes(const Document& document, const std::vector<Item>& items,
                    std::vector<StructureNote>& notes);

/// An annex that the text announces as its table or plan of duties, when nothing of it follows:
/// no title, no table, and no item from a table set with blanks.
void add_annex_notes(const TextView& text, const Outline& outline,
                     const std::vector<DraftItem>& items, std::vector<StructureNote>& notes);

}  // namespace mingze::draft
