// States facts about a draft by the ids of kinds and relations, where the program has them.
#pragma once

#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draft/facts/vocabulary.hpp"
#include "engine/facts/database.hpp"

namespace mingze::draft {

/// The facts of one relation, gathered to be stated together; of one that the program lacks, none.
class FactList {
 public:
  explicit FactList(std::optional<PredicateId> predicate) : predicate_(predicate) {}

  void add(std::initializer_list<Value> values, Span origin) {
    if (!predicate_) return;
    rows_.insert(rows_.end(), values);
    origins_.push_back(origin);
  }
  void state(Database& database) {
    if (!origins_.empty())
      database.state_all(*predicate_, std::exchange(rows_, {}), std::exchange(origins_, {}));
  }

 private:
  std::optional<PredicateId> predicate_;
  std::vector<Value> rows_;
  std::vector<Span> origins_;
};

/// Entities of one kind. A kind that the program lacks gives the value 0, which no fact then uses:
/// a relation over it is lacking too.
class EntityWriter {
 public:
  EntityWriter(std::optional<KindId> kind, Symbols& symbols) : kind_(kind), symbols_(symbols) {}

  [[nodiscard]] std::optional<KindId> kind() const { return kind_; }
  Value get(std::string_view id) { return kind_ ? symbols_.entity(*kind_, id) : 0; }
  Value declare(Entity entity) { return kind_ ? symbols_.declare(*kind_, std::move(entity)) : 0; }

 private:
  std::optional<KindId> kind_;
  Symbols& symbols_;
};

/// What is written stands in the database once `finish` is called.
class FactWriter {
 public:
  FactWriter(Program& program, Database& database)
      : vocabulary_(program), program_(program), database_(database) {}

  [[nodiscard]] EntityWriter entities(std::string_view kind) {
    return {vocabulary_.kind(kind), program_.symbols};
  }
  /// Of each relation one.
  [[nodiscard]] FactList& list(std::string_view relation, std::size_t slots) {
    return lists_.emplace_back(vocabulary_.relation(relation, slots));
  }
  Value text(std::string_view text) { return program_.symbols.text(text); }
  Value number(std::int64_t number) { return program_.symbols.number(number); }

  void finish() {
    for (FactList& list : lists_) list.state(database_);
  }

 private:
  Vocabulary vocabulary_;
  Program& program_;
  Database& database_;
  std::deque<FactList> lists_;
};

}  // namespace mingze::draft
