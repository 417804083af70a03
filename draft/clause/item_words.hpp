// What an item says, for comparing it with others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "draft/clause/reading.hpp"
#include "draft/document/document.hpp"

namespace mingze::draft {

/// The words of an item without its number, its marks and what tells who does it: the clauses that
/// stand apart from its sentences, and what in a sentence stands between marks and only names
/// bodies and how they take part (，由县水利局牵头，县农业局配合。).
struct ItemWords {
  std::u32string words;
  std::size_t first = 0;  ///< length of the first sentence
  /// The pairs of neighbouring characters, sorted; found when they are first asked for.
  mutable std::vector<std::uint64_t> pairs = {};

  /// Items of a few words are on many things (加强领导) and are not compared.
  [[nodiscard]] bool tell() const;
  /// The first sentence; empty where it is of a few words.
  [[nodiscard]] std::u32string_view beginning() const;
};

[[nodiscard]] ItemWords words_of(const Document& document, const Item& item);

/// Whether eight in ten of the pairs of neighbouring characters are the same.
[[nodiscard]] bool are_nearly_same(const ItemWords& a, const ItemWords& b);

}  // namespace mingze::draft
