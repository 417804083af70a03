// Which numbered nodes of a text an edit leaves as they were.
#pragma once

#include <cstdint>
#include <vector>

#include "draft/document/outline.hpp"

namespace mingze::draft {

/// A node of an edited text, and what it has in common with one of the text before.
struct KeptNode {
  std::uint32_t before = no_node;  ///< that node, where its own blocks are the same
  bool moved = false;              ///< its place in the text is another
  /// So is all that items are made from: the headings above it and the nodes below.
  bool with_surroundings = false;
};

/// By node of `now`. Nothing where the edit reaches what stands before the first number: all nodes
/// are read with an eye to that.
[[nodiscard]] std::vector<KeptNode> kept_nodes(const Outline& before, const Outline& now,
                                               const TextChange& change);

}  // namespace mingze::draft
