// Lines of running text on pages, joined into paragraphs by where they begin and end.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "draft/page/words.hpp"

namespace mingze::draft {

struct TextLine {
  Box box;
  std::string text;
  std::size_t page = 0;
};

/// The lines of a page that belong to the page and not to the text: its number at the upper or
/// lower edge, and the first or last line that more than half of the pages share (running heads and
/// feet); and those of a table of contents. `pages`: the lines of each page, without those of
/// tables. The result: which to leave out.
[[nodiscard]] std::vector<std::vector<bool>> marks_of_pages(
    const std::vector<std::vector<TextLine>>& pages);

/// Decides of each line whether it goes on with the one before. A line that is filled to the right
/// margin and does not end there goes on in the next; one that ends with a full stop only where the
/// text indents its paragraphs and the next line is not. A line that closes a bracket of the one
/// above, or begins with a comma or a full stop, always goes on.
class ParagraphJoiner {
 public:
  /// All lines of running text, in order.
  explicit ParagraphJoiner(const std::vector<TextLine>& lines);
  [[nodiscard]] bool goes_on(const TextLine& above, const TextLine& line) const;

 private:
  struct Margins {
    double left = 0;
    double right = 0;
    bool known = false;
  };
  [[nodiscard]] static Margins margins_of(std::vector<const TextLine*> lines);
  [[nodiscard]] const Margins& at(std::size_t page) const { return margins_[page]; }

  std::vector<Margins> margins_;  ///< by page
  bool indents_ = false;
};

}  // namespace mingze::draft
