// The one entry of the reader: a document and a lexicon in, a reading out.
#pragma once

#include <optional>

#include "draft/clause/lexicon.hpp"
#include "draft/clause/reading.hpp"
#include "draft/document/document.hpp"

namespace mingze::draft {

/// What a reader may be told beside the names of bodies.
struct ReadOptions {
  const Lexicon* topics = nullptr;  ///< the register's items: `entity` is the id; none is none
  std::optional<Issuer> at = {};    ///< where the text is issued, whatever it says itself
};

/// Reads a policy text. Never fails: a text without items has an empty list of them. Time and
/// memory are linear in the size of the text, whatever it holds.
[[nodiscard]] Reading read_draft(const Document& document, const Lexicon& lexicon,
                                 const ReadOptions& options = {});

}  // namespace mingze::draft
