#include <array>

#include "draft/clause/notes.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

struct Pair {
  char32_t open;
  char32_t close;
};

constexpr std::array<Pair, 12> pairs{{{U'（', U'）'},
                                      {U'(', U')'},
                                      {U'〔', U'〕'},
                                      {U'［', U'］'},
                                      {U'[', U']'},
                                      {U'【', U'】'},
                                      {U'〖', U'〗'},
                                      {U'｛', U'｝'},
                                      {U'{', U'}'},
                                      {U'〈', U'〉'},
                                      {U'<', U'>'},
                                      {U'＜', U'＞'}}};

bool match(char32_t open, char32_t close) {
  for (const Pair& pair : pairs) {
    if (pair.open == open) return pair.close == close;
  }
  return true;
}

/// The last character of a stretch of UTF-8.
char32_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return decode_at(text, at).value;
}

}  // namespace

void add_mark_notes(const Document& document, const std::vector<Item>& items,
                    std::vector<StructureNote>& notes) {
  for (const Item& item : items) {
    for (const Clause& clause : item.clauses) {
      if (clause.form != ClauseForm::bracket || clause.span.size() == 0) continue;
      const auto words =
          std::string_view(document.text()).substr(clause.span.begin, clause.span.size());
      const CodePoint open = decode_at(words, 0);
      if (match(open.value, last_character(words))) continue;
      StructureNote note;
      note.kind = StructureNote::Kind::mixed_marks;
      note.span = {document.source(), clause.span.begin, clause.span.begin + open.bytes};
      note.found = words.substr(0, open.bytes);
      notes.push_back(note);
    }
  }
}

}  // namespace mingze::draft
