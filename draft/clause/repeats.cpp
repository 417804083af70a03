#include "draft/clause/repeats.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "draft/clause/words.hpp"
#include "draft/document/numbering.hpp"

namespace mingze::draft {

namespace {

constexpr std::size_t fewest_words = 6;
// Of the pairs of neighbouring characters of two items so many in ten are the same.
constexpr std::size_t same_in_ten = 8;

bool is_mark(char32_t c) {
  constexpr std::u32string_view marks = U"。,，、;；:：!?！？·…—-\"'“”‘’《》〈〉";
  return is_opening(c) || is_closing(c) || marks.find(c) != std::u32string_view::npos;
}

struct Said {
  std::u32string words;   ///< without marks
  std::size_t first = 0;  ///< length of the first sentence
};

/// The clauses that stand apart from the sentences, in text order.
std::vector<Range> clauses_apart(const Document& document, const Item& item) {
  std::vector<Range> out;
  for (const Clause& clause : item.clauses)
    if (clause.form != ClauseForm::prose && clause.form != ClauseForm::duty_list)
      out.push_back({document.index_at(clause.span.begin), document.index_at(clause.span.end)});
  std::sort(out.begin(), out.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return out;
}

Said said_in(const TextView& text, const Item& item) {
  const Document& document = text.document();
  const std::vector<Range> apart = clauses_apart(document, item);
  auto clause = apart.begin();
  std::uint32_t at = document.index_at(item.span.begin);
  const std::uint32_t end = document.index_at(item.span.end);
  if (const auto number = read_number(text.of({at, end}))) at += number->length;
  Said out;
  for (; at < end; ++at) {
    for (; clause != apart.end() && clause->begin <= at; ++clause) at = std::max(at, clause->end);
    if (at >= end) break;
    const char32_t c = text.at(at);
    if (is_sentence_end(c) && out.first == 0) out.first = out.words.size();
    if (!is_mark(c)) out.words += c;
  }
  if (out.first == 0) out.first = out.words.size();
  return out;
}

std::vector<std::uint64_t> pairs_of(const std::u32string& words) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 1; i < words.size(); ++i)
    out.push_back(std::uint64_t{words[i - 1]} << 32U | words[i]);
  std::sort(out.begin(), out.end());
  return out;
}

bool are_nearly_same(const std::u32string& a, const std::u32string& b) {
  // Lengths first: what a comparison costs is then in proportion to either of the two.
  if (std::min(a.size(), b.size()) * 10 < std::max(a.size(), b.size()) * same_in_ten) return false;
  const auto left = pairs_of(a);
  const auto right = pairs_of(b);
  std::vector<std::uint64_t> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(shared));
  return shared.size() * 10 >= std::max(left.size(), right.size()) * same_in_ten;
}

}  // namespace

void mark_repeats(const TextView& text, std::vector<Item>& items) {
  std::vector<Said> said;
  said.reserve(items.size());
  std::unordered_map<std::u32string, std::size_t> by_words;
  std::unordered_map<std::u32string, std::size_t> by_first;
  for (std::size_t i = 0; i < items.size(); ++i) {
    said.push_back(said_in(text, items[i]));
    const Said& now = said.back();
    if (now.words.size() < fewest_words) continue;
    const auto same = by_words.emplace(now.words, i).first->second;
    if (same != i) items[i].repeats = items[same].id;
    if (now.first < fewest_words) continue;
    const auto begun_alike = by_first.emplace(now.words.substr(0, now.first), i).first->second;
    if (same == i && begun_alike != i && are_nearly_same(said[begun_alike].words, now.words))
      items[i].repeats = items[begun_alike].id;
  }
}

}  // namespace mingze::draft
