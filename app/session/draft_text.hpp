// The text of a draft, from whatever kind of file it came in.
#pragma once

#include <string>
#include <string_view>

#include "draft/document/plain_text.hpp"
#include "draft/word/docx.hpp"
#include "engine/base/result.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// What kind of file these bytes are: told by the bytes, not by the name.
[[nodiscard]] report::FileKind kind_of(std::string_view bytes);

/// Plain text (UTF-8, GB18030, UTF-16), Word (.docx) or PDF with a text layer.
/// `name` is what messages call the file.
[[nodiscard]] Result<draft::PlainText> draft_text(std::string_view bytes, const std::string& name,
                                                  draft::Revision revision);

}  // namespace mingze::app
