#include "draft/clause/kept_nodes.hpp"

#include <algorithm>

#include "draft/clause/name_hits.hpp"

namespace mingze::draft {

namespace {

class NodeMatcher {
 public:
  NodeMatcher(const Outline& before, const Outline& now, const TextChange& change)
      : before_(before), now_(now), change_(change), kept_(now.nodes.size()) {}

  std::vector<KeptNode> run() {
    match_blocks();
    if (now_.nodes.empty() || before_.nodes.empty() || head_ <= now_.nodes.front().block ||
        head_ <= before_.nodes.front().block)
      return {};
    find_near();
    heading_.resize(kept_.size());
    own_.resize(kept_.size());
    for (std::uint32_t i = 0; i < kept_.size(); ++i) match(i);
    spread();
    for (std::uint32_t i = 0; i < kept_.size(); ++i) {
      KeptNode& kept = kept_[i];
      kept.with_surroundings =
          kept.before != no_node && !above_[i] && !below_[i] && same_children(i, kept.before);
    }
    return std::move(kept_);
  }

 private:
  /// Blocks at the beginning and at the end that are the same, but for their place and their node.
  void match_blocks() {
    const auto& was = before_.blocks;
    const auto& is = now_.blocks;
    const std::size_t fewer = std::min(was.size(), is.size());
    while (head_ < fewer && was[head_].range.end <= change_.before.begin &&
           same(was[head_], is[head_], false))
      ++head_;
    while (tail_ < fewer - head_) {
      const Block& a = was[was.size() - 1 - tail_];
      if (a.range.begin < change_.before.end || !same(a, is[is.size() - 1 - tail_], true)) break;
      ++tail_;
    }
  }

  [[nodiscard]] bool same(const Block& was, const Block& is, bool moved) const {
    const auto at = [&](Range range) {  // a block that has no heading has one at 0
      return moved && range.end > 0 ? change_.moved(range) : range;
    };
    return was.kind == is.kind && was.number == is.number && at(was.range) == is.range &&
           at(was.heading) == is.heading && at(was.body) == is.body;
  }

  [[nodiscard]] bool in_tail(std::uint32_t block) const {
    return block >= now_.blocks.size() - tail_;
  }
  [[nodiscard]] bool is_edited(std::uint32_t block) const {
    return block >= head_ && !in_tail(block);
  }

  /// The blocks next to the edit, and those whose names may depend on its characters.
  void find_near() {
    near_.assign(now_.blocks.size(), false);
    const auto size = static_cast<std::uint32_t>(now_.blocks.back().range.end);
    const Range around = widened(change_.after, hit_reach, std::max(size, change_.after.end));
    for (std::uint32_t b = 0; b < near_.size(); ++b) {
      const Range range = now_.blocks[b].range;
      const bool next = b + 1 >= head_ && b <= now_.blocks.size() - tail_;
      near_[b] = next || (range.begin < around.end && range.end > around.begin);
    }
  }

  /// The number that a node of the text as it is had before, if it is one of those around the edit.
  [[nodiscard]] std::uint32_t number_before(std::uint32_t node) const {
    if (node == no_node) return no_node;
    const std::uint32_t block = now_.nodes[node].block;
    if (block < head_) return node;
    if (!in_tail(block)) return no_node;
    return static_cast<std::uint32_t>(node + before_.nodes.size() - now_.nodes.size());
  }

  void match(std::uint32_t i) {
    const std::uint32_t number = number_before(i);
    const OutlineNode& is = now_.nodes[i];
    heading_[i] = number == no_node || !same_place(before_.nodes[number], is);
    own_[i] = heading_[i] || !same_blocks(before_.nodes[number], is);
    const bool near =
        std::any_of(is.blocks.begin(), is.blocks.end(), [this](auto b) { return near_[b]; });
    if (own_[i] || near) return;
    kept_[i].before = number;
    kept_[i].moved = in_tail(is.block);
  }

  [[nodiscard]] bool same_place(const OutlineNode& was, const OutlineNode& is) const {
    return was.depth == is.depth && was.aims == is.aims && was.people == is.people &&
           number_before(is.parent) == was.parent;
  }

  /// All of them on the same side of the edit.
  [[nodiscard]] bool same_blocks(const OutlineNode& was, const OutlineNode& is) const {
    if (was.blocks.size() != is.blocks.size()) return false;
    for (std::size_t b = 0; b < is.blocks.size(); ++b)
      if (is_edited(is.blocks[b]) || in_tail(is.blocks[b]) != in_tail(is.block) ||
          !same_block(was, is, b))
        return false;
    return true;
  }

  [[nodiscard]] bool same_block(const OutlineNode& was, const OutlineNode& is,
                                std::size_t b) const {
    return same(before_.blocks[was.blocks[b]], now_.blocks[is.blocks[b]], in_tail(is.blocks[b]));
  }

  [[nodiscard]] bool same_children(std::uint32_t node, std::uint32_t number) const {
    const auto& is = now_.nodes[node].children;
    const auto& was = before_.nodes[number].children;
    return std::equal(is.begin(), is.end(), was.begin(), was.end(),
                      [this](std::uint32_t a, std::uint32_t b) { return number_before(a) == b; });
  }

  /// What is new above a node, and what is below it. A parent's number is less than its child's.
  void spread() {
    above_.assign(kept_.size(), false);
    below_.assign(kept_.size(), false);
    for (std::uint32_t i = 0; i < kept_.size(); ++i) {
      const std::uint32_t parent = now_.nodes[i].parent;
      if (parent != no_node) above_[i] = above_[parent] || heading_[parent];
    }
    for (auto i = static_cast<std::uint32_t>(kept_.size()); i-- > 0;) {
      const std::uint32_t parent = now_.nodes[i].parent;
      if (parent != no_node && (own_[i] || below_[i])) below_[parent] = true;
    }
  }

  const Outline& before_;
  const Outline& now_;
  const TextChange& change_;
  std::vector<KeptNode> kept_;
  std::size_t head_ = 0;       ///< so many blocks at the beginning are the same
  std::size_t tail_ = 0;       ///< and at the end
  std::vector<bool> near_;     ///< by block
  std::vector<bool> heading_;  ///< by node: its heading, or its place in the outline, is another
  std::vector<bool> own_;      ///< by node: that, or what stands right under it
  std::vector<bool> above_;    ///< by node: so is that of a node above it
  std::vector<bool> below_;    ///< by node: something below it is another
};

}  // namespace

std::vector<KeptNode> kept_nodes(const Outline& before, const Outline& now,
                                 const TextChange& change) {
  return NodeMatcher(before, now, change).run();
}

}  // namespace mingze::draft
