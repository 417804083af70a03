// All known names of bodies in one automaton (Aho–Corasick), so that a text is searched for them in
// one pass; and the names of places.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "draft/clause/edges.hpp"
#include "draft/clause/lexicon_entry.hpp"
#include "draft/clause/place_names.hpp"

namespace mingze::draft {

/// A known name in a folded text: [begin, end) and the entries that are called so.
struct NameHit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t name = 0;  ///< number of the name, for `Lexicon::entries_of`
};

/// Built once from the register, then read-only and shareable between threads. Names are folded as
/// texts are (traditional characters, full width), so either way of writing finds them.
class Lexicon {
 public:
  explicit Lexicon(std::vector<LexiconEntry> entries = {}, PlaceNames places = {});

  /// The longest known name at each place of a folded text, in text order. Linear.
  [[nodiscard]] std::vector<NameHit> find_all(std::u32string_view folded) const;
  /// The length of the longest name.
  [[nodiscard]] std::uint32_t longest() const { return longest_; }
  /// All entries that are called exactly so (folded), or none.
  [[nodiscard]] const std::vector<std::uint32_t>& find(std::u32string_view folded) const;
  [[nodiscard]] const PlaceNames& places() const { return places_; }

  [[nodiscard]] const LexiconEntry& entry(std::uint32_t number) const { return entries_[number]; }
  [[nodiscard]] const std::vector<std::uint32_t>& entries_of(const NameHit& hit) const {
    return names_[hit.name];
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  template <NodeOf<Lexicon> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.entries_, n.places_, n.names_, n.nodes_);
  }
  /// Out of an archive: the ways from node to node.
  void restore();

 private:
  struct Node {
    using AsItLies = void;
    std::uint32_t fail = 0;
    std::uint32_t depth = 0;
    std::uint32_t parent = 0;
    char32_t symbol = 0;
    std::uint32_t name = no_name;  ///< the name that ends here
    std::uint32_t shorter = 0;     ///< nearest node on the fail chain that ends a name, or 0
  };
  static constexpr std::uint32_t no_name = UINT32_MAX;
  // Nearly every character of a text is looked up at the root, so that one is a plain table.
  static constexpr char32_t basic_plane = 0x10000;

  [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t symbol) const {
    if (node == 0 && symbol < basic_plane) return first_[symbol];
    return edges_.find(node, symbol);
  }
  void insert(const std::u32string& name, std::uint32_t entry);
  void lead_to(std::uint32_t node);
  void link();

  std::vector<LexiconEntry> entries_;
  PlaceNames places_;
  std::vector<std::vector<std::uint32_t>> names_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> first_;  ///< children of the root, by symbol (basic plane)
  Edges edges_;                       ///< all other children
  std::uint32_t longest_ = 0;
  std::vector<std::uint32_t> none_;
};

}  // namespace mingze::draft
