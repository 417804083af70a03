#include "dsl/convert/wording.hpp"

#include <variant>

#include "dsl/check/script.hpp"

namespace mingze::dsl {

namespace {

/// Of two texts the one in a language, or null where they don't differ in it.
template <typename Text>
const Text* in_language(const Text& first, const Text& second, Language language,
                        const std::string& first_words, const std::string& second_words) {
  const bool chinese_first = first_is_chinese(first_words, second_words);
  if (chinese_first == first_is_chinese(second_words, first_words)) return nullptr;
  return chinese_first == (language == Language::zh) ? &first : &second;
}

std::string literal_words(const Template& pieces) {
  std::string words;
  for (const TemplatePiece& piece : pieces)
    if (!piece.slot) words += piece.word + ' ';
  return words;
}

}  // namespace

Wordings::Wordings(Language language, const std::vector<Input>& inputs, const Lowered& lowered)
    : language_(language), templates_(lowered.program.predicates.size()) {
  std::vector<const Template*> first(templates_.size());
  for (const TemplateIndex::Entry& entry : lowered.vocabulary.templates.entries()) {
    const std::uint32_t predicate = entry.predicate.value;
    if (first[predicate] != nullptr)
      templates_[predicate] =
          in_language(*first[predicate], entry.pieces, language, literal_words(*first[predicate]),
                      literal_words(entry.pieces));
    first[predicate] = &entry.pieces;
  }
  const Symbols& symbols = lowered.program.symbols;
  for (std::uint32_t i = 0; i < symbols.kind_count(); ++i) {
    const mingze::Kind& kind = symbols.kind({i});
    if (kind.other.empty()) continue;
    if (const auto* id = in_language(kind.id, kind.other, language, kind.id, kind.other))
      kinds_[kind.id] = kinds_[kind.other] = *id;
  }
  for (const Input& input : inputs)
    for (const Statement& statement : input.module->statements) {
      if (const auto* relation = std::get_if<Relation>(&statement.body))
        add_text(relation->templates);
      if (const auto* decision = std::get_if<Decision>(&statement.body))
        add_text(decision->templates);
    }
}

void Wordings::add_text(const BilingualText& templates) {
  if (!templates.second) return;
  const std::string& first = templates.first.text;
  const std::string& second = templates.second->text;
  if (const auto* text = in_language(first, second, language_, first, second))
    texts_[first] = texts_[second] = *text;
}

const Template* Wordings::template_of(PredicateId predicate) const {
  return templates_[predicate.value];
}

const std::string* Wordings::template_text(const std::string& written) const {
  const auto found = texts_.find(written);
  return found == texts_.end() ? nullptr : &found->second;
}

const std::string* Wordings::kind_id(const std::string& word) const {
  const auto found = kinds_.find(word);
  return found == kinds_.end() ? nullptr : &found->second;
}

}  // namespace mingze::dsl
