#include <fmt/format.h>

#include <tuple>

#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

using Entry = TemplateIndex::Entry;

/// Whether something of the slot's kind has the word as a name.
bool takes(const LintRun& run, const Entry& entry, std::uint32_t slot, const std::string& word) {
  const KindId kind = run.program()[entry.predicate].slots[slot].kind;
  if (!Symbols::has_entities(kind)) return false;
  return run.program().symbols.find_entity(kind, word) ||
         !run.vocabulary().names.uses(kind, word).empty();
}

/// Whether some sentence fits both.
bool overlap(const LintRun& run, const Entry& a, const Entry& b) {
  if (a.pieces.size() != b.pieces.size()) return false;
  for (std::size_t i = 0; i < a.pieces.size(); ++i) {
    const TemplatePiece& one = a.pieces[i];
    const TemplatePiece& other = b.pieces[i];
    if (one.slot && other.slot) continue;
    if (!one.slot && !other.slot && one.word != other.word) return false;
    if (one.slot && !takes(run, a, *one.slot, other.word)) return false;
    if (other.slot && !takes(run, b, *other.slot, one.word)) return false;
  }
  return true;
}

/// Whether two templates of one relation say the same of the same slots.
bool say_the_same(const Template& a, const Template& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].slot != b[i].slot) return false;
  return true;
}

/// A sentence that both templates fit: letters where both have slots.
std::string common_sentence(const Template& a, const Template& b) {
  std::string out;
  char letter = 'A';
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (i > 0) out += ' ';
    if (!a[i].slot)
      out += a[i].word;
    else if (!b[i].slot)
      out += b[i].word;
    else
      out += letter++;
  }
  return out;
}

}  // namespace

void find_overlapping_templates(const LintRun& run) {
  const std::vector<Entry>& entries = run.vocabulary().templates.entries();
  // The later one is at fault, but never one of which nothing is told.
  const auto place = [&](const Entry& entry) {
    return std::tuple(run.subject.told(entry.span.source),
                      run.subject.sources[entry.span.source].name(), entry.span.begin);
  };
  for (std::size_t i = 0; i < entries.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const bool in_order = place(entries[j]) < place(entries[i]);
      const Entry& first = in_order ? entries[j] : entries[i];
      const Entry& second = in_order ? entries[i] : entries[j];
      if (first.predicate == second.predicate && say_the_same(first.pieces, second.pieces))
        continue;
      if (!overlap(run, first, second)) continue;
      const std::string sentence = common_sentence(first.pieces, second.pieces);
      run.add(
          {.code = "overlapping-templates",
           .message = {fmt::format("两个句式有共同的句子“{}”：写了它，分不清说的是哪一个",
                                   sentence),
                       fmt::format("two templates fit the sentence \"{}\": written, it is "
                                   "ambiguous",
                                   sentence)},
           .span = second.span,
           .related = {{first.span, {"另一个句式", "the other template"}}},
           .notes = {{"给其中一个换一个词，或者加一个词", "change a word of one, or add one"}}});
    }
}

}  // namespace mingze::dsl
