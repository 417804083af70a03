// Text that remembers where in the XML its parts were written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "draft/document/plain_text.hpp"

namespace mingze::draft {

/// The start tag of a <w:t>, and the run it stands in.
struct TextTag {
  std::uint32_t run = 0;
  ByteRange tag;
  bool first = true;  ///< nothing of the run stands before it
  bool last = true;   ///< nor after it
};

/// A <w:r>: its start tag, its properties with their tags (empty: none) and where it ends.
struct RunPlace {
  ByteRange tag;
  ByteRange properties;
  std::uint32_t end = 0;
  bool open_to_comments = true;  ///< stands in the main text, and not in a text box
  bool changed = false;          ///< is part of a tracked change
  std::uint32_t near = nowhere;  ///< in a note: the text tag in the main text that it is a note to

  static constexpr std::uint32_t nowhere = UINT32_MAX;
};

/// A stretch of text within one <w:t>.
struct TextPiece {
  ByteRange text;
  ByteRange xml;  ///< as long as the text unless it is an entity, which can't be divided
  std::uint32_t tag = 0;
};

/// Pieces are in the order of the text; what lies between them was never typed.
struct TracedText {
  std::string text;
  std::vector<TextPiece> pieces;

  [[nodiscard]] bool empty() const { return text.empty(); }
  void add(std::string_view characters) { text += characters; }
  void add(std::string_view characters, ByteRange xml, std::uint32_t tag);
  void add(const TracedText& other);
  /// Leaves out what comes after `size` bytes, which must be where a piece ends or nothing was
  /// typed.
  void shorten(std::size_t size);
};

}  // namespace mingze::draft
