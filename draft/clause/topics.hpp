// Which of the register's items an item of a text is about.
#pragma once

#include <vector>

#include "draft/clause/lexicon.hpp"
#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// Gives items their topics: the names of `topics` that stand in their words, their responsibility
/// clauses and titles (《…》) left aside. Of names that overlap the longest counts, and one inside a
/// longer known name (of a body) does not.
class TopicFinder {
 public:
  /// All must outlive it.
  TopicFinder(const TextView& text, const Lexicon& topics);

  /// The text was edited, and its view follows already.
  void follow(const TextChange& change);

  void add_to(Item& item) const;

 private:
  [[nodiscard]] std::vector<NameHit> names_in(Range range) const;
  [[nodiscard]] bool inside_name(const NameHit& hit) const;
  [[nodiscard]] std::uint32_t end_of_first_words(std::uint32_t begin, std::uint32_t end) const;
  void add(Item& item, const NameHit& hit, Span span, bool first) const;

  const TextView& text_;
  const Lexicon& topics_;
  std::vector<NameHit> hits_;
};

}  // namespace mingze::draft
