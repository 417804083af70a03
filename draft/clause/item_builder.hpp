// From the clauses of a node to its items.
#pragma once

#include <vector>

#include "draft/clause/draft_context.hpp"
#include "draft/clause/find_clauses.hpp"
#include "draft/clause/reading.hpp"

namespace mingze::draft {

inline constexpr std::uint32_t no_number = UINT32_MAX;

/// An item before it has its id: where it starts in the folded view orders it.
struct DraftItem {
  std::uint32_t begin = 0;
  std::uint32_t node = no_node;
  Item item;
  std::uint32_t made_by = no_node;   ///< the node that `items_of_node` made it of; else none
  std::uint32_t before = no_number;  ///< of an edited text: the item that it was, by its number
};

/// What a node holds, found before items are made, since neighbours decide about each other.
struct NodeClauses {
  std::vector<Range> texts;          ///< its own text blocks, without number and heading
  std::vector<FoundClause> clauses;  ///< closing clauses in them
  bool has_text = false;             ///< words that are neither heading nor clause
  bool below = false;                ///< some node below has a clause

  /// The text was edited before it.
  void move(const TextChange& change);
};

/// Items of one node: one for each clause, and for what no clause governs, if `alone` (the text is
/// a task by itself), duties in running text or one item that nobody has.
[[nodiscard]] std::vector<DraftItem> items_of_node(const DraftContext& context, std::uint32_t node,
                                                   const NodeClauses& found, bool alone);

/// An item with a judged clause. `begin` to the clause's end is its stretch; its label is taken
/// from `words`, the stretch before the clause.
[[nodiscard]] DraftItem make_item(const DraftContext& context, Range stretch, Range words,
                                  std::uint32_t node, JudgedClause judged);
[[nodiscard]] DraftItem make_item(const DraftContext& context, Range stretch, std::uint32_t node,
                                  JudgedClause judged);

/// The first words of a stretch, for people to recognise it by.
[[nodiscard]] std::string label_of(const DraftContext& context, Range stretch, std::uint32_t node);

}  // namespace mingze::draft
