// The text layer of a PDF file, by Poppler's programs pdftotext, pdftocairo and pdfimages.
#pragma once

#include <string>
#include <string_view>

#include "draft/document/plain_text.hpp"
#include "engine/base/result.hpp"

namespace mingze::app {

[[nodiscard]] bool is_pdf(std::string_view bytes);

/// The text of all pages, in UTF-8, with the tables that are drawn by rules. The programs run apart
/// from this one (their licence is the GPL), read the bytes from memory, and are held to a minute,
/// a gibibyte of memory and 64 MiB of output. Nothing is written to disk and nothing leaves the
/// machine. Rules are asked for only where words stand in columns; where they cannot be had, tables
/// are read as lines. Pages of pictures alone beside others with text are told as unread. `name` is
/// what messages call the file. Fails where pdftotext is missing, and on files that need a
/// password, are damaged, or have no page with text.
[[nodiscard]] Result<draft::PlainText> pdf_text(std::string_view bytes, const std::string& name);

}  // namespace mingze::app
