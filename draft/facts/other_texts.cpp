#include "draft/facts/other_texts.hpp"

#include <algorithm>
#include <set>

#include "draft/facts/state_names.hpp"
#include "draft/facts/vocabulary.hpp"

namespace mingze::draft {

namespace {

// So many texts that only begin alike are compared in whole.
constexpr std::size_t most_begun_alike = 64;

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

/// Empty where the text does not tell it. A place that the register does not know is itself by its
/// name and level.
std::string SaidBefore::place_of(const Issuer& issuer) const {
  if (issuer.place.empty()) return issuer.level == Level::national ? "national" : "";
  if (const auto place = places_.find(issuer.place, issuer.level)) return std::to_string(*place);
  return std::string(id_of(issuer.level)) + " " + issuer.place;
}

SaidBefore::Numbers SaidBefore::alike(const Place& place, const ItemWords& words) const {
  Numbers out;
  if (const auto same = place.by_words.find(words.words); same != place.by_words.end())
    out = same->second;
  const auto begun = place.by_beginning.find(words.beginning());
  if (begun != place.by_beginning.end())
    for (const std::size_t number : begun->second)
      if (are_nearly_same(said_[number].words, words)) add_once(out, number);
  std::sort(out.begin(), out.end());
  return out;
}

OtherItems SaidBefore::next(const Reading& text, const std::string& name,
                            const std::vector<ItemWords>& words) {
  OtherItems out;
  const std::string where = place_of(text.issuer);
  if (where.empty()) return out;
  Place& place = by_place_[where];
  const std::size_t before = said_.size();  // those of this text come after
  for (std::size_t i = 0; i < text.items.size(); ++i) {
    const Item& item = text.items[i];
    if (item.lead.empty() || !words[i].tell()) continue;
    const std::string leads = leads_of(item);
    bool is_new = true;
    for (const std::size_t number : alike(place, words[i])) {
      const Said& said = said_[number];
      is_new = is_new && (said.leads != leads || said.words.words != words[i].words);
      if (number < before && said.leads != leads) out[item.id].push_back(said.other);
    }
    if (!is_new) continue;
    const std::size_t number = said_.size();
    said_.push_back({{&text, &item, name}, words[i], leads});
    place.by_words[words[i].words].push_back(number);
    const std::u32string beginning = words[i].beginning();
    if (beginning.empty()) continue;
    if (Numbers& begun = place.by_beginning[beginning]; begun.size() < most_begun_alike)
      begun.push_back(number);
  }
  return out;
}

}  // namespace mingze::draft
