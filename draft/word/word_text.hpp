// The text of a Word file with all that is needed to write into it.
#pragma once

#include <string>
#include <vector>

#include "draft/word/docx.hpp"
#include "draft/word/lines.hpp"
#include "draft/word/relationships.hpp"
#include "draft/word/traced_text.hpp"
#include "draft/word/zip_package.hpp"

namespace mingze::draft {

struct WordText {
  LaidText laid;
  std::vector<TextTag> tags;     ///< that the pieces of the text refer to
  std::vector<RunPlace> runs;    ///< that the tags refer to
  ByteRange root;                ///< the start tag of <w:document>
  std::string main_part;         ///< the path of document.xml
  PartsByType parts;             ///< what it refers to
  bool has_other_parts = false;  ///< other files are put in as they are
};

/// See `read_docx`.
[[nodiscard]] Result<WordText> read_word(ZipPackage& package, const std::string& name,
                                         Revision revision);

}  // namespace mingze::draft
