// Lines to logical paragraphs: which line breaks only wrap a sentence.
#pragma once

#include <cstdint>
#include <vector>

namespace mingze::draft {

/// What the decision about a line break needs to know of a line (blank lines left out).
struct LineShape {
  std::uint32_t begin = 0;  ///< range in the folded view
  std::uint32_t end = 0;
  std::uint32_t columns = 0;  ///< display width, white space inside included
  bool numbered = false;      ///< begins with a number of the text's structure
  bool number_alone = false;  ///< holds nothing but such a number
  bool table_row = false;
  bool ends_sentence = false;  ///< ends with a full stop, colon or semicolon
  bool ends_open = false;      ///< ends with 、 or ， : the sentence must go on
  bool has_stop = false;       ///< holds a comma or full stop: running text, no heading
  bool ends_word = false;      ///< ends with a letter or character, not with a mark
  bool leaves_open = false;    ///< a bracket opened in it is still open at its end
  bool closes_first = false;   ///< closes a bracket that it did not open
  bool starts_label = false;   ///< begins with a label such as 责任单位：
  bool markdown_heading = false;
  bool joins_previous = false;  ///< result: continues the line above
};

/// Marks the lines that continue the one above. A text counts as hard-wrapped when most of its
/// running lines have nearly the same width; in any other text only a line that cannot have ended
/// (a number alone, an open bracket, a trailing comma, running text without a stop) is joined with
/// the next.
void join_wrapped_lines(std::vector<LineShape>& lines);

}  // namespace mingze::draft
