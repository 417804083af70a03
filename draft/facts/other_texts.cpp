#include "draft/facts/other_texts.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "draft/facts/state_names.hpp"

namespace mingze::draft {

namespace {

// So many items that only begin alike, or say the same with different leads, are compared.
constexpr std::size_t most_alike = 64;
// Of so many items of other texts one is told, each with leads of its own.
constexpr std::size_t most_told = 3;

std::string leads_of(const Item& item) {
  std::set<std::string> bodies;
  for (const Mention& lead : item.lead) bodies.insert(body_of(lead));
  std::string out;
  for (const std::string& body : bodies) out += body + "\n";
  return out;
}

void add_once(std::vector<std::size_t>& numbers, std::size_t number) {
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

}  // namespace

void TextComparison::add(const TextName& text, const std::vector<ItemWords>& words) {
  texts_.push_back(text);
  words_.push_back(&words);
}

std::vector<OtherItems> TextComparison::compare() {
  where_ = places_of(texts_, places_);
  std::vector<std::size_t> by_name(texts_.size());
  std::iota(by_name.begin(), by_name.end(), 0);
  std::stable_sort(by_name.begin(), by_name.end(),
                   [&](std::size_t a, std::size_t b) { return texts_[a].name < texts_[b].name; });
  for (const std::size_t text : by_name)
    for (std::size_t item = 0; item < words_[text]->size(); ++item) say(text, item);
  std::vector<OtherItems> out(texts_.size());
  for (std::size_t text = 0; text < texts_.size(); ++text)
    for (std::size_t item = 0; item < words_[text]->size(); ++item) {
      const Item& one = texts_[text].reading->items[item];
      const ItemWords& words = (*words_[text])[item];
      if (one.lead.empty() || !words.tell()) continue;
      std::string leads = leads_of(one);
      const Level level = written_level(one.lead);
      auto others = others_of({text, {}, &words, std::move(leads), level});
      if (!others.empty()) out[text].emplace(one.id, std::move(others));
    }
  return out;
}

void TextComparison::say(std::size_t text, std::size_t item) {
  const Reading& reading = *texts_[text].reading;
  const Item& one = reading.items[item];
  const ItemWords& words = (*words_[text])[item];
  if (one.lead.empty() || !words.tell()) return;
  Said said{
      text, {&reading, &one, texts_[text].name}, &words, leads_of(one), written_level(one.lead)};
  Place& place = by_place_[where_[text].key];
  if (is_told_already(place, said)) return;
  const std::size_t number = said_.size();
  said_.push_back(std::move(said));
  Numbers& same = place.by_words[words.words];
  if (same.size() < most_alike) same.push_back(number);
  const std::u32string beginning(words.beginning());
  if (beginning.empty()) return;
  if (Numbers& begun = place.by_beginning[beginning]; begun.size() < most_alike)
    begun.push_back(number);
}

/// Two that say the same with the same leads are kept: for the text of the first, the second is the
/// one that says it elsewhere.
bool TextComparison::is_told_already(const Place& place, const Said& said) const {
  const auto same = place.by_words.find(said.words->words);
  if (same == place.by_words.end()) return false;
  std::size_t others = 0;
  for (const std::size_t number : same->second) {
    if (said_[number].leads != said.leads) continue;
    if (said_[number].text == said.text) return true;
    ++others;
  }
  return others > 1;
}

TextComparison::Numbers TextComparison::alike(const Place& place, const ItemWords& words) const {
  Numbers out;
  if (const auto same = place.by_words.find(words.words); same != place.by_words.end())
    out = same->second;
  const auto begun = place.by_beginning.find(std::u32string(words.beginning()));
  if (begun != place.by_beginning.end())
    for (const std::size_t number : begun->second)
      if (are_nearly_same(*said_[number].words, words)) add_once(out, number);
  std::sort(out.begin(), out.end());
  return out;
}

bool TextComparison::may_contradict(const Said& a, const Said& b) const {
  if (a.text == b.text || a.leads == b.leads) return false;
  const TextPlace& here = where_[a.text];
  const TextPlace& there = where_[b.text];
  if (here.is_told && there.is_told) return true;
  return may_be_one(here.level, there.level) && may_be_one(a.level, b.level);
}

std::vector<OtherItem> TextComparison::others_of(const Said& said) const {
  std::vector<OtherItem> out;
  const auto place = by_place_.find(where_[said.text].key);
  if (place == by_place_.end()) return out;
  std::set<std::string> leads;
  for (const std::size_t number : alike(place->second, *said.words)) {
    const Said& other = said_[number];
    if (!may_contradict(said, other) || !leads.insert(other.leads).second) continue;
    out.push_back(other.other);
    if (out.size() == most_told) break;
  }
  return out;
}

}  // namespace mingze::draft
