#include "draft/word/traced_text.hpp"

namespace mingze::draft {

void TracedText::add(std::string_view characters, ByteRange xml, std::uint32_t tag) {
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += characters;
  pieces.push_back({{begin, static_cast<std::uint32_t>(text.size())}, xml, tag});
}

void TracedText::add(const TracedText& other) {
  const auto by = static_cast<std::uint32_t>(text.size());
  text += other.text;
  for (TextPiece piece : other.pieces) {
    piece.text.begin += by;
    piece.text.end += by;
    pieces.push_back(piece);
  }
}

void TracedText::shorten(std::size_t size) {
  if (size >= text.size()) return;
  text.resize(size);
  while (!pieces.empty() && pieces.back().text.end > size) pieces.pop_back();
}

}  // namespace mingze::draft
