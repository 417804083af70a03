#include "dsl/check/match.hpp"

#include <algorithm>

namespace mingze::dsl {

namespace {

/// Two templates of one relation with the same words and slots say the same.
void drop_equal(std::vector<std::uint32_t>& entries, const TemplateIndex& index) {
  const auto same = [&](std::uint32_t a, std::uint32_t b) {
    if (index[a].predicate != index[b].predicate) return false;
    return std::equal(index[a].pieces.begin(), index[a].pieces.end(), index[b].pieces.begin(),
                      index[b].pieces.end(), [](const TemplatePiece& x, const TemplatePiece& y) {
                        return x.slot == y.slot && x.word == y.word;
                      });
  };
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t entry : entries)
    if (std::none_of(kept.begin(), kept.end(), [&](std::uint32_t k) { return same(k, entry); }))
      kept.push_back(entry);
  entries.swap(kept);
}

}  // namespace

Match match_sentence(const Sentence& sentence, const Vocabulary& vocabulary,
                     const Program& program) {
  Match match;
  std::vector<std::uint32_t> found = vocabulary.templates.match(sentence.words);
  if (found.size() > 1) drop_equal(found, vocabulary.templates);
  if (found.empty()) return match;
  const auto unsound = std::find_if(found.begin(), found.end(), [&](std::uint32_t entry) {
    return !vocabulary.templates[entry].sound;
  });
  if (unsound == found.end() && found.size() > 1) {
    match.sort = Match::Sort::several;
    match.entries = std::move(found);
    return match;
  }
  const auto& entry = vocabulary.templates[unsound == found.end() ? found.front() : *unsound];
  match.sort = Match::Sort::one;
  match.predicate = entry.predicate;
  match.sound = entry.sound;
  if (!entry.sound) return match;
  match.words.resize(program[entry.predicate].slots.size());
  for (std::size_t i = 0; i < entry.pieces.size(); ++i)
    if (const auto& slot = entry.pieces[i].slot) match.words[*slot] = &sentence.words[i];
  return match;
}

}  // namespace mingze::dsl
