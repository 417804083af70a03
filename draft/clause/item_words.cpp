#include "draft/clause/item_words.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

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

/// The clauses that stand apart from the sentences, in text order.
std::vector<Range> clauses_apart(const Document& document, const Item& item) {
  std::vector<Range> out;
  for (const Clause& clause : item.clauses)
    if (clause.form != ClauseForm::prose && clause.form != ClauseForm::duty_list)
      out.push_back({document.index_at(clause.span.begin), document.index_at(clause.span.end)});
  std::sort(out.begin(), out.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return out;
}

std::vector<std::uint64_t> pairs_of(const std::u32string& words) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 1; i < words.size(); ++i)
    out.push_back(std::uint64_t{words[i - 1]} << 32U | words[i]);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

bool ItemWords::tell() const { return words.size() >= fewest_words; }

std::u32string ItemWords::beginning() const {
  return first < fewest_words ? std::u32string() : words.substr(0, first);
}

ItemWords words_of(const Document& document, const Item& item) {
  const std::u32string_view text = document.folded();
  const std::vector<Range> apart = clauses_apart(document, item);
  auto clause = apart.begin();
  std::uint32_t at = document.index_at(item.span.begin);
  const std::uint32_t end = document.index_at(item.span.end);
  if (const auto number = read_number(document.folded({at, end}))) at += number->length;
  ItemWords out;
  for (; at < end; ++at) {
    for (; clause != apart.end() && clause->begin <= at; ++clause) at = std::max(at, clause->end);
    if (at >= end) break;
    const char32_t c = text[at];
    if (is_sentence_end(c) && out.first == 0) out.first = out.words.size();
    if (!is_mark(c)) out.words += c;
  }
  if (out.first == 0) out.first = out.words.size();
  return out;
}

bool are_nearly_same(const ItemWords& a, const ItemWords& b) {
  // Lengths first: what a comparison costs is then in proportion to either of the two.
  if (std::min(a.words.size(), b.words.size()) * 10 <
      std::max(a.words.size(), b.words.size()) * same_in_ten)
    return false;
  const auto left = pairs_of(a.words);
  const auto right = pairs_of(b.words);
  std::vector<std::uint64_t> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(shared));
  return shared.size() * 10 >= std::max(left.size(), right.size()) * same_in_ten;
}

}  // namespace mingze::draft
