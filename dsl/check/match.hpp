// A sentence and the template that it matches.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/check/vocabulary.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

struct Match {
  enum class Sort { none, one, several };
  Sort sort = Sort::none;
  PredicateId predicate;
  std::vector<const Word*> words;      ///< one a slot, in slot order; none where `sound` is false
  bool sound = true;                   ///< the template has no error of its own
  std::vector<std::uint32_t> entries;  ///< several: the templates
};

/// Finds the one relation whose template the sentence matches. Says nothing.
[[nodiscard]] Match match_sentence(const Sentence& sentence, const Vocabulary& vocabulary,
                                   const Program& program);

/// Says that no template matches, with the nearest ones (`no-template`); says nothing where the
/// sentence may well be meant for a template that has an error itself.
class MatchErrors {
 public:
  MatchErrors(const Program& program, const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : program_(program), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  /// `note` says what else could have been meant.
  void no_template(const Sentence& sentence, const Message& note = {});
  void ambiguous(const Sentence& sentence, const Match& match);

 private:
  struct Near {
    std::uint32_t cost;
    std::uint32_t entry;
  };
  [[nodiscard]] std::vector<Near> nearest(const Sentence& sentence) const;
  void add_repair(Diagnostic& diagnostic, const Sentence& sentence, std::uint32_t entry) const;
  void add_spacing_note(Diagnostic& diagnostic, const Sentence& sentence) const;
  [[nodiscard]] std::string text_of(std::uint32_t entry) const;

  const Program& program_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  std::uint32_t searches_left_ = 100;
};

}  // namespace mingze::dsl
