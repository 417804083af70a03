#include "draft/clause/topics.hpp"

#include <algorithm>

#include "draft/clause/name_hits.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

// What an item is about is said before its first stop, and within this many characters.
constexpr std::uint32_t longest_first_words = 30;
constexpr std::uint32_t longest_title = 60;

/// Whether a place lies in 《…》: what a title names, the text speaks of by the way.
bool in_title(const TextView& text, std::uint32_t at) {
  for (std::uint32_t back = 1; back <= std::min(at, longest_title); ++back) {
    const char32_t c = text.at(at - back);
    if (c == U'》' || is_sentence_end(c)) return false;
    if (c == U'《') return true;
  }
  return false;
}

/// Brackets and labels name bodies; the other forms are the sentence itself.
bool in_clause(const Item& item, Span span) {
  return std::any_of(item.clauses.begin(), item.clauses.end(), [&](const Clause& clause) {
    const bool apart = clause.form == ClauseForm::bracket || clause.form == ClauseForm::label;
    return apart && clause.span.begin <= span.begin && span.end <= clause.span.end;
  });
}

}  // namespace

TopicFinder::TopicFinder(const TextView& text, const Lexicon& topics)
    : text_(text), topics_(topics), hits_(names_in({0, text.size()})) {}

void TopicFinder::follow(const TextChange& change) {
  if (topics_.longest() > hit_reach / 2) {
    hits_ = names_in({0, text_.size()});
    return;
  }
  draft::follow(hits_, change, text_.size(), [this](Range range) { return names_in(range); });
}

std::vector<NameHit> TopicFinder::names_in(Range range) const {
  std::vector<NameHit> hits = topics_.find_all(text_.of(range));
  for (NameHit& hit : hits) {
    hit.begin += range.begin;
    hit.end += range.begin;
  }
  std::erase_if(hits,
                [&](const NameHit& hit) { return inside_name(hit) || in_title(text_, hit.begin); });
  return hits;
}

void TopicFinder::add_to(Item& item) const {
  const Document& document = text_.document();
  const std::uint32_t begin = document.index_at(item.span.begin);
  const std::uint32_t end = document.index_at(item.span.end);
  const std::uint32_t stop = end_of_first_words(begin, end);
  auto hit =
      std::lower_bound(hits_.begin(), hits_.end(), begin,
                       [](const NameHit& one, std::uint32_t place) { return one.begin < place; });
  for (; hit != hits_.end() && hit->end <= end; ++hit) {
    const Span span = document.span({hit->begin, hit->end});
    if (!in_clause(item, span)) add(item, *hit, span, hit->end <= stop);
  }
}

bool TopicFinder::inside_name(const NameHit& hit) const {
  const Range name = text_.name_around(hit.begin);
  return name.begin <= hit.begin && name.end >= hit.end && name.size() > hit.end - hit.begin;
}

std::uint32_t TopicFinder::end_of_first_words(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t limit = std::min(end, begin + longest_first_words);
  std::uint32_t at = begin;
  while (at < limit && !is_sentence_end(text_.at(at)) && text_.at(at) != U':') ++at;
  return at;
}

void TopicFinder::add(Item& item, const NameHit& hit, Span span, bool first) const {
  for (const std::uint32_t number : topics_.entries_of(hit)) {
    const std::string& id = topics_.entry(number).entity;
    const auto known = std::find_if(item.topics.begin(), item.topics.end(),
                                    [&](const Topic& topic) { return topic.item == id; });
    if (known == item.topics.end()) item.topics.push_back({id, span, first});
  }
}

}  // namespace mingze::draft
