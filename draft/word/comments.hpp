// Comments in the margin of a Word file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/document/plain_text.hpp"
#include "draft/word/docx.hpp"

namespace mingze::draft {

struct MarginComment {
  ByteRange words;                      ///< of the text that `read_docx` gives
  std::vector<std::string> paragraphs;  ///< plain text
};

/// A copy of a Word file with further comments by `author`, each at its words; words that no one
/// typed (an automatic number), and those of text boxes and notes, where Word allows no comments,
/// have theirs at the next words before. Nothing else is changed: all other parts stay as they are,
/// and in the main text only marks are put in. The same input gives the same bytes.
///
/// Fails as `read_docx` does, and where the file has no words that could have a comment.
[[nodiscard]] Result<std::string> with_comments(std::string_view bytes, const std::string& name,
                                                const std::vector<MarginComment>& comments,
                                                const std::string& author,
                                                Revision revision = Revision::accepted);

}  // namespace mingze::draft
