// Where each of several texts is issued, as far as they and their names tell.
#pragma once

#include <string>
#include <vector>

#include "draft/clause/reading.hpp"
#include "draft/facts/jurisdictions.hpp"

namespace mingze::draft {

/// A text among others.
struct TextName {
  const Reading* reading = nullptr;
  std::string name;  ///< as messages call it
  Issuer named;      ///< what the name of its file tells of its issuer
};

/// Two texts are of one place where the keys are the same.
struct TextPlace {
  std::string key;
  Level level = Level::unknown;
  bool is_told = false;  ///< by its title, its signature or its file's name; else guessed
};

/// Title and signature go first, then the name of the file, then the place that the names of its
/// leads have, if they have one. A text that tells none of these is taken to be of the others'
/// place, where they are all of one and its leads may be of that level; else it is of one place
/// with the others that tell none.
[[nodiscard]] std::vector<TextPlace> places_of(const std::vector<TextName>& texts,
                                               const Jurisdictions& places);

/// The level that the names have as they are written, where they all have one.
[[nodiscard]] Level written_level(const std::vector<Mention>& names);

/// Whether two levels may be the same, as far as they are known.
[[nodiscard]] bool may_be_one(Level a, Level b);

}  // namespace mingze::draft
