#include "draft/clause/lexicon.hpp"

#include <algorithm>
#include <utility>

#include "draft/document/fold.hpp"

namespace mingze::draft {

Lexicon::Lexicon(std::vector<LexiconEntry> entries, PlaceNames places)
    : entries_(std::move(entries)), places_(std::move(places)), edges_(entries_.size() * 2) {
  nodes_.emplace_back();
  first_.assign(basic_plane, 0);
  nodes_.reserve(entries_.size() * 3);
  names_.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const std::u32string name = folded_name(entries_[i].name);
    if (!name.empty()) insert(name, i);
  }
  link();
}

void Lexicon::insert(const std::u32string& name, std::uint32_t entry) {
  std::uint32_t node = 0;
  for (const char32_t symbol : name) {
    std::uint32_t next = child(node, symbol);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      Node fresh;
      fresh.depth = nodes_[node].depth + 1;
      fresh.parent = node;
      fresh.symbol = symbol;
      nodes_.push_back(fresh);
      lead_to(next);
    }
    node = next;
  }
  if (nodes_[node].name == no_name) {
    nodes_[node].name = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back();
  }
  names_[nodes_[node].name].push_back(entry);
}

void Lexicon::lead_to(std::uint32_t node) {
  const Node& to = nodes_[node];
  longest_ = std::max(longest_, to.depth);
  if (to.parent == 0 && to.symbol < basic_plane)
    first_[to.symbol] = node;
  else
    edges_.add(to.parent, to.symbol, node);
}

void Lexicon::restore() {
  first_.assign(basic_plane, 0);
  edges_ = Edges(nodes_.size());
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) lead_to(i);
}

void Lexicon::link() {
  // Breadth first: order the nodes by depth, so that a fail target is linked before it is used.
  std::vector<std::vector<std::uint32_t>> by_depth;
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
    if (by_depth.size() <= nodes_[i].depth) by_depth.resize(nodes_[i].depth + 1);
    by_depth[nodes_[i].depth].push_back(i);
  }
  for (const auto& level : by_depth) {
    for (const std::uint32_t i : level) {
      Node& node = nodes_[i];
      if (node.depth > 1) {
        std::uint32_t fail = nodes_[node.parent].fail;
        while (fail != 0 && child(fail, node.symbol) == 0) fail = nodes_[fail].fail;
        node.fail = child(fail, node.symbol);
      }
      const Node& target = nodes_[node.fail];
      node.shorter = target.name != no_name ? node.fail : target.shorter;
    }
  }
}

std::vector<NameHit> Lexicon::find_all(std::u32string_view text) const {
  std::vector<NameHit> hits;
  std::uint32_t node = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    std::uint32_t next = child(node, text[i]);
    for (; next == 0 && node != 0; next = child(node, text[i])) node = nodes_[node].fail;
    node = next;
    if (node == 0) continue;
    const std::uint32_t longest = nodes_[node].name != no_name ? node : nodes_[node].shorter;
    if (longest == 0) continue;
    const NameHit hit{i + 1 - nodes_[longest].depth, i + 1, nodes_[longest].name};
    // A hit swallows those that lie inside it: 市场监管局 ends later than 市场.
    while (!hits.empty() && hits.back().begin >= hit.begin) hits.pop_back();
    hits.push_back(hit);
  }
  return hits;
}

const std::vector<std::uint32_t>& Lexicon::find(std::u32string_view text) const {
  std::uint32_t node = 0;
  for (const char32_t symbol : text) {
    node = child(node, symbol);
    if (node == 0) return none_;
  }
  return node == 0 || nodes_[node].name == no_name ? none_ : names_[nodes_[node].name];
}

}  // namespace mingze::draft
