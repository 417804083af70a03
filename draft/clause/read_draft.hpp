// The one entry of the reader: a document and a lexicon in, a reading out.
#pragma once

#include "draft/clause/lexicon.hpp"
#include "draft/clause/reading.hpp"
#include "draft/document/document.hpp"

namespace mingze::draft {

/// Reads a policy text. Never fails: a text without items has an empty list of them. Time and
/// memory are linear in the size of the text, whatever it holds.
[[nodiscard]] Reading read_draft(const Document& document, const Lexicon& lexicon);

}  // namespace mingze::draft
