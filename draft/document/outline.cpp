#include "draft/document/outline.hpp"

#include "draft/document/block_kind.hpp"
#include "draft/document/glued.hpp"
#include "draft/document/line_shape.hpp"

namespace mingze::draft {

namespace {

// A first sentence longer than this is text, not a heading.
constexpr std::uint32_t longest_heading = 48;

class OutlineReader {
 public:
  explicit OutlineReader(const Document& document) : document_(document), glued_(document) {}

  Outline run() {
    for (const Paragraph& paragraph : document_.paragraphs()) add_paragraph(paragraph);
    std::size_t articles = 0;
    for (const auto& node : outline_.nodes) {
      if (outline_.blocks[node.block].number->kind == NumberKind::article) ++articles;
    }
    outline_.of_articles = articles >= 4;
    return std::move(outline_);
  }

 private:
  void add_paragraph(const Paragraph& paragraph) {
    if (paragraph.table_row) {
      add({BlockKind::table_row, paragraph.range, {}, {}, paragraph.range, no_node});
      return;
    }
    std::uint32_t begin = paragraph.range.begin;
    for (const std::uint32_t start : glued_.starts_in(paragraph.range)) {
      add_piece({begin, start});
      begin = start;
    }
    add_piece({begin, paragraph.range.end});
  }

  void add_piece(Range range) {
    const auto text = document_.folded(range);
    Block block;
    block.range = range;
    block.body = range;
    if (is_contents_line(text)) {
      add({BlockKind::contents, range, {}, {}, range, no_node});
      return;
    }
    block.number = read_number(text);
    // A clause that opens with a bracketed number is no heading; nor is a date, nor a bare list.
    if (block.number) {
      block.kind = BlockKind::numbered;
      split_heading(block);
    } else {
      block.kind = kind_of_paragraph(text, outline_.nodes.empty());
    }
    if (block.kind == BlockKind::annex_head) {
      stack_.clear();
      awaits_annex_title_ = true;
    } else if (awaits_annex_title_ && block.kind == BlockKind::text) {
      taskless_annex_ = !is_title_of_tasks(text);
      awaits_annex_title_ = false;
    }
    if (block.kind == BlockKind::box_head) {
      if (!boxed_) box_node_ = stack_.empty() ? no_node : stack_.back();
      boxed_ = true;
    }
    if (boxed_ && block.kind == BlockKind::text) block.kind = BlockKind::boxed;
    if (in_annex_list_ && block.kind == BlockKind::numbered && block.heading.size() < 60 &&
        block.body.empty()) {
      block.kind = BlockKind::annex_list;
    } else {
      in_annex_list_ = block.kind == BlockKind::annex_list;
    }
    add(block);
  }

  void split_heading(Block& block) {
    const std::uint32_t begin = block.range.begin + block.number->length;
    const auto text = document_.folded({begin, block.range.end});
    std::uint32_t end = 0;
    while (end < text.size() && text[end] != U'。' && text[end] != U':' && text[end] != U';') ++end;
    const bool stop = end < text.size() && text[end] != U';';
    if (end == text.size() && end <= longest_heading + 12) {
      block.heading = {begin, block.range.end};
      block.body = {block.range.end, block.range.end};
    } else if (stop && end <= longest_heading) {
      block.heading = {begin, begin + end + 1};
      block.body = {begin + end + 1, block.range.end};
    } else {
      block.heading = {begin, begin};
      block.body = {begin, block.range.end};
    }
  }

  void add(Block block) {
    const auto index = static_cast<std::uint32_t>(outline_.blocks.size());
    if (block.kind == BlockKind::numbered) {
      block.node = add_node(block, index);
    } else {
      const bool in_box = block.kind == BlockKind::boxed || block.kind == BlockKind::box_head;
      block.node = in_box ? box_node_ : stack_.empty() ? no_node : stack_.back();
      if (block.node != no_node) outline_.nodes[block.node].blocks.push_back(index);
    }
    outline_.blocks.push_back(block);
  }

  std::uint32_t add_node(const Block& block, std::uint32_t index) {
    while (!stack_.empty() && kind_of(stack_.back()) >= block.number->kind) stack_.pop_back();
    OutlineNode node;
    node.block = index;
    node.blocks.push_back(index);
    const auto number = static_cast<std::uint32_t>(outline_.nodes.size());
    if (!stack_.empty()) {
      OutlineNode& parent = outline_.nodes[stack_.back()];
      node.parent = stack_.back();
      node.depth = parent.depth + 1;
      node.aims = parent.aims;
      node.people = parent.people;
      parent.children.push_back(number);
    }
    const auto heading = document_.folded(
        block.heading.empty() ? Range{block.heading.begin, block.range.end} : block.heading);
    node.aims = node.aims || is_heading_of_aims(heading);
    node.people = node.people || is_heading_of_people(heading);
    boxed_ = boxed_ && block.number->kind > NumberKind::han_bracket;
    node.aims = node.aims || boxed_ || taskless_annex_;
    outline_.nodes.push_back(node);
    stack_.push_back(number);
    return number;
  }

  [[nodiscard]] NumberKind kind_of(std::uint32_t node) const {
    const Block& block = outline_.nodes[node].block < outline_.blocks.size()
                             ? outline_.blocks[outline_.nodes[node].block]
                             : outline_.blocks.back();
    return block.number->kind;
  }

  const Document& document_;
  GluedHeadings glued_;
  Outline outline_;
  std::vector<std::uint32_t> stack_;
  bool in_annex_list_ = false;
  bool awaits_annex_title_ = false;
  bool taskless_annex_ = false;       ///< an annex of indicators, forms or names
  bool boxed_ = false;                ///< under 专栏: details, not tasks
  std::uint32_t box_node_ = no_node;  ///< the node that the box stands in
};

}  // namespace

Outline read_outline(const Document& document) { return OutlineReader(document).run(); }

}  // namespace mingze::draft
