// What every pass reads: the document, its folded characters, and the known names found in them.
#pragma once

#include <cstdint>
#include <vector>

#include "draft/clause/lexicon.hpp"
#include "draft/document/document.hpp"

namespace mingze::draft {

/// One text with the automaton's finds laid out by place, read by all passes.
class TextView {
 public:
  TextView(const Document& document, const Lexicon& lexicon);

  /// The document was edited: brings all up to date.
  void follow(const TextChange& change);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] std::u32string_view of(Range range) const { return document_.folded(range); }
  [[nodiscard]] char32_t at(std::uint32_t index) const { return document_.folded()[index]; }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(document_.folded().size());
  }

  /// Whether a paragraph starts here.
  [[nodiscard]] bool starts_paragraph(std::uint32_t index) const { return starts_[index]; }

  /// End of the known name that starts at `begin`, or 0. Places do not count as names.
  [[nodiscard]] std::uint32_t name_end(std::uint32_t begin) const;
  /// Start of the known name that ends at `end`, its level or place prefix included, or UINT32_MAX.
  [[nodiscard]] std::uint32_t name_begin(std::uint32_t end) const;
  /// The known name that a character stands in, or an empty range.
  [[nodiscard]] Range name_around(std::uint32_t at) const;
  /// Length of a place or level prefix (四川省, 省, 市, 国家) at `begin` before a name; 0 if none.
  [[nodiscard]] std::uint32_t prefix_length(std::uint32_t begin, std::uint32_t end) const;

 private:
  void note_paragraphs();
  /// Names in the text of a range, without those that are part of a place's name.
  [[nodiscard]] std::vector<NameHit> names_in(Range range) const;
  /// Length of a place that no register knows before a known name: 象州县 in 象州县财政局.
  [[nodiscard]] std::uint32_t unknown_place(std::uint32_t begin, std::uint32_t limit) const;

  const Document& document_;
  const Lexicon& lexicon_;
  std::vector<bool> starts_;
  std::vector<NameHit> hits_;  ///< bodies only, by begin; ends ascend too
};

}  // namespace mingze::draft
