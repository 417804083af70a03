#include "draft/facts/text_places.hpp"

#include <map>
#include <set>

#include "draft/facts/vocabulary.hpp"

namespace mingze::draft {

namespace {

constexpr const char* no_place = "?";

/// By a place's name. One that the register does not know is itself by its name and level.
TextPlace place_called(const std::string& name, Level level, const Jurisdictions& places) {
  if (const auto place = places.find(name, level)) {
    const Level known = places.level(*place);
    return {std::to_string(*place), known == Level::unknown ? level : known, true};
  }
  return {std::string(id_of(level)) + " " + name, level, true};
}

TextPlace place_of(const Issuer& issuer, const Jurisdictions& places) {
  if (!issuer.place.empty()) return place_called(issuer.place, issuer.level, places);
  if (issuer.level == Level::national) return {"national", Level::national, true};
  return {"", issuer.level, false};
}

/// The one place that stands in the names of those who lead, with the level that it has there.
TextPlace place_of_leads(const Reading& text, const Jurisdictions& places) {
  std::set<std::pair<std::string, Level>> named;
  for (const Item& item : text.items)
    for (const Mention& lead : item.lead)
      if (!lead.place.empty()) named.emplace(lead.place, lead.level);
  if (named.size() != 1) return {};
  TextPlace place = place_called(named.begin()->first, named.begin()->second, places);
  place.is_told = false;
  return place;
}

Level level_of_leads(const Reading& text) {
  Level level = Level::unknown;
  for (const Item& item : text.items) {
    const Level of_item = written_level(item.lead);
    if (!may_be_one(level, of_item)) return Level::unknown;
    if (of_item != Level::unknown) level = of_item;
  }
  return level;
}

TextPlace told_place(const TextName& text, const Jurisdictions& places) {
  TextPlace place = place_of(text.reading->issuer, places);
  if (place.is_told) return place;
  const Level level = place.level;
  place = place_of(text.named, places);
  if (place.is_told && may_be_one(level, place.level)) return place;
  place = place_of_leads(*text.reading, places);
  if (!place.key.empty() && may_be_one(level, place.level)) return place;
  return {"", level == Level::unknown ? level_of_leads(*text.reading) : level, false};
}

}  // namespace

bool may_be_one(Level a, Level b) { return a == b || a == Level::unknown || b == Level::unknown; }

Level written_level(const std::vector<Mention>& names) {
  Level level = Level::unknown;
  for (const Mention& name : names) {
    if (!name.level_written) continue;
    if (!may_be_one(level, name.level)) return Level::unknown;
    level = name.level;
  }
  return level;
}

std::vector<TextPlace> places_of(const std::vector<TextName>& texts, const Jurisdictions& places) {
  std::vector<TextPlace> out;
  std::map<std::string, Level> told;
  for (const TextName& text : texts) {
    out.push_back(told_place(text, places));
    if (!out.back().key.empty()) told.emplace(out.back().key, out.back().level);
  }
  for (TextPlace& place : out) {
    if (!place.key.empty()) continue;
    place.key = no_place;
    std::size_t possible = 0;
    for (const auto& [key, level] : told) {
      if (!may_be_one(level, place.level)) continue;
      place.key = ++possible == 1 ? key : no_place;
    }
  }
  return out;
}

}  // namespace mingze::draft
