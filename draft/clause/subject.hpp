// The subject of a sentence, where it is one or more bodies.
#pragma once

#include <vector>

#include "draft/clause/names.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// What is said of the subject.
enum class Predicate : std::uint8_t { none, must, charged, leads, together, helps };

struct Subject {
  std::vector<NameRange> names;  ///< empty: the sentence has no body as its subject
  Predicate predicate = Predicate::none;
  std::uint32_t end = 0;   ///< where the predicate starts
  bool functions = false;  ///< told by what they do: 公安、财政等部门
};

/// Which words count as the name of a body.
enum class Trust : std::uint8_t {
  known,   ///< the register's names alone (inside a sentence, where endings mislead)
  plain,   ///< and words that plainly end like a body
  office,  ///< and offices, stations and companies: before a predicate that only bodies have
  loose,   ///< and divisions, institutions, companies (where the text lists duties)
};

/// Whether words start with what bodies do: 抓紧, 制定, 发布.
[[nodiscard]] bool starts_with_doing(std::u32string_view rest);

/// Whether a phrase starts with a verb or a preposition, and is no name that is known.
[[nodiscard]] bool starts_like_no_subject(const TextView& text, Range phrase);

/// Reads the subject at `range.begin`: names, then 要, 应当, 负责, 牵头, 会同 and the like.
[[nodiscard]] Subject read_subject(const TextView& text, Range range, Trust trust);

/// A noun phrase without the adverb that ends it: 甲局共同, 甲局分别.
[[nodiscard]] Range without_adverb(const TextView& text, Range phrase);

/// Names that follow 会同 or 联合, up to the verb.
[[nodiscard]] std::vector<NameRange> read_companions(const TextView& text, Range range);

/// Whether every name of a list may be a subject; marks those that stand for a class.
[[nodiscard]] bool are_subjects(const TextView& text, std::vector<NameRange>& names, Trust trust);

}  // namespace mingze::draft
