// Paragraphs to blocks and blocks to a tree of numbered nodes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "draft/document/document.hpp"
#include "draft/document/numbering.hpp"

namespace mingze::draft {

inline constexpr std::uint32_t no_node = UINT32_MAX;

/// What a block is for. Only text, numbered blocks and tables can carry a duty.
enum class BlockKind : std::uint8_t {
  numbered,  ///< begins with a number
  text,      ///< a paragraph without one
  table_row,
  addressees,  ///< 各市、县人民政府，省各委办厅局：
  closing,     ///< signature, date, 抄送, （此件公开发布）, 本通知自……起施行
  annex_list,  ///< 附件：1.…… the announcement of annexes
  annex_head,  ///< 附件1 at the head of an annex
  box_head,    ///< 专栏3：…… over a box of details
  boxed,       ///< a paragraph without a number after it: in the box, or behind its unseen end
  contents,    ///< a line of the table of contents
  people,      ///< 组长：张某 市政府副市长
};

/// A stretch of one paragraph: the whole of it, or a part where headings are glued together.
struct Block {
  BlockKind kind = BlockKind::text;
  Range range;
  std::optional<Number> number;
  Range heading;  ///< numbered: after the number, up to and with the first full stop; else empty
  Range body;     ///< what follows the heading, or the whole block
  std::uint32_t node = no_node;  ///< the numbered node it belongs to
};

/// A numbered block with what stands under it.
struct OutlineNode {
  std::uint32_t block = 0;
  std::uint32_t parent = no_node;
  std::uint32_t depth = 1;
  std::vector<std::uint32_t> children;
  std::vector<std::uint32_t> blocks;  ///< its own: the numbered one and unnumbered ones after it
  bool aims = false;    ///< aims, principles, conditions, background, by its or a parent's heading
  bool people = false;  ///< a list of persons or members
};

struct Outline {
  std::vector<Block> blocks;
  std::vector<OutlineNode> nodes;
  bool of_articles = false;  ///< a law or measure of 第一条, 第二条 …
};

[[nodiscard]] Outline read_outline(const Document& document);

}  // namespace mingze::draft
