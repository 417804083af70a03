#include "dsl/check/comparison.hpp"

#include "dsl/ast/keywords.hpp"

namespace mingze::dsl {

namespace {

bool is_keyword(const Word& word, Keyword keyword) {
  return word.form == Form::plain && find_keyword(word.text).keyword == keyword;
}

std::optional<Comparison> comparison_of(const Word& word) {
  if (is_keyword(word, Keyword::is)) return Comparison::equal;
  if (word.form == Form::plain && word.text == "不是") return Comparison::not_equal;
  if (word.form != Form::comparison) return std::nullopt;
  if (word.text == "<") return Comparison::less;
  if (word.text == "<=") return Comparison::less_equal;
  if (word.text == ">") return Comparison::greater;
  if (word.text == ">=") return Comparison::greater_equal;
  return std::nullopt;
}

}  // namespace

std::optional<WrittenComparison> comparison_in(const Sentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() == 4 && is_keyword(words[1], Keyword::is) && is_keyword(words[2], Keyword::not_))
    return WrittenComparison{&words[0], &words[3], Comparison::not_equal,
                             cover(words[1].span, words[2].span)};
  if (words.size() != 3) return std::nullopt;
  const auto comparison = comparison_of(words[1]);
  if (!comparison) return std::nullopt;
  return WrittenComparison{&words[0], &words[2], *comparison, words[1].span};
}

}  // namespace mingze::dsl
