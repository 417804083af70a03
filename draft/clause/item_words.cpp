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
  constexpr char32_t first_word = 0x3400;  // of the Chinese characters
  constexpr char32_t last_word = 0x9FFF;
  if (c >= first_word && c <= last_word) return false;
  constexpr std::u32string_view marks = U"。,，、;；:：!?！？·…—-\"'“”‘’《》〈〉";
  return is_opening(c) || is_closing(c) || marks.find(c) != std::u32string_view::npos;
}

// What says how bodies take part, between their names.
constexpr std::u32string_view manners[] = {
    U"按职责分工", U"按照职责", U"按职责", U"负总责", U"等部门", U"等单位", U"牵头",
    U"负责",       U"配合",     U"会同",   U"协同",   U"协助",   U"参与",   U"主办",
    U"协办",       U"具体",     U"共同",   U"分别",   U"组织",   U"实施",   U"落实",
    U"由",         U"和",       U"及",     U"与",     U"等"};

/// Whether these words only say how bodies take part.
bool is_manner(std::u32string_view words) {
  while (!words.empty()) {
    const auto* const manner =
        std::find_if(std::begin(manners), std::end(manners),
                     [&](std::u32string_view one) { return words.starts_with(one); });
    if (manner == std::end(manners)) return false;
    words.remove_prefix(manner->size());
  }
  return true;
}

/// The names in a sentence's clause that stand in the item, in text order.
std::vector<Range> names_in(const Document& document, const Clause& clause, Range item) {
  std::vector<Range> out;
  for (const auto* mentions : {&clause.lead, &clause.cooperating, &clause.named})
    for (const Mention& mention : *mentions) {
      const Range name{document.index_at(mention.span.begin), document.index_at(mention.span.end)};
      if (name.begin >= item.begin && name.end <= item.end) out.push_back(name);
    }
  std::sort(out.begin(), out.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return out;
}

/// Of a sentence's clause (清理河道垃圾，由县水利局牵头，县农业局配合): what stands between two marks
/// and is nothing but names and how these take part. A name among words of the task stays: what
/// 县财政局 does for a thing is not what 县水利局 does for it.
void add_parts_apart(const Document& document, Range item, const Clause& clause,
                     std::vector<Range>& out) {
  const std::u32string_view text = document.folded();
  const std::vector<Range> names = names_in(document, clause, item);
  for (auto name = names.begin(); name != names.end();) {
    Range part = *name;
    while (part.begin > item.begin && !is_mark(text[part.begin - 1])) --part.begin;
    while (part.end < item.end && !is_mark(text[part.end])) ++part.end;
    std::u32string rest;  // the part without its names
    std::uint32_t at = part.begin;
    for (; name != names.end() && name->begin < part.end; ++name) {
      if (name->begin > at) rest += text.substr(at, name->begin - at);
      at = std::max(at, name->end);
    }
    if (at < part.end) rest += text.substr(at, part.end - at);
    if (is_manner(rest)) out.push_back(part);
  }
}

/// What of an item tells who does it and not what it is, in text order.
std::vector<Range> clauses_apart(const Document& document, const Item& item) {
  const Range whole{document.index_at(item.span.begin), document.index_at(item.span.end)};
  std::vector<Range> out;
  for (const Clause& clause : item.clauses) {
    if (clause.form == ClauseForm::duty_list) continue;
    if (clause.form == ClauseForm::prose)
      add_parts_apart(document, whole, clause, out);
    else
      out.push_back({document.index_at(clause.span.begin), document.index_at(clause.span.end)});
  }
  std::sort(out.begin(), out.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return out;
}

const std::vector<std::uint64_t>& pairs_of(const ItemWords& item) {
  if (!item.pairs.empty() || item.words.size() < 2) return item.pairs;
  for (std::size_t i = 1; i < item.words.size(); ++i)
    item.pairs.push_back(std::uint64_t{item.words[i - 1]} << 32U | item.words[i]);
  std::sort(item.pairs.begin(), item.pairs.end());
  return item.pairs;
}

}  // namespace

bool ItemWords::tell() const { return words.size() >= fewest_words; }

std::u32string_view ItemWords::beginning() const {
  return first < fewest_words ? std::u32string_view() : std::u32string_view(words).substr(0, first);
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
  const auto& left = pairs_of(a);
  const auto& right = pairs_of(b);
  const std::size_t needed =
      (std::max(left.size(), right.size()) * same_in_ten + 9) / 10;  // so many are the same
  auto in_left = left.begin();
  auto in_right = right.begin();
  std::size_t shared = 0;
  while (shared +
                 static_cast<std::size_t>(std::min(left.end() - in_left, right.end() - in_right)) >=
             needed &&
         in_left != left.end() && in_right != right.end()) {
    const std::uint64_t first = *in_left;
    const std::uint64_t second = *in_right;
    shared += first == second ? 1 : 0;
    in_left += first <= second ? 1 : 0;
    in_right += second <= first ? 1 : 0;
  }
  return shared >= needed;
}

}  // namespace mingze::draft
