// Rules as sentences for people: variables as nouns, Chinese without blanks between its words.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/program/program.hpp"

namespace mingze::report {

/// A piece of a sentence, by what it is.
struct PhrasePart {
  enum class Sort { word, noun, name };  ///< a noun stands for a variable, a name for one thing
  Sort sort = Sort::word;
  std::string text;
};
using Phrase = std::vector<PhrasePart>;

/// A sentence with what leads to it (如果, and) and what restricts it.
struct Line {
  std::string lead;
  Phrase phrase;
  std::string tail = {};
};

/// Where something begins: source and byte.
using SpanKey = std::pair<std::uint32_t, std::uint32_t>;

/// Puts the parts of one rule, finding or expectation into words. A variable is the noun of its
/// kind: of English ones the first mention is "a department", later ones "the department"; several
/// of one kind are told apart by letters, in Chinese by 甲、乙、丙. A Chinese variable is a noun.
class Wording {
 public:
  Wording(const Program& program, const Body& body, Language language);

  [[nodiscard]] Phrase sentence(const Atom& atom);
  [[nodiscard]] Phrase message(const TextTemplate& text);
  [[nodiscard]] std::vector<Line> conditions();
  [[nodiscard]] std::vector<Line> conclusions(const std::vector<Conclusion>& conclusions);

 private:
  void name_variables();
  [[nodiscard]] std::string free_noun(KindId kind, std::set<std::string>& taken, bool alone) const;
  [[nodiscard]] std::string noun(std::uint32_t variable);
  [[nodiscard]] PhrasePart part(const Term& term, KindId kind);
  [[nodiscard]] Phrase compared(const Condition& condition);
  [[nodiscard]] Phrase counted(const Condition& condition);
  [[nodiscard]] std::string lead(const Condition& condition, bool first) const;
  [[nodiscard]] bool is_local(std::uint32_t variable) const;
  [[nodiscard]] bool zh() const { return language_ == Language::zh; }

  const Program& program_;
  const Body& body_;
  Language language_;
  std::vector<std::string> nouns_;
  std::vector<bool> lettered_;
  std::set<std::uint32_t> mentioned_ = {};
  bool negated_ = false;
};

/// A sentence about given things, and about anything of its kinds.
[[nodiscard]] Phrase phrase_of(const Program& program, PredicateId predicate,
                               const std::vector<Value>& values, Language language);
[[nodiscard]] Phrase open_phrase(const Program& program, PredicateId predicate, Language language);

/// Whether blanks stand between the parts of two texts: not between Chinese characters.
[[nodiscard]] bool blank_between(const std::string& before, const std::string& after);

/// The phrase as plain text.
[[nodiscard]] std::string plain(const Phrase& phrase);

}  // namespace mingze::report
