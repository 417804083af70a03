// The text of pages, as a program that reads PDF files gives it, to the text of one document.
#pragma once

#include <string>
#include <string_view>

namespace mingze::draft {

/// Pages end with a form feed. What belongs to the page and not to the text is left out: numbers of
/// pages, and first or last lines that most pages share (running heads and feet). The pages then
/// follow one another line by line.
[[nodiscard]] std::string joined_pages(std::string_view pages);

}  // namespace mingze::draft
