// Headings glued to a line's text: where a paragraph holds more than one numbered block.
#pragma once

#include <cstdint>
#include <vector>

#include "draft/document/document.hpp"

namespace mingze::draft {

/// Places (folded) where a numbered block starts inside a paragraph, in order; the paragraph's own
/// start is not among them. A number counts as a start after the end of a sentence or a bracket, or
/// right after a short heading, and only where it goes on counting: （二） after （一）.
class GluedHeadings {
 public:
  explicit GluedHeadings(const Document& document) : document_(document) {}

  /// Paragraphs must be asked in text order: the count goes on from one to the next.
  [[nodiscard]] std::vector<std::uint32_t> starts_in(Range paragraph);

 private:
  void note(std::u32string_view folded);
  [[nodiscard]] bool goes_on(std::u32string_view folded) const;

  const Document& document_;
  std::uint32_t last_[16] = {};  ///< last value seen, by kind of number
};

}  // namespace mingze::draft
