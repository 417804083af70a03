#include "dsl/check/template_index.hpp"

#include <utility>

namespace mingze::dsl {

namespace {

std::uint64_t edge(std::uint32_t node, std::uint32_t literal) {
  return (static_cast<std::uint64_t>(node) << 32U) | literal;
}

}  // namespace

TemplateIndex::TemplateIndex() { add_node(); }

std::uint32_t TemplateIndex::add_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void TemplateIndex::add(Entry entry) {
  std::uint32_t at = 0;
  for (const TemplatePiece& piece : entry.pieces) {
    std::uint32_t next = none;
    if (piece.slot) {
      next = nodes_[at].slot;
      if (next == none) nodes_[at].slot = next = add_node();
    } else {
      const auto [found, is_new] = edges_.try_emplace(edge(at, literals_.intern(piece.word)), none);
      if (is_new) found->second = add_node();
      next = found->second;
    }
    at = next;
  }
  nodes_[at].ends.push_back(static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back(std::move(entry));
}

std::vector<std::uint32_t> TemplateIndex::match(const std::vector<Word>& words) const {
  std::vector<std::uint32_t> at{0};
  std::vector<std::uint32_t> next;
  for (const Word& word : words) {
    const bool may_be_literal = word.form != Form::string && word.form != Form::variable;
    const auto literal = may_be_literal ? literals_.find(word.text) : std::nullopt;
    next.clear();
    for (const std::uint32_t node : at) {
      if (nodes_[node].slot != none && word.form != Form::comparison)
        next.push_back(nodes_[node].slot);
      if (!literal) continue;
      if (const auto found = edges_.find(edge(node, *literal)); found != edges_.end())
        next.push_back(found->second);
    }
    at.swap(next);
    if (at.empty()) return {};
  }
  std::vector<std::uint32_t> found;
  for (const std::uint32_t node : at)
    found.insert(found.end(), nodes_[node].ends.begin(), nodes_[node].ends.end());
  return found;
}

std::string written_out(const Template& pieces, const Predicate& predicate) {
  std::string text;
  for (const TemplatePiece& piece : pieces) {
    if (!text.empty()) text += ' ';
    text += piece.slot ? "{" + predicate.slots[*piece.slot].role + "}" : piece.word;
  }
  return text;
}

}  // namespace mingze::dsl
