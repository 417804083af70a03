// All tuples of a program: stated, read from data, derived and decided.
#pragma once

#include <span>
#include <vector>

#include "engine/base/span.hpp"
#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// One relation per predicate. The stated tuples of a predicate come first, in rows
/// [0, stated count), each with the place that states it.
class Database {
 public:
  Database() = default;
  explicit Database(const Program& program);

  [[nodiscard]] Relation& operator[](PredicateId id) { return relations_[id.value]; }
  [[nodiscard]] const Relation& operator[](PredicateId id) const { return relations_[id.value]; }

  /// Adds a stated tuple; must come before anything is derived.
  void state(PredicateId predicate, std::span<const Value> tuple, Span origin);
  /// Adds the facts that the program states.
  void state(const std::vector<Fact>& facts);

  /// Where row `row` is stated, or nothing for a derived or decided one.
  [[nodiscard]] const Span* origin(PredicateId predicate, std::uint32_t row) const {
    const auto& origins = origins_[predicate.value];
    return row < origins.size() ? &origins[row] : nullptr;
  }

 private:
  std::vector<Relation> relations_;
  std::vector<std::vector<Span>> origins_;
};

}  // namespace mingze
