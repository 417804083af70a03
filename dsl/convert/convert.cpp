#include "dsl/convert/convert.hpp"

#include <algorithm>
#include <set>

#include "dsl/ast/characters.hpp"
#include "dsl/ast/keywords.hpp"
#include "dsl/check/comparison.hpp"
#include "dsl/check/match.hpp"
#include "dsl/check/roles.hpp"
#include "dsl/convert/wording.hpp"

namespace mingze::dsl {

namespace {

bool same_word(const Word& a, const Word& b) { return a.form == b.form && a.text == b.text; }

class Converter {
 public:
  Converter(Language language, const std::vector<Input>& inputs, const Lowered& lowered)
      : language_(language), lowered_(lowered), wordings_(language, inputs, lowered) {}

  [[nodiscard]] Module run(const Module& module) const {
    Module out = module;
    for (Statement& statement : out.statements) {
      statement.language = language_;
      std::visit([this](auto& body) { convert(body); }, statement.body);
    }
    return out;
  }

 private:
  /// What is written the same in both languages.
  template <typename Body>
  void convert(Body&) const {}

  void convert(Decision& decision) const {
    const auto id = lowered_.vocabulary.predicates.find(decision.id.text);
    if (id == nullptr) return;
    convert_role(decision.value, lowered_.program[*id]);
    for (Word& key : decision.key) convert_role(key, lowered_.program[*id]);
    if (!decision.domain) return;
    if (const auto* text = wordings_.template_text(decision.domain->text))
      decision.domain->text = *text;
  }

  /// A role stays; a kind that stands for a slot has two names.
  void convert_role(Word& word, const Predicate& predicate) const {
    const auto* other = wordings_.kind_id(word.text);
    const auto meant = [&](const std::string& text) {
      return slots_meant(text, predicate, lowered_.vocabulary, lowered_.program);
    };
    if (other != nullptr && meant(word.text) == meant(*other)) word.text = *other;
  }

  void convert(EntityOrFact& either) const {
    const Word& first = either.entity ? either.entity->kind : either.fact->sentence.words.front();
    const bool kind = lowered_.vocabulary.kinds.find(first.text) != nullptr;
    if (!either.entity || !kind) {
      either.entity.reset();
      return convert(*either.fact);
    }
    const auto* id = wordings_.kind_id(first.text);
    if (either.fact) {
      std::vector<Word>& words = either.fact->sentence.words;
      if (id != nullptr) words.front().text = *id;
      for (std::size_t i = 2; i < words.size(); ++i) convert_if(words[i], Keyword::aka);
    }
    if (id != nullptr) either.entity->kind.text = *id;
  }

  /// A fact must not come to begin with a kind's name, lest it be read as an entity.
  void convert(FactForm& fact) const {
    const Sentence before = fact.sentence;
    convert(fact.sentence);
    const Word& first = fact.sentence.words.front();
    const bool kind = lowered_.vocabulary.kinds.find(first.text) != nullptr;
    if (kind || begins_statement(find_keyword(first.text).keyword))
      if (!same_word(first, before.words.front())) fact.sentence = before;
  }

  void convert(Rule& rule) const {
    convert(rule.conditions);
    for (Conclusion& conclusion : rule.conclusions) convert(conclusion.sentence);
  }

  void convert(Finding& finding) const { convert(finding.conditions); }

  void convert(std::vector<Condition>& conditions) const {
    const std::set<std::string> dates = dates_in(conditions);
    for (Condition& condition : conditions)
      if (!convert(condition.sentence)) convert_comparison(condition.sentence, dates);
  }

  /// The variables that stand for dates.
  [[nodiscard]] std::set<std::string> dates_in(const std::vector<Condition>& conditions) const {
    std::set<std::string> dates;
    for (const Condition& condition : conditions) {
      const Match match = match_sentence(condition.sentence, lowered_.vocabulary, lowered_.program);
      for (std::size_t i = 0; i < match.words.size(); ++i)
        if (lowered_.program[match.predicate].slots[i].kind == date_kind)
          dates.insert(match.words[i]->text);
    }
    return dates;
  }

  void convert(Test& test) const {
    for (FactForm& fact : test.given) convert(fact.sentence);
    for (Expectation& expectation : test.expectations)
      if (expectation.sentence) convert(*expectation.sentence);
  }

  /// False where no template fits.
  bool convert(Sentence& sentence) const {
    const Match match = match_sentence(sentence, lowered_.vocabulary, lowered_.program);
    if (match.sort != Match::Sort::one || !match.sound) return match.sort != Match::Sort::none;
    const Template* const pieces = wordings_.template_of(match.predicate);
    Sentence out = sentence;
    if (pieces != nullptr) {
      out.words.clear();
      for (const TemplatePiece& piece : *pieces)
        out.words.push_back(piece.slot ? *match.words[*piece.slot]
                                       : Word{piece.word, form_of(piece.word)});
      if (!reads_as(out, match)) out = sentence;
    }
    convert_today(out, match.predicate);
    sentence = std::move(out);
    return true;
  }

  [[nodiscard]] bool reads_as(const Sentence& sentence, const Match& wanted) const {
    const Match match = match_sentence(sentence, lowered_.vocabulary, lowered_.program);
    return match.sort == Match::Sort::one && match.sound && match.predicate == wanted.predicate &&
           std::equal(match.words.begin(), match.words.end(), wanted.words.begin(),
                      [](const Word* a, const Word* b) { return same_word(*a, *b); });
  }

  void convert_today(Sentence& sentence, PredicateId predicate) const {
    const Match match = match_sentence(sentence, lowered_.vocabulary, lowered_.program);
    for (std::size_t i = 0; i < match.words.size(); ++i)
      if (lowered_.program[predicate].slots[i].kind == date_kind)
        convert_if(sentence.words[static_cast<std::size_t>(match.words[i] - sentence.words.data())],
                   Keyword::today);
  }

  void convert_comparison(Sentence& sentence, const std::set<std::string>& dates) const {
    const auto comparing = comparison_in(sentence);
    if (!comparing) return;
    Word left = *comparing->left;
    Word right = *comparing->right;
    if (dates.contains(left.text)) convert_if(right, Keyword::today);
    if (dates.contains(right.text)) convert_if(left, Keyword::today);
    std::vector<Word> words{std::move(left)};
    const auto sign = [&](Keyword keyword) {
      words.push_back({std::string(spelling(keyword, language_)), Form::plain});
    };
    if (comparing->comparison == Comparison::equal) {
      sign(Keyword::is);
    } else if (comparing->comparison != Comparison::not_equal) {
      words.push_back(sentence.words[1]);
    } else if (language_ == Language::zh) {
      words.push_back({"不是", Form::plain});
    } else {
      sign(Keyword::is);
      sign(Keyword::not_);
    }
    words.push_back(std::move(right));
    sentence.words = std::move(words);
  }

  void convert_if(Word& word, Keyword keyword) const {
    if (word.form == Form::plain && find_keyword(word.text).keyword == keyword)
      word.text = spelling(keyword, language_);
  }

  Language language_;
  const Lowered& lowered_;
  Wordings wordings_;
};

}  // namespace

Module convert(const Module& module, Language language, const std::vector<Input>& inputs,
               const Lowered& lowered) {
  return Converter(language, inputs, lowered).run(module);
}

}  // namespace mingze::dsl
