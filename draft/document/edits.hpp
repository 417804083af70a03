// Changes to a text, as small as they can be told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/document/plain_text.hpp"

namespace mingze::draft {

/// These words become those. An empty range is a place where words are put in.
struct Edit {
  ByteRange words;
  std::string text;
  bool operator==(const Edit&) const = default;
};

/// The same change in hunks: what both sides have in common stays where it is. Whole characters;
/// hunks with a single character between them are one, as people read words and not letters, and
/// begin or end at a mark where they can.
[[nodiscard]] std::vector<Edit> hunks_of(const Edit& edit, std::string_view text);

/// The text with these changes, which are in its order and do not overlap.
[[nodiscard]] std::string applied(std::string_view text, const std::vector<Edit>& edits);

/// The words of the text that are at `place` when it has these changes; words that were put in are
/// at the words that went.
[[nodiscard]] ByteRange before_edits(ByteRange place, const std::vector<Edit>& edits);

}  // namespace mingze::draft
