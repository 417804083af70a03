// Changes to a Word file as tracked ones, which its author can accept or reject.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/document/edits.hpp"
#include "draft/word/docx.hpp"

namespace mingze::draft {

/// A copy of a Word file with these edits of the text that `read_docx` gives, in its order, as
/// tracked changes by `author`. Nothing else is changed. The copy has been read again: with the
/// changes accepted it says what the edits say, with all rejected what the file said so.
///
/// Fails as `read_docx` does, and where words cannot be changed: an automatic number, a text box, a
/// note, what is a tracked change already.
[[nodiscard]] Result<std::string> with_revisions(std::string_view bytes, const std::string& name,
                                                 const std::vector<Edit>& edits,
                                                 const std::string& author);

}  // namespace mingze::draft
