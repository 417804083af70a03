// The text of a draft, from whatever kind of file it came in.
#pragma once

#include <string>
#include <string_view>

#include "draft/document/plain_text.hpp"
#include "draft/word/docx.hpp"
#include "engine/base/result.hpp"

namespace mingze::app {

/// Plain text (UTF-8, GB18030, UTF-16), Word (.docx) or PDF with a text layer, told apart by the
/// bytes, not by the name.
/// `name` is what messages call the file.
[[nodiscard]] Result<draft::PlainText> draft_text(std::string_view bytes, const std::string& name,
                                                  draft::Revision revision);

}  // namespace mingze::app
