// The words of pages with their places, as Poppler's pdftotext tells them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingze::draft {

/// Larger than any page, in points: 200 metres. What is farther from its corner is not on it.
inline constexpr double farthest = 600'000;

/// A rectangle on a page, in points, from the top left corner downwards.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
  /// Grows to hold another one.
  void add(const Box& other);
};

/// Whether two boxes stand side by side: each one's middle lies at the height of the other.
[[nodiscard]] bool in_one_row(const Box& a, const Box& b);

struct Word {
  Box box;
  std::string text;
};

struct Page {
  std::vector<std::vector<Word>> lines;  ///< none is empty; in the order of reading
};

/// What `pdftotext -tsv` writes: a row for each page, block, line and word. Rows that are none of
/// these and coordinates that no page has are passed over; words are made valid UTF-8.
[[nodiscard]] std::vector<Page> read_words(std::string_view tsv);

/// Whether words stand side by side in lines apart, as in the columns of a table.
[[nodiscard]] bool has_columns(const Page& page);

}  // namespace mingze::draft
