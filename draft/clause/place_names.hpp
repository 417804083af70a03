// The places that the register knows, by the names that texts call them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "draft/clause/lexicon_entry.hpp"

namespace mingze::draft {

/// One name of one place; several places may have it.
struct PlaceName {
  std::string name;
  std::string id;
  Level level = Level::unknown;
  template <NodeOf<PlaceName> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.name, n.id, n.level);
  }
};

/// There are thousands of places and a text names few of them, so that names are kept as they are
/// written and folded only where a text has their first two characters.
class PlaceNames {
 public:
  PlaceNames() = default;
  explicit PlaceNames(std::vector<PlaceName> names);

  /// The length of the longest name at the start of a folded text, or 0.
  [[nodiscard]] std::uint32_t length_at_start(std::u32string_view folded) const;
  /// The places at the start of a folded text, each within the one before, as far as the register
  /// knows them by their levels: 四川省凉山州西昌市. Their length, and the level of the last one.
  struct Chain {
    std::uint32_t length = 0;
    Level level = Level::unknown;
    bool bare = false;  ///< the last one stands without its level: 江苏, 苏州
  };
  [[nodiscard]] Chain chain_at_start(std::u32string_view folded) const;
  /// The first place of each level that is called exactly so, in the order they were given in.
  [[nodiscard]] std::vector<const PlaceName*> called(std::u32string_view folded) const;
  /// Whether [begin, end) is a part of a longer name there: 公安 in 公安县.
  [[nodiscard]] bool reaches_over(std::u32string_view folded, std::uint32_t begin,
                                  std::uint32_t end) const;

  /// No name is longer, in characters.
  [[nodiscard]] std::uint32_t longest() const { return longest_; }

  template <NodeOf<PlaceNames> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.names_, n.starts_, n.longest_);
  }
  /// Out of an archive: what is found by its first characters.
  void restore();

 private:
  struct Start {
    using AsItLies = void;
    char32_t first;   ///< folded
    char32_t second;  ///< folded; 0 where the name is of one character
    std::uint32_t name;
  };
  template <typename Visit>
  void for_each_at_start(std::u32string_view folded, Visit visit) const;

  std::vector<PlaceName> names_;
  std::vector<Start> starts_;   ///< by their two characters, then as given
  std::vector<bool> is_start_;  ///< hashed: false of nearly all pairs that no name starts with
  std::uint32_t longest_ = 0;
};

}  // namespace mingze::draft
