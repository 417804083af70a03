#include "engine/program/symbols.hpp"

namespace mingze {

Symbols::Symbols() {
  for (const char* id : {"text", "number", "date"}) add_kind({id, "", {}});
}

KindId Symbols::add_kind(Kind kind) {
  kinds_.push_back({std::move(kind), {}, {}});
  return {static_cast<std::uint32_t>(kinds_.size() - 1)};
}

Value Symbols::entity(KindId kind, std::string_view id) {
  Table& table = kinds_[kind.value];
  const Value value = table.ids.intern(id);
  if (value == table.entities.size())
    table.entities.push_back({std::string(id), std::string(id), {}});
  return value;
}

Value Symbols::declare(KindId kind, Entity declared) {
  Table& table = kinds_[kind.value];
  const Value value = table.ids.intern(declared.id);
  if (declared.label.empty()) declared.label = declared.id;
  if (value == table.entities.size())
    table.entities.push_back(std::move(declared));
  else
    table.entities[value] = std::move(declared);
  return value;
}

std::optional<Value> Symbols::find_entity(KindId kind, std::string_view id) const {
  return kinds_[kind.value].ids.find(id);
}

Value Symbols::number(std::int64_t number) {
  const Value value = number_texts_.intern(std::to_string(number));
  if (value == numbers_.size()) numbers_.push_back(number);
  return value;
}

std::uint32_t Symbols::value_count(KindId kind) const {
  if (kind == text_kind) return texts_.size();
  return kind == number_kind ? number_texts_.size() : entity_count(kind);
}

void Symbols::follow(const Symbols& longer) {
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    const std::vector<Entity>& all = longer.kinds_[k].entities;
    for (std::size_t value = kinds_[k].entities.size(); value < all.size(); ++value)
      declare({static_cast<std::uint32_t>(k)}, all[value]);
  }
  for (Value value = texts_.size(); value < longer.texts_.size(); ++value)
    texts_.intern(longer.texts_[value]);
  for (std::size_t value = numbers_.size(); value < longer.numbers_.size(); ++value)
    number(longer.numbers_[value]);
}

Symbols::Extent Symbols::extent() const {
  Extent out{{}, texts_.size(), number_texts_.size()};
  for (const Table& table : kinds_) out.entities.push_back(table.ids.size());
  return out;
}

void Symbols::shrink(const Extent& extent) {
  for (std::size_t k = 0; k < extent.entities.size(); ++k) {
    kinds_[k].ids.shrink(extent.entities[k]);
    kinds_[k].entities.resize(extent.entities[k]);
  }
  texts_.shrink(extent.texts);
  number_texts_.shrink(extent.numbers);
  numbers_.resize(extent.numbers);
}

std::string Symbols::id_of(KindId kind, Value value) const {
  if (kind == text_kind) return std::string(texts_[value]);
  if (kind == number_kind) return std::to_string(numbers_[value]);
  if (kind == date_kind) return to_string(date(value));
  return entity(kind, value).id;
}

std::string Symbols::label_of(KindId kind, Value value) const {
  return has_entities(kind) ? entity(kind, value).label : id_of(kind, value);
}

int Symbols::compare(KindId kind, Value a, Value b) const {
  if (a == b) return 0;
  if (kind == date_kind) return a < b ? -1 : 1;
  if (kind == number_kind) return numbers_[a] < numbers_[b] ? -1 : 1;
  const std::string_view left =
      kind == text_kind ? texts_[a] : std::string_view(entity(kind, a).id);
  const std::string_view right =
      kind == text_kind ? texts_[b] : std::string_view(entity(kind, b).id);
  const int order = left.compare(right);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

}  // namespace mingze
