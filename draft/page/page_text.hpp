// Pages of a PDF file to the text of one document.
#pragma once

#include <vector>

#include "draft/document/plain_text.hpp"
#include "draft/page/rules.hpp"
#include "draft/page/words.hpp"

namespace mingze::draft {

/// Words and rules to lines of text, one paragraph a line: lines that only wrap a sentence are
/// joined, over the ends of pages too; numbers of pages, running heads and feet are left out. What
/// stands in a table of rules becomes its rows, as those of a Word file; a table that goes on over
/// pages is one. `rules`: of each page, or of the first ones; a page without is text alone.
[[nodiscard]] PlainText text_of_pages(const std::vector<Page>& pages,
                                      const std::vector<PageRules>& rules);

}  // namespace mingze::draft
