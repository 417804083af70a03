#include "draft/facts/jurisdictions.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "draft/facts/vocabulary.hpp"

namespace mingze::draft {

namespace {

/// A program's own relation of that name with slots of other kinds says something else.
std::optional<PredicateId> relation_of(const Program& program, const Vocabulary& vocabulary,
                                       std::string_view id, KindId first, KindId second) {
  const auto found = vocabulary.relation(id, 2);
  if (!found) return std::nullopt;
  const auto& slots = program[*found].slots;
  return slots[0].kind == first && slots[1].kind == second ? found : std::nullopt;
}

}  // namespace

Jurisdictions::Jurisdictions(const Program& program, const Database& database) : program_(program) {
  const Vocabulary vocabulary(program);
  const auto kind = vocabulary.kind("jurisdiction");
  if (!kind) return;
  kind_ = *kind;
  const Symbols& symbols = program.symbols;
  parents_.assign(symbols.entity_count(kind_), none);
  levels_.assign(symbols.entity_count(kind_), Level::unknown);
  read_other_names();
  if (const auto in = relation_of(program, vocabulary, "in", kind_, kind_)) {
    const Relation& rows = database[*in];
    for (std::uint32_t row = 0; row < rows.size(); ++row)
      if (Value& parent = parents_[rows.at(row, 0)]; parent == none) parent = rows.at(row, 1);
  }
  const auto levels = vocabulary.kind("level");
  if (!levels) return;
  const auto at = relation_of(program, vocabulary, "level", kind_, *levels);
  if (!at) return;
  const Relation& rows = database[*at];
  std::vector<bool> told(levels_.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const Value place = rows.at(row, 0);
    const Level level = level_of(symbols.entity(*levels, rows.at(row, 1)).id);
    if (!told[place]) levels_[place] = level;
    told[place] = true;
    if (level == Level::national) root_ = place;
  }
}

/// Backwards, so that those of one hash come in the program's order.
void Jurisdictions::read_other_names() {
  const std::vector<OtherName>& others = program_.other_names;
  std::size_t buckets = 16;
  while (buckets < others.size()) buckets *= 2;
  first_other_.assign(buckets, none);
  next_other_.assign(others.size(), none);
  for (auto i = static_cast<std::uint32_t>(others.size()); i-- > 0;) {
    if (others[i].kind != kind_) continue;
    std::uint32_t& first = first_other_[bucket_of(others[i].name)];
    next_other_[i] = std::exchange(first, i);
  }
}

std::size_t Jurisdictions::bucket_of(std::string_view name) const {
  return std::hash<std::string_view>{}(name) & (first_other_.size() - 1);
}

Level Jurisdictions::level(Value place) const {
  return place < levels_.size() ? levels_[place] : Level::unknown;
}

std::optional<Value> Jurisdictions::parent(Value place) const {
  if (place >= parents_.size() || parents_[place] == none) return std::nullopt;
  return parents_[place];
}

std::optional<Value> Jurisdictions::above(Value place, Level wanted) const {
  for (std::size_t steps = 0; steps <= parents_.size(); ++steps) {  // data may hold a circle
    if (level(place) == wanted) return place;
    const auto next = parent(place);
    if (!next) break;
    place = *next;
  }
  return std::nullopt;
}

bool Jurisdictions::is_within(Value place, Value outer) const {
  for (std::size_t steps = 0; steps <= parents_.size(); ++steps) {
    if (place == outer) return true;
    const auto next = parent(place);
    if (!next) break;
    place = *next;
  }
  return false;
}

std::vector<Value> Jurisdictions::named(std::string_view name) const {
  std::vector<Value> found;
  if (first_other_.empty()) return found;
  const auto own = program_.symbols.find_entity(kind_, name);
  if (own && *own < levels_.size()) found.push_back(*own);
  const std::vector<OtherName>& others = program_.other_names;
  for (std::uint32_t i = first_other_[bucket_of(name)]; i != none; i = next_other_[i])
    if (others[i].name == name) found.push_back(others[i].entity);
  return found;
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
