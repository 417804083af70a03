// Items of other texts that say what an item of this one says.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "draft/clause/item_words.hpp"
#include "draft/clause/reading.hpp"
#include "draft/facts/jurisdictions.hpp"

namespace mingze::draft {

/// An item of another text. Text and item outlive it.
struct OtherItem {
  const Reading* text = nullptr;
  const Item* item = nullptr;
  std::string name;  ///< of the text, as messages call it
};

/// Items of other texts by the id of the item that says the same.
using OtherItems = std::map<std::string, std::vector<OtherItem>>;

/// Goes through texts in one order and tells of each item those before it that say the same in
/// other texts: the same words, or the same first sentence and nearly the same words, as within a
/// text (draft/clause/repeats.hpp).
///
/// Compared are texts of one place alone: what another place gives to other departments is no
/// contradiction. A text that does not tell its place is compared with none. Of items that say the
/// same with the same leads the first is told; items without a lead are not.
class SaidBefore {
 public:
  explicit SaidBefore(const Jurisdictions& places) : places_(places) {}

  /// `words`: of each item of the text, in its order.
  [[nodiscard]] OtherItems next(const Reading& text, const std::string& name,
                                const std::vector<ItemWords>& words);

 private:
  struct Said {
    OtherItem other;
    ItemWords words;
    std::string leads;  ///< the bodies that lead it
  };
  using Numbers = std::vector<std::size_t>;  // in said_
  struct Place {
    std::unordered_map<std::u32string, Numbers> by_words;
    std::unordered_map<std::u32string, Numbers> by_beginning;
  };

  [[nodiscard]] std::string place_of(const Issuer& issuer) const;
  [[nodiscard]] Numbers alike(const Place& place, const ItemWords& words) const;

  const Jurisdictions& places_;
  std::vector<Said> said_;
  std::map<std::string, Place> by_place_;
};

}  // namespace mingze::draft
