// All items of a text: which numbered nodes are tasks, and what each holds.
#pragma once

#include <functional>
#include <vector>

#include "draft/clause/draft_context.hpp"
#include "draft/clause/item_builder.hpp"
#include "draft/clause/kept_nodes.hpp"

namespace mingze::draft {

/// What neighbours made of a node, by which its items are made.
struct NodeOutcome {
  std::uint32_t clauses_from = 0;  ///< its clause stood so many nodes further down
  bool below = false;
  bool swallowed = false;
  bool task = false;
  bool operator==(const NodeOutcome&) const = default;
};

/// What is kept of the nodes of a text, for when it is edited.
struct NodeMemory {
  std::vector<NodeClauses> found;
  std::vector<NodeOutcome> outcomes;
};

/// Of a text that was edited: what of it is as it was.
struct EditedNodes {
  const TextChange& change;
  const std::vector<KeptNode>& nodes;  ///< by node
  /// The items that were made of a node, by its number before the edit, at their new places.
  std::function<std::vector<DraftItem>(const KeptNode&)> items;
};

/// Items in text order. Headings, aims, principles, preambles, lists of conditions and the
/// apparatus of a notice are none; a clause always makes one. `edited`: the memory is of the text
/// before; nodes that were kept are not read again.
[[nodiscard]] std::vector<DraftItem> all_items(const DraftContext& context, NodeMemory& memory,
                                               const EditedNodes* edited = nullptr);

}  // namespace mingze::draft
