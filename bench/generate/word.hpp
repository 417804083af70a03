// A policy draft as Word would save it.
#pragma once

#include <string>
#include <string_view>

namespace mingze::bench {

/// A .docx whose paragraphs are the lines of a text, each in runs of some twenty characters with
/// fonts and sizes, as editing leaves them. The same for the same text.
[[nodiscard]] std::string word_file_of(std::string_view text);

}  // namespace mingze::bench
