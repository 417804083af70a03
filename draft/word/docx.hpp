// A Word or WPS file (.docx, ISO/IEC 29500) to plain text.
#pragma once

#include <string>
#include <string_view>

#include "draft/document/plain_text.hpp"
#include "engine/base/result.hpp"

namespace mingze::draft {

/// Which side of tracked changes to read.
enum class Revision { accepted, original };

/// Whether these bytes are a zip file, as a .docx is.
[[nodiscard]] bool is_zip(std::string_view bytes);

/// One paragraph a line, in the order of the text: automatic numbers are written out; a text box
/// follows the paragraph that holds it; foot- and endnotes follow the text. A row of a table is one
/// line, its cells apart by tabs; a table of one column is what it holds. Left out: what is deleted
/// (or inserted, for the original), hidden text, field codes, prompts of content controls,
/// comments, heads and feet of pages, the table of contents. `name`: as messages call the file.
///
/// Fails on what is damaged, encrypted, no Word file, or made to exhaust the machine (more than 512
/// MiB unfolded, 16 MiB of text, 4 million runs, cells and the like, a tag of 16 MiB, tags nested
/// deeper than 1000, a DOCTYPE).
[[nodiscard]] Result<PlainText> read_docx(std::string_view bytes, const std::string& name,
                                          Revision revision = Revision::accepted);

}  // namespace mingze::draft
