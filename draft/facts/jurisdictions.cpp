#include "draft/facts/jurisdictions.hpp"

#include <algorithm>

#include "draft/facts/vocabulary.hpp"

namespace mingze::draft {

Jurisdictions::Jurisdictions(const Program& program, const Database& database) {
  const Vocabulary vocabulary(program);
  const auto kind = vocabulary.kind("jurisdiction");
  if (!kind) return;
  const Symbols& symbols = program.symbols;
  for (Value place = 0; place < symbols.entity_count(*kind); ++place)
    names_[symbols.entity(*kind, place).id].push_back(place);
  for (const OtherName& other : program.other_names)
    if (other.kind == *kind) names_[other.name].push_back(other.entity);
  if (const auto in = vocabulary.relation("in", 2)) {
    const Relation& rows = database[*in];
    for (std::uint32_t row = 0; row < rows.size(); ++row)
      parents_.emplace(rows.at(row, 0), rows.at(row, 1));
  }
  const auto at = vocabulary.relation("level", 2);
  const auto levels = vocabulary.kind("level");
  if (!at || !levels) return;
  const Relation& rows = database[*at];
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const Level level = level_of(symbols.id_of(*levels, rows.at(row, 1)));
    levels_.emplace(rows.at(row, 0), level);
    if (level == Level::national) root_ = rows.at(row, 0);
  }
}

Level Jurisdictions::level(Value place) const {
  const auto found = levels_.find(place);
  return found == levels_.end() ? Level::unknown : found->second;
}

std::optional<Value> Jurisdictions::above(Value place, Level wanted) const {
  for (std::size_t steps = 0; steps <= parents_.size(); ++steps) {  // data may hold a circle
    if (level(place) == wanted) return place;
    const auto parent = parents_.find(place);
    if (parent == parents_.end()) break;
    place = parent->second;
  }
  return std::nullopt;
}

bool Jurisdictions::is_within(Value place, Value outer) const {
  for (std::size_t steps = 0; steps <= parents_.size(); ++steps) {
    if (place == outer) return true;
    const auto parent = parents_.find(place);
    if (parent == parents_.end()) break;
    place = parent->second;
  }
  return false;
}

std::vector<Value> Jurisdictions::named(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? std::vector<Value>() : found->second;
}

std::optional<Value> Jurisdictions::find(std::string_view name, Level wanted) const {
  std::vector<Value> found = named(name);
  // An outer place before it: the longest one whose rest is a place within it.
  for (std::size_t at = name.size(); found.empty() && at-- > 1;) {
    const std::vector<Value> outer = named(name.substr(0, at));
    if (outer.size() != 1) continue;
    const auto inner = find(name.substr(at), wanted);
    if (inner && is_within(*inner, outer.front())) return inner;
    for (const Value place : named(name.substr(at)))
      if (is_within(place, outer.front())) found.push_back(place);
  }
  if (found.size() > 1 && wanted != Level::unknown)
    std::erase_if(found, [&](Value place) { return level(place) != wanted; });
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

}  // namespace mingze::draft
