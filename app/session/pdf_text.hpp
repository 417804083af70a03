// The text layer of a PDF file, by Poppler's program pdftotext.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace mingze::app {

[[nodiscard]] bool is_pdf(std::string_view bytes);

/// The text of all pages, in UTF-8. The program runs apart from this one (its licence is the GPL),
/// reads the bytes from memory, and is held to a minute, a gibibyte of memory and 64 MiB of text.
/// Nothing is written to disk and nothing leaves the machine. `name` is what
/// messages call the file. Fails where the program is missing, and on files that are encrypted,
/// damaged, or pictures of pages without text.
[[nodiscard]] Result<std::string> pdf_text(std::string_view bytes, const std::string& name);

}  // namespace mingze::app
