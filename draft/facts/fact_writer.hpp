// States facts about a draft by the ids of kinds and relations, where the program has them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "draft/facts/vocabulary.hpp"
#include "engine/facts/database.hpp"

namespace mingze::draft {

/// Kinds that the program lacks give the value 0, which no fact then uses: a relation over them is
/// lacking too.
class FactWriter {
 public:
  FactWriter(Program& program, Database& database)
      : vocabulary_(program), program_(program), database_(database) {}

  [[nodiscard]] std::optional<KindId> kind(std::string_view id) const {
    return vocabulary_.kind(id);
  }
  Value entity(std::string_view kind, std::string_view id) {
    const auto found = vocabulary_.kind(kind);
    return found ? program_.symbols.entity(*found, id) : 0;
  }
  Value declare(std::string_view kind, Entity entity) {
    const auto found = vocabulary_.kind(kind);
    return found ? program_.symbols.declare(*found, std::move(entity)) : 0;
  }
  Value text(std::string_view text) { return program_.symbols.text(text); }
  Value number(std::int64_t number) { return program_.symbols.number(number); }

  void fact(std::string_view relation, std::initializer_list<Value> values, Span span) {
    const auto predicate = vocabulary_.relation(relation, values.size());
    if (predicate) database_.state(*predicate, {values.begin(), values.size()}, span);
  }

 private:
  Vocabulary vocabulary_;
  Program& program_;
  Database& database_;
};

}  // namespace mingze::draft
