// A text cut where marks begin and end, so that marks may overlap in any way.
#pragma once

#include <cstdint>
#include <vector>

namespace mingze::report {

/// A stretch of a text [begin, end); `begin == end` for a place between two characters.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  bool operator==(const Stretch&) const = default;
};

/// A piece of the text that lies under the same marks all along.
struct MarkedPiece {
  Stretch stretch;
  std::vector<std::uint32_t> marks = {};  ///< indexes of the marks, in order
  std::vector<std::uint32_t> ends = {};   ///< of these, the ones that end with this piece
};

/// The whole of `text` in pieces, in order, cut at `breaks` too (in order). Marks of no width give
/// a piece of no width. Marks are held to the text.
[[nodiscard]] std::vector<MarkedPiece> marked_pieces(Stretch text,
                                                     const std::vector<Stretch>& marks,
                                                     const std::vector<std::uint32_t>& breaks);

}  // namespace mingze::report
