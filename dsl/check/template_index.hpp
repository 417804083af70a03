// All templates, found by the literal words of a sentence.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "engine/base/interner.hpp"
#include "engine/program/program.hpp"

namespace mingze::dsl {

/// A tree of literal words and slots, walked word by word. A sentence of n words takes O(n) steps
/// where few templates share a beginning, and never more than there are templates a word.
class TemplateIndex {
 public:
  struct Entry {
    PredicateId predicate;
    Template pieces;
    Span span;          ///< where the template is written
    bool sound = true;  ///< an error was reported about it
  };

  TemplateIndex();
  void add(Entry entry);

  /// The numbers of the templates that a sentence matches: word by word, a slot takes any one word,
  /// a literal only itself (never a string or a variable).
  [[nodiscard]] std::vector<std::uint32_t> match(const std::vector<Word>& words) const;

  [[nodiscard]] const Entry& operator[](std::uint32_t entry) const { return entries_[entry]; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Node {
    std::uint32_t slot = none;  ///< the node behind a slot
    std::vector<std::uint32_t> ends;
  };
  std::uint32_t add_node();

  std::vector<Entry> entries_;
  std::vector<Node> nodes_;
  Interner literals_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  ///< node and literal → node
};

/// A piece of a template as one string, for messages: `{department} leads {item}`.
[[nodiscard]] std::string written_out(const Template& pieces, const Predicate& predicate);

}  // namespace mingze::dsl
