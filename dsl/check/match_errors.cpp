// What is said about a sentence that no template fits, or several do.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/ast/keywords.hpp"
#include "dsl/check/match.hpp"
#include "dsl/check/script.hpp"
#include "engine/base/nearest.hpp"

namespace mingze::dsl {

namespace {

constexpr std::uint32_t step = 4;  ///< a word too many, too few or another one
constexpr std::uint32_t misspelt = 1;

bool can_be_literal(const Word& word) {
  return word.form != Form::string && word.form != Form::variable;
}

std::uint32_t difference(const TemplatePiece& piece, const Word& word) {
  if (piece.slot) return word.form == Form::comparison ? step : 0;
  if (!can_be_literal(word)) return 2 * step;
  if (piece.word == word.text) return 0;
  // `in` and `is` are two words, not one of them misspelt.
  const bool short_word = piece.word.size() < 3;
  return short_word || nearest(word.text, {piece.word}, 1).empty() ? step : misspelt;
}

/// How far one sentence is from templates. Templates share their words, so what a literal costs at
/// each word of the sentence is remembered.
class SentenceDistance {
 public:
  explicit SentenceDistance(const std::vector<Word>& words) : words_(words) {}

  /// An edit distance over words in which a slot takes any.
  std::uint32_t to(const Template& pieces) {
    std::vector<std::uint32_t> row(words_.size() + 1);
    std::vector<std::uint32_t> next(words_.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = static_cast<std::uint32_t>(j) * step;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Costs& costs = costs_of(pieces[i]);
      next[0] = static_cast<std::uint32_t>(i + 1) * step;
      for (std::size_t j = 0; j < words_.size(); ++j)
        next[j + 1] = std::min({row[j + 1] + step, next[j] + step, row[j] + costs[j]});
      row.swap(next);
    }
    return row[words_.size()];
  }

  /// Whether at least some word of the template is there.
  bool shares_word_with(const Template& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const TemplatePiece& piece) {
      if (piece.slot) return false;
      const Costs& costs = costs_of(piece);
      return std::any_of(costs.begin(), costs.end(),
                         [](std::uint32_t cost) { return cost <= misspelt; });
    });
  }

 private:
  using Costs = std::vector<std::uint32_t>;

  const Costs& costs_of(const TemplatePiece& piece) {
    const auto [found, is_new] = costs_.try_emplace(piece.slot ? std::string() : piece.word);
    if (is_new)
      for (const Word& word : words_) found->second.push_back(difference(piece, word));
    return found->second;
  }

  const std::vector<Word>& words_;
  std::unordered_map<std::string, Costs> costs_;
};

std::uint32_t literal_count(const Template& pieces) {
  return static_cast<std::uint32_t>(
      std::count_if(pieces.begin(), pieces.end(), [](const auto& piece) { return !piece.slot; }));
}

}  // namespace

std::string MatchErrors::text_of(std::uint32_t entry) const {
  const auto& written = vocabulary_.templates[entry];
  return written_out(written.pieces, program_[written.predicate]);
}

std::vector<MatchErrors::Near> MatchErrors::nearest(const Sentence& sentence) const {
  std::vector<Near> found;
  SentenceDistance distance(sentence.words);
  const auto& entries = vocabulary_.templates.entries();
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const std::size_t a = entries[i].pieces.size();
    const std::size_t b = sentence.words.size();
    if ((a > b ? a - b : b - a) > 4) continue;
    if (!distance.shares_word_with(entries[i].pieces)) continue;
    const std::uint32_t cost = distance.to(entries[i].pieces);
    if (cost <= step * (1 + literal_count(entries[i].pieces))) found.push_back({cost, i});
  }
  std::sort(found.begin(), found.end(), [&](const Near& a, const Near& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    const auto& first = program_[entries[a.entry].predicate].id;
    const auto& second = program_[entries[b.entry].predicate].id;
    return first != second ? first < second : a.entry < b.entry;
  });
  return found;
}

void MatchErrors::no_template(const Sentence& sentence, const Message& note) {
  const auto& lost = vocabulary_.lost_words;
  const bool may_be_lost = std::any_of(
      sentence.words.begin(), sentence.words.end(),
      [&](const Word& word) { return can_be_literal(word) && lost.contains(word.text); });
  if (may_be_lost) return;
  Diagnostic diagnostic{
      .code = "no-template",
      .message = {"没有哪个句式与这句话相符", "no template matches this sentence"},
      .span = sentence.span};
  std::vector<Near> near;
  if (searches_left_ > 0) {
    --searches_left_;
    near = nearest(sentence);
  }
  if (!near.empty() && !vocabulary_.templates[near.front().entry].sound) return;
  if (near.size() > 3) near.resize(3);
  for (const Near& each : near) {
    const auto& entry = vocabulary_.templates[each.entry];
    const std::string text = text_of(each.entry);
    diagnostic.related.push_back(
        {entry.span,
         {fmt::format("相近的句式：{}", text), fmt::format("a near template: {}", text)}});
  }
  if (!near.empty()) add_repair(diagnostic, sentence, near.front().entry);
  add_spacing_note(diagnostic, sentence);
  if (!note.empty()) diagnostic.notes.push_back(note);
  if (near.empty() && diagnostic.notes.empty())
    diagnostic.notes.push_back({"用“关系”语句声明这个句式，词与词之间用空格隔开",
                                "declare the sentence with a `relation` statement; words are "
                                "separated by spaces"});
  diagnostics_.push_back(std::move(diagnostic));
}

/// One misspelt word: a sure replacement.
void MatchErrors::add_repair(Diagnostic& diagnostic, const Sentence& sentence,
                             std::uint32_t entry) const {
  const Template& pieces = vocabulary_.templates[entry].pieces;
  if (pieces.size() != sentence.words.size()) return;
  const Word* wrong = nullptr;
  const std::string* right = nullptr;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (difference(pieces[i], sentence.words[i]) == 0) continue;
    if (wrong) return;
    wrong = &sentence.words[i];
    right = &pieces[i].word;
  }
  if (!wrong || !right) return;
  diagnostic.repairs.push_back({wrong->span,
                                *right,
                                {fmt::format("把“{}”改为“{}”", wrong->text, *right),
                                 fmt::format("replace \"{}\" with \"{}\"", wrong->text, *right)}});
}

/// `某部门牵头某事项`: words that only white space would tell apart.
void MatchErrors::add_spacing_note(Diagnostic& diagnostic, const Sentence& sentence) const {
  if (searches_left_ == 0 || sentence.words.size() > 32) return;
  for (const Word& word : sentence.words) {
    if (word.form == Form::string || !contains_han(word.text)) continue;
    for (const auto& entry : vocabulary_.templates.entries())
      for (const TemplatePiece& piece : entry.pieces) {
        const bool inside = !piece.slot && piece.word.size() >= 6 && contains_han(piece.word) &&
                            word.text.size() > piece.word.size() &&
                            word.text.find(piece.word) != std::string::npos;
        if (!inside) continue;
        diagnostic.notes.push_back(
            {fmt::format("句子里的词要用空格隔开，中文也一样：“{}”里有“{}”", word.text, piece.word),
             fmt::format("words are separated by spaces, in Chinese too: \"{}\" holds \"{}\"",
                         word.text, piece.word)});
        return;
      }
  }
}

void MatchErrors::ambiguous(const Sentence& sentence, const Match& match) {
  std::vector<std::uint32_t> entries = match.entries;
  std::sort(entries.begin(), entries.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& first = program_[vocabulary_.templates[a].predicate].id;
    const auto& second = program_[vocabulary_.templates[b].predicate].id;
    return first != second ? first < second : a < b;
  });
  Diagnostic diagnostic{
      .code = "ambiguous-sentence",
      .message = {fmt::format("这句话同时符合 {} 个句式：{} ｜ {}", entries.size(),
                              text_of(entries[0]), text_of(entries[1])),
                  fmt::format("{} templates match this sentence: {} | {}", entries.size(),
                              text_of(entries[0]), text_of(entries[1]))},
      .span = sentence.span,
      .notes = {{"改一下其中一个句式的用词，使两者能分清",
                 "change the words of one template so that the two can be told apart"}}};
  for (const std::uint32_t number : entries) {
    const auto& entry = vocabulary_.templates[number];
    diagnostic.related.push_back(
        {entry.span,
         {fmt::format("“{}”的句式：{}", program_[entry.predicate].id, text_of(number)),
          fmt::format("the template of \"{}\": {}", program_[entry.predicate].id,
                      text_of(number))}});
  }
  diagnostics_.push_back(std::move(diagnostic));
}

}  // namespace mingze::dsl
