// Items of other texts that say what an item of this one says.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "draft/clause/item_words.hpp"
#include "draft/clause/reading.hpp"
#include "draft/facts/text_places.hpp"

namespace mingze::draft {

/// An item of another text. Text and item outlive it.
struct OtherItem {
  const Reading* text = nullptr;
  const Item* item = nullptr;
  std::string name;  ///< of the text, as messages call it
};

/// Items of other texts by the id of the item that says the same.
using OtherItems = std::map<std::string, std::vector<OtherItem>>;

/// Tells of each item the items of other texts that say the same and have other leads: the same
/// words, or the same first sentence and nearly the same words, as within a text
/// (draft/clause/repeats.hpp). Of two such items each is told of the other.
///
/// Compared are texts of one place alone (draft/facts/text_places.hpp): what another place gives to
/// other departments is no contradiction. Where only guessed to be of one place, items must have
/// leads of one level, too. Of items that say the same with the same leads the first by the text's
/// name is told, and of those with different leads a few. All of it is the same in whatever order
/// the texts come.
class TextComparison {
 public:
  explicit TextComparison(const Jurisdictions& places) : places_(places) {}

  /// `words`: of each item of the text, in its order; both stay until `compare`.
  void add(const TextName& text, const std::vector<ItemWords>& words);
  /// By text, in the order in which they were added.
  [[nodiscard]] std::vector<OtherItems> compare();

 private:
  struct Said {
    std::size_t text;
    OtherItem other;
    const ItemWords* words;
    std::string leads;  ///< the bodies that lead it
    Level level;        ///< of these, as far as it is written
  };
  using Numbers = std::vector<std::size_t>;  // in said_
  struct Place {
    std::unordered_map<std::u32string, Numbers> by_words;
    std::unordered_map<std::u32string, Numbers> by_beginning;
  };

  void say(std::size_t text, std::size_t item);
  [[nodiscard]] bool is_told_already(const Place& place, const Said& said) const;
  [[nodiscard]] Numbers alike(const Place& place, const ItemWords& words) const;
  [[nodiscard]] bool may_contradict(const Said& a, const Said& b) const;
  [[nodiscard]] std::vector<OtherItem> others_of(const Said& said) const;

  const Jurisdictions& places_;
  std::vector<TextName> texts_;
  std::vector<const std::vector<ItemWords>*> words_;
  std::vector<TextPlace> where_;  // by text
  std::vector<Said> said_;
  std::map<std::string, Place> by_place_;
};

}  // namespace mingze::draft
