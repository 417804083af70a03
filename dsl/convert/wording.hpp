// The two wordings of a thing, and which of them is in which language.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "dsl/lower/lower.hpp"

namespace mingze::dsl {

/// What there is in both languages: templates as written, the templates of each predicate, kinds.
class Wordings {
 public:
  Wordings(Language language, const std::vector<Input>& inputs, const Lowered& lowered);

  /// The template of a predicate in the language, or null where it has not two of them.
  [[nodiscard]] const Template* template_of(PredicateId predicate) const;
  /// The wording in the language of a template that is written so somewhere, or null.
  [[nodiscard]] const std::string* template_text(const std::string& written) const;
  /// The id of a kind in the language, or null where the word is no kind with two.
  [[nodiscard]] const std::string* kind_id(const std::string& word) const;

 private:
  void add_text(const BilingualText& templates);

  Language language_;
  std::vector<const Template*> templates_;  // by predicate
  std::unordered_map<std::string, std::string> texts_;
  std::unordered_map<std::string, std::string> kinds_;
};

}  // namespace mingze::dsl
